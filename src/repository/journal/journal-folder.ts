/**
 * `.press/tx/`: the records of changes that are being written.
 *
 * `<tx>.tmp` is a record that is being written itself, `<tx>.json` one of a change that is being prepared, `<tx>.commit` one of a
 * change that has been decided: the renaming is the decision. All of it happens under the lock of the repository.
 */
import { join } from 'node:path';
import { compareText } from '../../model/diagnostic.ts';
import { PressError } from '../../model/press-error.ts';
import { codeOf, newFile, wholeFile, type FilePort } from '../file-port.ts';
import { syncFolder } from '../file-transaction.ts';
import { bytesOfFile } from '../output-files.ts';
import { makePrivateFolder } from '../private-folder.ts';
import { StageWriter } from '../stage-writer.ts';
import { LAST_CHANGE } from './is-waiting.ts';
import { parseRecord, printRecord, type JournalRecord } from './record.ts';

export type RecordKind = 'tmp' | 'json' | 'commit';

export interface RecordName {
  readonly transaction: string;
  readonly kind: RecordKind;
}

/** As long as any transaction. */
const NO_CHANGE = '0'.repeat(12);

const NAME = /^([0-9a-f]{12})\.(tmp|json|commit)$/;

export class JournalFolder {
  readonly #port: FilePort;
  readonly #root: string;
  readonly #folder: string;

  /** `root` is absolute. */
  constructor(port: FilePort, root: string) {
    this.#port = port;
    this.#root = root;
    this.#folder = join(root, '.press', 'tx');
  }

  /** Writes down what is about to be done; one that `lasts` is sure to survive a power cut, any other one may be gone then, but not torn. */
  write(transaction: string, record: JournalRecord, { lasts }: { readonly lasts: boolean }): void {
    this.#make();
    const draft = this.#path({ transaction, kind: 'tmp' });
    const writer = new StageWriter(this.#port, this.#port.open(draft, newFile, 0o600), draft);
    try {
      writer.write(Buffer.from(printRecord(record)));
      writer.finish({ mode: 0o600 });
    } finally {
      writer.abandon();
    }
    this.#port.rename(draft, this.#path({ transaction, kind: 'json' }));
    // When it is announced, nothing may be wanting any more, not even room for the announcement.
    if (lasts && this.#port.lstat(this.#lastChange) === undefined) this.announce(NO_CHANGE);
    if (lasts)
      for (const folder of [this.#folder, join(this.#root, '.press'), this.#root]) syncFolder(this.#port, folder);
  }

  /** Decides the change. When this throws, ask `mayBeDecided`. */
  commit(transaction: string): void {
    const [prepared, decided] = [
      this.#path({ transaction, kind: 'json' }),
      this.#path({ transaction, kind: 'commit' }),
    ];
    try {
      this.#port.rename(prepared, decided);
    } catch (error) {
      // Network file systems report a failure of what they have done.
      if (this.#port.lstat(decided) === undefined) throw error;
    }
    try {
      syncFolder(this.#port, this.#folder);
    } catch (error) {
      // A decision that the disk may forget is none: nothing may build on it.
      this.#port.rename(decided, prepared);
      throw error;
    }
  }

  /** Tells those who are reading that the files of a change that is decided get their texts now. No power cut lasts as long as they read. */
  announce(transaction: string): void {
    const path = this.#lastChange;
    const writer = new StageWriter(this.#port, this.#port.open(path, wholeFile, 0o600), path);
    try {
      writer.write(Buffer.from(transaction));
    } finally {
      writer.abandon();
    }
  }

  /** Whether the change has been decided, or nobody can say. */
  mayBeDecided(transaction: string): boolean {
    try {
      return this.#port.lstat(this.#path({ transaction, kind: 'commit' })) !== undefined;
    } catch {
      return true;
    }
  }

  /** Removes the record of a change that is finished or taken back. */
  remove(transaction: string): void {
    for (const kind of ['tmp', 'json', 'commit'] as const) this.discard({ transaction, kind });
  }

  discard(name: RecordName): void {
    const path = this.#path(name);
    if (this.#port.lstat(path) !== undefined) this.#port.unlink(path);
  }

  flush(): void {
    syncFolder(this.#port, this.#folder);
  }

  /** What lies there, in the order of the names; nothing where there is no such folder. */
  names(): RecordName[] {
    return this.#entries().flatMap((name) => {
      const [, transaction, kind] = NAME.exec(name) ?? [];
      return transaction === undefined ? [] : [{ transaction, kind: kind as RecordKind }];
    });
  }

  /** Undefined for a record that is damaged. */
  read(name: RecordName): JournalRecord | undefined {
    const path = this.#path(name);
    if (this.#port.lstat(path)?.isFile() !== true) return undefined;
    const bytes = bytesOfFile(this.#port, path);
    return parseRecord(bytes.toString('utf8'), name.transaction);
  }

  /** Whether a record says nothing: one that was never finished, or one with nothing in it, which a power cut may leave of an undecided one. */
  isWorthless(name: RecordName): boolean {
    return name.kind === 'tmp' || (name.kind === 'json' && this.#port.lstat(this.#path(name))?.size === 0);
  }

  /** The path of a record as the person sees it. */
  shown({ transaction, kind }: RecordName): string {
    return `.press/tx/${transaction}.${kind}`;
  }

  #entries(): string[] {
    try {
      return this.#port.names(this.#folder).sort(compareText);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  #make(): void {
    makePrivateFolder(this.#port, this.#root);
    const stat = this.#port.lstat(this.#folder);
    if (stat === undefined) this.#port.mkdir(this.#folder, 0o700);
    else if (!stat.isDirectory())
      throw new PressError('not-here', '«.press/tx» is no folder, and press needs that name for one.', {
        hint: 'Rename what stands there.',
      });
  }

  get #lastChange(): string {
    return join(this.#root, '.press', LAST_CHANGE);
  }

  #path({ transaction, kind }: RecordName): string {
    return join(this.#folder, `${transaction}.${kind}`);
  }
}
