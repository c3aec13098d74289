/**
 * `.press/undo/`: how the last changes are taken back, one file for each: `000012-<tx>.json`, the newest with the highest number.
 *
 * A record is complete before its change is decided. One of a change that was never decided stays behind after a crash and does no
 * harm: its files still have their old digests.
 */
import { join } from 'node:path';
import { compareText } from '../../model/diagnostic.ts';
import type { UndoRecord } from '../../model/undo.ts';
import { codeOf, disk, newFile, type FilePort } from '../file-port.ts';
import { syncFolder } from '../file-transaction.ts';
import { bytesOfFile } from '../output-files.ts';
import { makePrivateFolder } from '../private-folder.ts';
import { StageWriter } from '../stage-writer.ts';
import { settle } from '../try-again.ts';
import { about } from './about.ts';
import { parseUndo, printUndo } from './undo-record.ts';

/** As many changes as somebody regrets at once. */
const MOST_KEPT = 5;
const DIGITS = 6;
const NAME = /^\d{6}-[0-9a-f]{12}\.json$/;

/** The records in a repository, the newest first. `root` is absolute. Throws PressError. */
export function undoRecordsIn(root: string, port: FilePort = disk): readonly UndoRecord[] {
  return about('.press/undo', () => [...new UndoFolder(port, root).records()]);
}

export class UndoFolder {
  readonly #port: FilePort;
  readonly #root: string;
  readonly #folder: string;

  /** `root` is absolute. */
  constructor(port: FilePort, root: string) {
    this.#port = port;
    this.#root = root;
    this.#folder = join(root, '.press', 'undo');
  }

  /** Writes a record down so that it survives a power cut. Returns its id. */
  write(transaction: string, record: Omit<UndoRecord, 'id'>): string {
    makePrivateFolder(this.#port, this.#root);
    if (this.#port.lstat(this.#folder) === undefined) this.#port.mkdir(this.#folder, 0o700);
    const id = `${this.#nextNumber()}-${transaction}`;
    const draft = `${this.#path(id)}.tmp`;
    const writer = new StageWriter(this.#port, this.#port.open(draft, newFile, 0o600), draft);
    try {
      writer.write(Buffer.from(printUndo(record)));
      writer.finish({ mode: 0o600 });
    } finally {
      writer.abandon();
    }
    this.#port.rename(draft, this.#path(id));
    for (const folder of [this.#folder, join(this.#root, '.press'), this.#root]) syncFolder(this.#port, folder);
    return id;
  }

  /** Takes away the record of a transaction that was not made, whole or not. */
  discard(transaction: string): void {
    for (const name of this.#entries())
      if (name.includes(`-${transaction}.`)) this.#port.unlink(join(this.#folder, name));
  }

  /** Takes a record away that has been used, and those that are too old, as far as the disk lets us. */
  tidy(used: string | undefined): void {
    const names = this.#names();
    const old = names.slice(0, Math.max(0, names.length - MOST_KEPT));
    const drafts = this.#entries().filter((name) => name.endsWith('.tmp'));
    const gone = new Set([...old, ...drafts, ...names.filter((name) => name === `${used ?? ''}.json`)]);
    settle([...gone].map((name) => () => this.#port.unlink(join(this.#folder, name))));
  }

  /** The newest first. A record that is damaged is passed over: nothing is guessed. */
  *records(): Generator<UndoRecord> {
    for (const name of this.#names().reverse()) {
      const id = name.slice(0, -'.json'.length);
      const path = this.#path(id);
      if (this.#port.lstat(path)?.isFile() !== true) continue;
      const bytes = bytesOfFile(this.#port, path);
      const record = parseUndo(bytes.toString('utf8'));
      if (record !== undefined) yield { id, ...record };
    }
  }

  #nextNumber(): string {
    const last = Number(this.#names().at(-1)?.slice(0, DIGITS) ?? 0);
    return String(last + 1).padStart(DIGITS, '0');
  }

  #names(): string[] {
    return this.#entries().filter((name) => NAME.test(name));
  }

  #entries(): string[] {
    try {
      return this.#port.names(this.#folder).sort(compareText);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}
