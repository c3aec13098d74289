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
import { codeOf, disk, type FilePort } from './file-port.ts';
import { FileTransaction } from './file-transaction.ts';
import {
  alreadyBusy,
  foreign,
  missingFolders,
  newMode,
  notHere,
  requireFree,
  requirePortable,
  requireWritable,
} from './folder-guards.ts';
import { Lock } from './lock.ts';
import { giveBack, LOCK_PATIENCE_MILLISECONDS, takeLock } from './lock-waiting.ts';
import { digestOfFile, FILLING, listedIn, sweep } from './output-files.ts';
import { OutputStage } from './stage-output.ts';
import type { Access, StagedFile } from './stage-writer.ts';
import { identityKey } from './target-place.ts';
import { writeFailure } from './write-failure.ts';
import type { OutputPlace } from './write-output.ts';

/** Rejects with PressError and leaves the folder as it was; with Interrupted when the signal is aborted meanwhile. */
export async function writeFolder(path: string, wish: FolderWish, place: OutputPlace): Promise<FolderOutcome> {
  const folder = resolve(place.cwd, path);
  const { port = disk, signal } = place;
  try {
    requireFree(port, { path, folder, root: place.root });
    const fill = (): Promise<FolderOutcome> => new Filling(path, folder, { wish, port, signal }).run();
    return await (wish.dryRun ? fill() : whileLocked(folder, fill, { port, signal }));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw alreadyBusy(path);
    throw writeFailure(error, path);
  }
}

/** Two runs would lose each other's entries of the list: one waits for the other, from the reading of the list to its last writing. */
async function whileLocked<Result>(
  folder: string,
  work: () => Promise<Result>,
  { port, signal }: Pick<Circumstances, 'port' | 'signal'>,
): Promise<Result> {
  const folders = new FileTransaction(port, randomBytes(6).toString('hex'));
  const lock = new Lock(folder, 'press export', { port, place: { folder, name: '.press-lock' } });
  try {
    folders.makeFolders(missingFolders(port, folder));
    await takeLock(lock, { patience: LOCK_PATIENCE_MILLISECONDS, signal });
    try {
      return await work();
    } finally {
      giveBack(lock);
    }
  } catch (error) {
    folders.undo();
    throw error;
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
  readonly #swept = new Set<string>();
  readonly #digestsBefore = new Map<string, string>();
  readonly #steps: (() => void)[] = [];
  readonly #outcome = { added: new Array<string>(), changed: new Array<string>(), unchanged: new Array<string>() };

  constructor(path: string, folder: string, { wish, port, signal }: Circumstances) {
    this.#path = path;
    this.#folder = folder;
    this.#wish = wish;
    this.#port = port;
    this.#signal = signal;
    this.#before = listedIn(port, folder, path);
    this.#transaction = new FileTransaction(port, `${FILLING}${randomBytes(6).toString('hex')}`);
  }

  async run(): Promise<FolderOutcome> {
    try {
      this.#sweep(this.#folder);
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
    const target = this.#placeFor(file.name);
    // All of them beside the list, where the next run finds what a killed one left.
    const stage = new OutputStage(
      this.#wish.dryRun ? undefined : { transaction: this.#transaction, folder: this.#folder },
    );
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
      this.#keepMoment(name);
      stage.discard();
      return;
    }
    if (!this.#before.has(name)) throw foreign(this.#shown(name));
    requireWritable(stat, this.#shown(name));
    this.#digestsBefore.set(name, old);
    this.#outcome.changed.push(name);
    const access = { mode: stat.mode & 0o777, owner: stat };
    this.#whenStaged(
      stage,
      (staged) => this.#transaction.replace(staged, target, () => this.#transaction.copy(target, access)),
      access,
    );
  }

  /** The entry of a file that stays the same says since when, so that a run that changes nothing leaves the list alone, too. */
  #keepMoment(name: string): void {
    const [before, now] = [this.#before.get(name), this.#entries.get(name)];
    if (before?.sha256 === now?.sha256 && before !== undefined && now !== undefined)
      this.#entries.set(name, { ...now, asOf: before.asOf });
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
      // Through a link, or in what is no folder, nothing was ever written.
      if (!this.#isInRealFolder(target)) continue;
      this.#sweep(dirname(target));
      if (!isOurs) this.#entries.set(entry.file, entry);
      else if (this.#isUntouched(target, entry)) {
        removed.push(entry.file);
        this.#steps.push(() => this.#transaction.remove(target));
      } else if (this.#port.lstat(target) !== undefined) {
        // It may hold what is not public any more, so it stays on the list and every run tells of it.
        kept.push(entry.file);
        this.#entries.set(entry.file, entry);
      }
    }
    return { removed: removed.sort(), kept: kept.sort() };
  }

  #isUntouched(target: string, { sha256, was }: ManifestEntry): boolean {
    const stat = this.#port.lstat(target);
    if (stat?.isFile() !== true) return false;
    const digest = digestOfFile(this.#port, target);
    if (digest !== sha256 && digest !== was) return false;
    requireWritable(stat, target);
    return true;
  }

  /**
   * What is to come is listed before it appears, with the digests from before: what a killed run leaves, old or new, is then known to be
   * press's own, and the next run can write over it or take it away. The final list is the last name to change.
   */
  #commit(): void {
    const entries = [...this.#entries.values()];
    const everything = [...new Map([...this.#before, ...this.#entries]).values()].map((entry) =>
      this.#withDigestBefore(entry),
    );
    const listAll = this.#steps.length > 0 ? this.#stageManifest(everything) : undefined;
    const listFinal = this.#hasManifest(entries) ? undefined : this.#stageManifest(entries);
    listAll?.();
    for (const step of this.#steps) step();
    listFinal?.();
    this.#transaction.finish();
  }

  #withDigestBefore(entry: ManifestEntry): ManifestEntry {
    const was = this.#digestsBefore.get(entry.file);
    return was === undefined ? entry : { ...entry, was };
  }

  /** Removes what a killed run left half-written, once in each folder. */
  #sweep(folder: string): void {
    if (this.#wish.dryRun || this.#swept.has(folder)) return;
    this.#swept.add(folder);
    sweep(this.#port, folder);
  }

  #hasManifest(entries: readonly ManifestEntry[]): boolean {
    return (
      this.#steps.length === 0 && this.#before.size > 0 && manifestText(entries) === manifestText(this.#before.values())
    );
  }

  /** Writes the list under a temporary name; the returned step gives it its own. */
  #stageManifest(entries: readonly ManifestEntry[]): () => void {
    const target = join(this.#folder, MANIFEST_NAME);
    const old = this.#port.lstat(target);
    if (old !== undefined) requireWritable(old, this.#shown(MANIFEST_NAME));
    const access = { mode: old === undefined ? newMode() : old.mode & 0o777, owner: old };
    const staged = this.#transaction.stage(this.#folder, Buffer.from(manifestText(entries)), access);
    return () => {
      if (this.#port.lstat(target) === undefined) this.#transaction.create(staged, target);
      else this.#transaction.replace(staged, target, () => this.#transaction.copy(target, access));
    };
  }

  #placeFor(name: string): string {
    const key = identityKey(name);
    if (!isOutputName(name)) throw new RangeError(`«${name}» is no name for an output`);
    requirePortable(name);
    if (this.#taken.has(key))
      throw notHere(
        `Two files of the output would be called «${name}».`,
        'Give one of the releases, or feeds, another name.',
      );
    this.#taken.add(key);
    const target = join(this.#folder, ...name.split('/'));
    const folder = dirname(target);
    this.#requireRealFolders(folder);
    this.#sweep(folder);
    if (!this.#wish.dryRun) this.#transaction.makeFolders(missingFolders(this.#port, folder));
    return target;
  }

  /** Nothing is written through a link that leads out of the folder. */
  #requireRealFolders(folder: string): void {
    const other = this.#noFolder(folder);
    if (other !== undefined) throw notHere(`«${other}» in «${this.#path}» is no folder.`, 'Move it away.');
  }

  #isInRealFolder(target: string): boolean {
    return this.#noFolder(dirname(target)) === undefined;
  }

  /** The outermost name on the way to a folder that is something else; undefined when all are folders, or not there yet. */
  #noFolder(folder: string): string | undefined {
    let at = this.#folder;
    for (const name of folder.slice(this.#folder.length).split(sep)) {
      at = join(at, name);
      const stat = this.#port.lstat(at);
      if (stat === undefined) return undefined;
      if (!stat.isDirectory()) return at.slice(this.#folder.length + 1);
    }
    return undefined;
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
