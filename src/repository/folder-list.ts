/** The list of a folder's outputs, as an earlier run left it and as this one is going to leave it. */
import { join } from 'node:path';
import { MANIFEST_NAME, manifestText, type ManifestEntry } from '../model/output-manifest.ts';
import type { FilePort } from './file-port.ts';
import type { FileTransaction } from './file-transaction.ts';
import { newMode, requireWritable } from './folder-guards.ts';
import { listedIn } from './output-files.ts';

export interface ListedFolder {
  /** Absolute. */
  readonly folder: string;
  /** As the person wrote it. */
  readonly path: string;
  readonly port: FilePort;
}

export class FolderList {
  readonly #folder: string;
  readonly #path: string;
  readonly #port: FilePort;
  readonly #before: ReadonlyMap<string, ManifestEntry>;
  readonly #now = new Map<string, ManifestEntry>();
  readonly #digestsBefore = new Map<string, string>();

  /** Throws PressError for a list that press has not written. */
  constructor({ folder, path, port }: ListedFolder) {
    this.#folder = folder;
    this.#path = path;
    this.#port = port;
    this.#before = listedIn(port, folder, path);
  }

  /** Whether an earlier run wrote the file. */
  knew(file: string): boolean {
    return this.#before.has(file);
  }

  /** Entries of an earlier run that this one has not come to. */
  get left(): readonly ManifestEntry[] {
    return [...this.#before.values()].filter(({ file }) => !this.#now.has(file));
  }

  /** Notes a file that is new, or has other bytes than before (`was`). */
  note(entry: ManifestEntry, was?: string): void {
    this.#now.set(entry.file, entry);
    if (was !== undefined) this.#digestsBefore.set(entry.file, was);
  }

  /** The entry of a file that stays the same says since when, so that a run that changes nothing leaves the list alone, too. */
  noteUnchanged(entry: ManifestEntry): void {
    const before = this.#before.get(entry.file);
    this.#now.set(entry.file, before?.sha256 === entry.sha256 ? { ...entry, asOf: before.asOf } : entry);
  }

  /**
   * The list while a run changes names: what was there, what is to come, and the digests from before, so that whatever a killed run
   * leaves is known for press's own. Staged; the returned step gives it its name.
   */
  stageAll(transaction: FileTransaction): () => void {
    const entries = [...new Map([...this.#before, ...this.#now]).values()];
    return this.#stage(
      transaction,
      entries.map((entry) => {
        const was = this.#digestsBefore.get(entry.file);
        return was === undefined ? entry : { ...entry, was };
      }),
    );
  }

  /** The list as it stays, in the same way. */
  stageFinal(transaction: FileTransaction): () => void {
    return this.#stage(transaction, this.#now.values());
  }

  /** Whether the list that is there says all that is to be said. */
  get isUpToDate(): boolean {
    return this.#before.size > 0 && manifestText(this.#now.values()) === manifestText(this.#before.values());
  }

  #stage(transaction: FileTransaction, entries: Iterable<ManifestEntry>): () => void {
    const target = join(this.#folder, MANIFEST_NAME);
    const old = this.#port.lstat(target);
    if (old !== undefined) requireWritable(old, `${this.#path}/${MANIFEST_NAME}`);
    const access = { mode: old === undefined ? newMode() : old.mode & 0o777, owner: old };
    const staged = transaction.stage(this.#folder, Buffer.from(manifestText(entries)), access);
    return () => {
      if (this.#port.lstat(target) === undefined) transaction.create(staged, target);
      else transaction.replace(staged, target, () => transaction.copy(target, access));
    };
  }
}
