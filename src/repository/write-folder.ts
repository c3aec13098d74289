/**
 * Fills a folder with outputs: every file whole, all of them or none, and those with the same bytes untouched.
 *
 * Everything is written and flushed under temporary names before the first name changes hands. What a run removes is only what an
 * earlier one wrote, says the manifest, and nobody has edited since. A file of the same name that press did not write stops the run.
 */
import { randomBytes } from 'node:crypto';
import { dirname, join, resolve, sep } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import type { OutputFile } from '../model/export-format.ts';
import { Interrupted } from '../model/interrupted.ts';
import type { FolderOutcome, FolderWish } from '../model/output-folder.ts';
import { isOutputName, MANIFEST_NAME, manifestText, type ManifestEntry } from '../model/output-manifest.ts';
import { PressError } from '../model/press-error.ts';
import { disk, type FilePort } from './file-port.ts';
import { FileTransaction } from './file-transaction.ts';
import { realFolder } from './folders.ts';
import { digestOfFile, listedIn, sweep } from './output-files.ts';
import { sourceAt } from './repository-sources.ts';
import { OutputStage } from './stage-output.ts';
import type { Access, StagedFile } from './stage-writer.ts';
import { identityKey } from './target-place.ts';
import { writeFailure } from './write-failure.ts';
import type { OutputPlace } from './write-output.ts';

/** Rejects with PressError and leaves the folder as it was; with Interrupted when the signal is aborted meanwhile. */
export async function writeFolder(path: string, wish: FolderWish, place: OutputPlace): Promise<FolderOutcome> {
  const folder = resolve(place.cwd, path);
  const { port = disk } = place;
  try {
    requireFree(port, { path, folder, root: place.root });
    return await new Filling(path, folder, { wish, port, signal: place.signal }).run();
  } catch (error) {
    throw writeFailure(error, path);
  }
}

interface Circumstances {
  readonly wish: FolderWish;
  readonly port: FilePort;
  readonly signal: AbortSignal | undefined;
}

class Filling {
  readonly #path: string;
  readonly #folder: string;
  readonly #wish: FolderWish;
  readonly #port: FilePort;
  readonly #signal: AbortSignal | undefined;
  readonly #before: ReadonlyMap<string, ManifestEntry>;
  readonly #transaction: FileTransaction;
  readonly #entries = new Map<string, ManifestEntry>();
  readonly #taken = new Set<string>([identityKey(MANIFEST_NAME)]);
  readonly #steps: (() => void)[] = [];
  readonly #outcome = { added: new Array<string>(), changed: new Array<string>(), unchanged: new Array<string>() };

  constructor(path: string, folder: string, { wish, port, signal }: Circumstances) {
    this.#path = path;
    this.#folder = folder;
    this.#wish = wish;
    this.#port = port;
    this.#signal = signal;
    this.#before = listedIn(port, folder, path);
    this.#transaction = new FileTransaction(port, randomBytes(6).toString('hex'));
  }

  async run(): Promise<FolderOutcome> {
    try {
      if (!this.#wish.dryRun) this.#transaction.makeFolders(missingFolders(this.#port, this.#folder));
      for (const file of this.#wish.files) await this.#take(file);
      const { removed, kept } = this.#settleOld();
      if (!this.#wish.dryRun) this.#commit();
      const { added, changed, unchanged } = this.#outcome;
      return { added: added.sort(), changed: changed.sort(), unchanged: unchanged.sort(), removed, kept };
    } catch (error) {
      this.#transaction.undo();
      throw error;
    }
  }

  async #take(file: OutputFile): Promise<void> {
    const { target, folder } = this.#placeFor(file.name);
    const stage = new OutputStage(this.#wish.dryRun ? undefined : { transaction: this.#transaction, folder });
    await stage.fill(file.chunks, () => this.#pause());
    const sha256 = stage.digest();
    this.#entries.set(file.name, {
      file: file.name,
      sha256,
      count: file.count,
      asOf: this.#wish.asOf,
      from: this.#wish.from,
    });
    this.#decide(file.name, { target, stage, sha256 });
    await this.#pause();
  }

  /** Compares with what is there, and notes what is to be done once everything is staged. */
  #decide(
    name: string,
    { target, stage, sha256 }: { readonly target: string; readonly stage: OutputStage; readonly sha256: string },
  ): void {
    const stat = this.#port.lstat(target);
    if (stat === undefined) {
      this.#outcome.added.push(name);
      this.#whenStaged(stage, (staged) => this.#transaction.create(staged, target));
      return;
    }
    if (!stat.isFile())
      throw notHere(`«${this.#shown(name)}» is no ordinary file.`, 'Move it away, or choose another folder.');
    const old = digestOfFile(this.#port, target);
    if (old === sha256) {
      this.#outcome.unchanged.push(name);
      stage.discard();
      return;
    }
    if (!this.#before.has(name)) throw foreign(this.#shown(name));
    this.#outcome.changed.push(name);
    const access = { mode: stat.mode & 0o777, owner: stat };
    this.#whenStaged(
      stage,
      (staged) => this.#transaction.replace(staged, target, () => this.#transaction.copy(target, access)),
      access,
    );
  }

  #whenStaged(stage: OutputStage, step: (staged: StagedFile) => void, access: Access = { mode: newMode() }): void {
    const staged = stage.finish(access);
    if (staged !== undefined) this.#steps.push(() => step(staged));
  }

  /** What an earlier run of the same kind wrote and this one did not: removed, unless somebody has edited it. */
  #settleOld(): Pick<FolderOutcome, 'removed' | 'kept'> {
    const removed: string[] = [];
    const kept: string[] = [];
    for (const entry of this.#before.values()) {
      if (this.#entries.has(entry.file)) continue;
      const isOurs = entry.from === this.#wish.from;
      const target = join(this.#folder, ...entry.file.split('/'));
      if (!isOurs) this.#entries.set(entry.file, entry);
      else if (this.#isUntouched(target, entry)) {
        removed.push(entry.file);
        this.#steps.push(() => this.#transaction.remove(target));
      } else if (this.#port.lstat(target) !== undefined) kept.push(entry.file);
    }
    return { removed: removed.sort(), kept: kept.sort() };
  }

  #isUntouched(target: string, { sha256 }: ManifestEntry): boolean {
    return this.#port.lstat(target)?.isFile() === true && digestOfFile(this.#port, target) === sha256;
  }

  /**
   * New names are listed before they appear: what a killed run leaves is then press's own, and the next one can write over it. The
   * final list is the last name to change.
   */
  #commit(): void {
    const entries = [...this.#entries.values()];
    const everything = [...new Map([...this.#before, ...this.#entries]).values()];
    const listAll = this.#outcome.added.length > 0 ? this.#stageManifest(everything) : undefined;
    const listFinal = this.#stageManifest(entries);
    listAll?.step();
    for (const step of this.#steps) step();
    listFinal.step();
    this.#transaction.finish();
    const folders = new Set([
      this.#folder,
      ...entries.map(({ file }) => dirname(join(this.#folder, ...file.split('/')))),
    ]);
    sweep(this.#port, folders, listFinal.writtenAt);
  }

  #stageManifest(entries: readonly ManifestEntry[]): { readonly step: () => void; readonly writtenAt: number } {
    const target = join(this.#folder, MANIFEST_NAME);
    const old = this.#port.lstat(target);
    const access = { mode: old === undefined ? newMode() : old.mode & 0o777, owner: old };
    const staged = this.#transaction.stage(this.#folder, Buffer.from(manifestText(entries)), access);
    const writtenAt = this.#port.lstat(staged.temporary)?.mtimeMs ?? 0;
    const step = (): void => {
      if (this.#port.lstat(target) === undefined) this.#transaction.create(staged, target);
      else this.#transaction.replace(staged, target, () => this.#transaction.copy(target, access));
    };
    return { step, writtenAt };
  }

  #placeFor(name: string): { readonly target: string; readonly folder: string } {
    const key = identityKey(name);
    if (!isOutputName(name)) throw new RangeError(`«${name}» is no name for an output`);
    if (this.#taken.has(key))
      throw notHere(
        `Two files of the output would be called «${name}».`,
        'Give one of the releases, or feeds, another name.',
      );
    this.#taken.add(key);
    const target = join(this.#folder, ...name.split('/'));
    const folder = dirname(target);
    this.#requireRealFolders(folder);
    if (!this.#wish.dryRun) this.#transaction.makeFolders(missingFolders(this.#port, folder));
    return { target, folder };
  }

  /** Nothing is written through a link that leads out of the folder. */
  #requireRealFolders(folder: string): void {
    for (let at = folder; at.length > this.#folder.length; at = dirname(at)) {
      const stat = this.#port.lstat(at);
      if (stat !== undefined && !stat.isDirectory())
        throw notHere(`«${at.slice(this.#folder.length + 1)}» in «${this.#path}» is no folder.`, 'Move it away.');
    }
  }

  #shown(name: string): string {
    return `${this.#path.replace(/[/\\]$/, '')}/${name}`;
  }

  /** Between two pieces an interrupt has a chance to be heard. */
  async #pause(): Promise<void> {
    await breath();
    if (this.#signal?.aborted === true) throw new Interrupted();
  }
}

function newMode(): number {
  return 0o666 & ~process.umask();
}

/** Neither a source, nor the repository itself or a folder around it, nor a link. */
function requireFree(
  port: FilePort,
  { path, folder, root }: { readonly path: string; readonly folder: string; readonly root: string | undefined },
): void {
  const stat = port.lstat(folder);
  if (stat?.isSymbolicLink() === true)
    throw notHere(`«${path}» is a link, and press writes through none.`, 'Name the folder itself.');
  if (stat !== undefined && !stat.isDirectory())
    throw notHere(`«${path}» is a file, where a folder is needed.`, 'Choose another folder with -o.');
  if (root === undefined) return;
  const real = realFolder(folder);
  if (root === real || root.startsWith(real.endsWith(sep) ? real : real + sep))
    throw notHere(`«${path}» is the repository itself, or a folder around it.`, 'Choose a folder of its own with -o.');
  const source = sourceAt(root, folder);
  if (source !== undefined)
    throw notHere(
      `«${path}» belongs to the sources of the repository («${source}»).`,
      'Choose another folder with -o.',
    );
}

/** Outermost first. */
function missingFolders(port: FilePort, folder: string): string[] {
  const missing: string[] = [];
  for (let at = folder; port.lstat(at) === undefined; at = dirname(at)) missing.unshift(at);
  return missing;
}

function foreign(path: string): PressError {
  return new PressError('already-there', `«${path}» exists, and press has not written it.`, {
    hint: 'Nothing was written. Move that file away, or choose another folder with -o.',
  });
}

function notHere(message: string, hint: string): PressError {
  return new PressError('not-here', message, { hint });
}
