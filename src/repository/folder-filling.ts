/** One run that fills a folder: stages everything, compares, changes names, and leaves the list. */
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import type { OutputFile } from '../model/export-format.ts';
import { Interrupted } from '../model/interrupted.ts';
import type { FolderOutcome, FolderWish } from '../model/output-folder.ts';
import type { ManifestEntry } from '../model/output-manifest.ts';
import type { FilePort } from './file-port.ts';
import { FileTransaction } from './file-transaction.ts';
import { foreign, missingFolders, newMode, notHere, requireWritable } from './folder-guards.ts';
import { FolderList, type ListedFolder } from './folder-list.ts';
import { FolderNames } from './folder-names.ts';
import { digestOfFile, FILLING, sweep } from './output-files.ts';
import { OutputStage } from './stage-output.ts';
import type { Access, StagedFile } from './stage-writer.ts';

export interface FillingParts extends ListedFolder {
  readonly wish: FolderWish;
  readonly signal: AbortSignal | undefined;
}

export class FolderFilling {
  readonly #parts: FillingParts;
  readonly #wish: FolderWish;
  readonly #port: FilePort;
  readonly #list: FolderList;
  readonly #names: FolderNames;
  readonly #transaction: FileTransaction;
  readonly #swept = new Set<string>();
  readonly #steps: (() => void)[] = [];
  readonly #outcome = { added: new Array<string>(), changed: new Array<string>(), unchanged: new Array<string>() };

  /** Reads the list of the folder. Throws PressError for one that press has not written. */
  constructor(parts: FillingParts) {
    this.#parts = parts;
    this.#wish = parts.wish;
    this.#port = parts.port;
    this.#list = new FolderList(parts);
    this.#names = new FolderNames(parts);
    this.#transaction = new FileTransaction(parts.port, `${FILLING}${randomBytes(6).toString('hex')}`);
  }

  /** Rejects with PressError or Interrupted, and has changed nothing then. */
  async run(): Promise<FolderOutcome> {
    try {
      this.#sweep(this.#parts.folder);
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
    const place = { transaction: this.#transaction, folder: this.#parts.folder };
    const stage = new OutputStage(this.#wish.dryRun ? undefined : place);
    await stage.fill(file.chunks, () => this.#pause());
    const { asOf, from } = this.#wish;
    const entry = { file: file.name, sha256: stage.digest(), count: file.count, asOf, from };
    this.#decide(entry, { target, stage });
    await this.#pause();
  }

  /** Compares with what is there, and notes what is to be done once everything is staged. */
  #decide(entry: ManifestEntry, { target, stage }: { readonly target: string; readonly stage: OutputStage }): void {
    const stat = this.#port.lstat(target);
    const shown = `${this.#parts.path}/${entry.file}`;
    if (stat === undefined) {
      this.#outcome.added.push(entry.file);
      this.#list.note(entry);
      this.#whenStaged(stage, (staged) => this.#transaction.create(staged, target));
      return;
    }
    if (!stat.isFile()) throw notHere(`«${shown}» is no ordinary file.`, 'Move it away, or choose another folder.');
    const old = digestOfFile(this.#port, target);
    if (old === entry.sha256) {
      this.#outcome.unchanged.push(entry.file);
      this.#list.noteUnchanged(entry);
      stage.discard();
      return;
    }
    if (!this.#list.knew(entry.file)) throw foreign(shown);
    requireWritable(stat, shown);
    this.#outcome.changed.push(entry.file);
    this.#list.note(entry, old);
    const access = { mode: stat.mode & 0o777, owner: stat };
    const replace = (staged: StagedFile): void =>
      this.#transaction.replace(staged, target, () => this.#transaction.copy(target, access));
    this.#whenStaged(stage, replace, access);
  }

  #whenStaged(stage: OutputStage, step: (staged: StagedFile) => void, access: Access = { mode: newMode() }): void {
    const staged = stage.finish(access);
    if (staged !== undefined) this.#steps.push(() => step(staged));
  }

  /** What an earlier run of the same kind wrote and this one did not: removed, unless somebody has edited it. */
  #settleOld(): Pick<FolderOutcome, 'removed' | 'kept'> {
    const removed: string[] = [];
    const kept: string[] = [];
    for (const entry of this.#list.left) {
      const target = this.#names.pathOf(entry.file);
      if (!this.#names.isReachable(target)) continue;
      this.#sweep(dirname(target));
      if (entry.from !== this.#wish.from) this.#list.note(entry);
      else if (this.#isUntouched(target, entry)) {
        removed.push(entry.file);
        this.#steps.push(() => this.#transaction.remove(target));
      } else if (this.#port.lstat(target) !== undefined) {
        // It may hold what is not public any more, so it stays on the list and every run tells of it.
        kept.push(entry.file);
        this.#list.note(entry);
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

  /** The list is the first name to change, so that nothing of a killed run is a stranger, and the last. */
  #commit(): void {
    const listAll = this.#steps.length > 0 ? this.#list.stageAll(this.#transaction) : undefined;
    const isListed = this.#steps.length === 0 && this.#list.isUpToDate;
    const listFinal = isListed ? undefined : this.#list.stageFinal(this.#transaction);
    listAll?.();
    // A power cut keeps some names and loses others: neither may a file be there that the list does not know, nor one that it knows no more.
    if (listAll !== undefined) this.#transaction.flush();
    for (const step of this.#steps) step();
    if (listAll !== undefined) this.#transaction.flush();
    listFinal?.();
    this.#transaction.finish();
  }

  #placeFor(name: string): string {
    const target = this.#names.take(name);
    const folder = dirname(target);
    this.#sweep(folder);
    if (!this.#wish.dryRun) this.#transaction.makeFolders(missingFolders(this.#port, folder));
    return target;
  }

  /** Removes what a killed run left half-written, once in each folder. */
  #sweep(folder: string): void {
    if (this.#wish.dryRun || this.#swept.has(folder)) return;
    this.#swept.add(folder);
    sweep(this.#port, folder);
  }

  /** Between two pieces an interrupt has a chance to be heard. */
  async #pause(): Promise<void> {
    await breath();
    if (this.#parts.signal?.aborted === true) throw new Interrupted();
  }
}
