/**
 * One writing command at a time: `.press/lock`, held for the whole run of a command that writes.
 *
 * The lock is a complete record that gets its name by `link`, which fails when the name is taken, so two processes never both
 * believe that they made it. What a dead process left behind is moved aside before it is removed: a lock that somebody took in
 * between is then recognised, and put back.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { PressError } from '../model/press-error.ts';
import { formatRfc3339 } from '../text/dates.ts';
import { codeOf, disk, existingFile, newFile, type FilePort } from './file-port.ts';
import { isWithoutLinks } from './file-transaction.ts';
import { isGone, parseRecord, processFacts, type LockRecord, type ProcessFacts } from './lock-record.ts';
import { makePrivateFolder } from './private-folder.ts';
import { StageWriter } from './stage-writer.ts';
import { settle, twice } from './try-again.ts';

/** Who has the lock, as far as the file says. */
export interface Holder {
  readonly record: LockRecord | undefined;
  /** Whether the holder runs on another machine, so that nothing can be known about it from here. */
  readonly isElsewhere: boolean;
}

// Where a record cannot appear all at once, whoever made the file needs a moment to fill it.
const FILLING_MILLISECONDS = 10_000;
const LONGEST_RECORD = 4_096;
const MOST_TRIES = 100;

/** Where a lock lies. */
export interface LockPlace {
  /** Absolute; it exists, or is the repository's private one and is made. */
  readonly folder: string;
  /** Name of the file; what else the lock needs begins with it and a dot. */
  readonly name: string;
}

export class Lock {
  readonly #port: FilePort;
  readonly #facts: ProcessFacts;
  readonly #root: string;
  readonly #isPrivate: boolean;
  readonly #folder: string;
  readonly #name: string;
  readonly #path: string;
  readonly #text: string;

  /** Takes nothing yet. `command` is how the others will be told about us; without a `place` the lock is that of the repository at `root`. */
  constructor(
    root: string,
    command: string,
    world: { readonly port?: FilePort; readonly facts?: ProcessFacts; readonly place?: LockPlace } = {},
  ) {
    this.#port = world.port ?? disk;
    this.#facts = world.facts ?? processFacts();
    this.#root = root;
    this.#isPrivate = world.place === undefined;
    this.#folder = world.place?.folder ?? join(root, '.press');
    this.#name = world.place?.name ?? 'lock';
    this.#path = join(this.#folder, this.#name);
    this.#text = `${JSON.stringify(recordOf(command, this.#facts))}\n`;
  }

  /** Takes the lock, from a dead holder too. Returns the holder when somebody has it; throws what the disk throws. */
  take(): Holder | undefined {
    if (this.#isPrivate) makePrivateFolder(this.#port, this.#root);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      if (this.#put(this.#text)) {
        this.#sweep();
        return undefined;
      }
      const found = this.#read(this.#path);
      if (found === undefined) continue;
      if (!this.#isStale(found)) return this.#holderOf(found);
      this.#moveAside(found);
    }
    return { record: undefined, isElsewhere: false };
  }

  /** Who has the lock; undefined for nobody, and for somebody who is gone for certain. */
  holder(): Holder | undefined {
    const found = this.#read(this.#path);
    return found === undefined || this.#isStale(found) ? undefined : this.#holderOf(found);
  }

  /** Takes the lock away from a holder on another machine, of whom nothing can be known here. Returns who that was. */
  breakElsewhere(): LockRecord | undefined {
    const found = this.#read(this.#path);
    if (found === undefined || this.#isStale(found)) return undefined;
    const { record, isElsewhere } = this.#holderOf(found);
    if (!isElsewhere) return undefined;
    this.#moveAside(found);
    return record;
  }

  /** Makes sure that the lock is still ours: throws PressError `locked` when somebody thought us dead and took it. */
  confirm(): void {
    if (this.#read(this.#path)?.text === this.#text) return;
    throw new PressError('locked', 'Another command has taken over the lock of this repository.', {
      hint: 'Nothing was written. Run the command again.',
    });
  }

  /** Gives the lock back; does nothing when it is not ours. */
  release(): void {
    if (this.#read(this.#path)?.text === this.#text) this.#port.unlink(this.#path);
  }

  /** Puts a record in the lock's place; false when there is one. */
  #put(text: string): boolean {
    const own = this.#ownName();
    this.#write(own, text);
    try {
      this.#port.link(own, this.#path);
      return true;
    } catch (error) {
      if (isWithoutLinks(error)) return this.#putWithoutLink(text);
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    } finally {
      twice(() => this.#removeIfThere(own));
    }
  }

  #putWithoutLink(text: string): boolean {
    try {
      this.#write(this.#path, text);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  }

  #write(path: string, text: string): void {
    const writer = new StageWriter(this.#port, this.#port.open(path, newFile, 0o600), path);
    try {
      writer.write(Buffer.from(text));
      writer.abandon();
    } catch (error) {
      settle([() => writer.abandon(), () => this.#removeIfThere(path)]);
      throw error;
    }
  }

  #moveAside(stale: Found): void {
    // Somebody may have been quicker; what they took must not be moved.
    if (this.#read(this.#path)?.text !== stale.text) return;
    const aside = this.#ownName();
    try {
      this.#port.rename(this.#path, aside);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return;
      throw error;
    }
    try {
      const moved = this.#read(aside);
      if (moved !== undefined && moved.text !== stale.text) this.#put(moved.text);
    } catch (error) {
      // What cannot be looked at may be alive.
      settle([() => this.#port.link(aside, this.#path)]);
      throw error;
    } finally {
      twice(() => this.#removeIfThere(aside));
    }
  }

  #removeIfThere(path: string): void {
    if (this.#port.lstat(path) !== undefined) this.#port.unlink(path);
  }

  #read(path: string): Found | undefined {
    let descriptor: number;
    try {
      descriptor = this.#port.open(path, existingFile);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
    try {
      const buffer = Buffer.alloc(LONGEST_RECORD);
      const length = this.#port.read(descriptor, buffer);
      return { text: buffer.toString('utf8', 0, length), changed: this.#port.stat(descriptor).mtimeMs };
    } finally {
      this.#port.close(descriptor);
    }
  }

  #isStale({ text, changed }: Found): boolean {
    const record = parseRecord(text);
    return record === undefined ? Math.abs(Date.now() - changed) > FILLING_MILLISECONDS : isGone(record, this.#facts);
  }

  #holderOf({ text }: Found): Holder {
    const record = parseRecord(text);
    return { record, isElsewhere: record !== undefined && record.host !== this.#facts.host };
  }

  /** Removes the names that processes killed at the wrong moment have left; that it fails is no reason not to work. */
  #sweep(): void {
    try {
      for (const name of this.#port.names(this.#folder)) {
        const path = join(this.#folder, name);
        const found = name.startsWith(`${this.#name}.`) ? this.#read(path) : undefined;
        if (found !== undefined && this.#isStale(found)) this.#port.unlink(path);
      }
    } catch {
      return;
    }
  }

  #ownName(): string {
    return join(this.#folder, `${this.#name}.${this.#facts.pid}.${randomBytes(6).toString('hex')}`);
  }
}

interface Found {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
}

function recordOf(command: string, facts: ProcessFacts): LockRecord {
  const started = facts.startOf(facts.pid);
  return {
    pid: facts.pid,
    ...(started === undefined ? {} : { started }),
    host: facts.host,
    ...(facts.boot === undefined ? {} : { boot: facts.boot }),
    command,
    since: formatRfc3339(Date.now(), 0),
    nonce: randomBytes(12).toString('hex'),
  };
}
