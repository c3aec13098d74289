/**
 * The files of the memory, folder by folder: the names in a folder are one text, so that a folder that is as it was costs one comparison, and each
 * file has a row of numbers, its stamp and the record of its facts.
 */
import { TextTable, type TextColumns } from './text-table.ts';

export interface FileColumns {
  /** For each folder its path, and after it the names of its files, sorted and joined with `/`. */
  readonly folders: TextColumns;
  /** The first row of each folder. */
  readonly firstRows: Uint32Array;
  /** `STAMP_NUMBERS` for each row. */
  readonly stamps: Float64Array;
  /** For each row the record of its facts, or `noRecord`. */
  readonly records: Uint32Array;
}

export const noRecord = 0xffff_ffff;

/** What tells a file from what stands at its path later: size in bytes, times of text and file in milliseconds, number on the disk. */
export const STAMP_NUMBERS = 4;

export interface FolderRows {
  readonly first: number;
  /** Sorted, joined with `/`. */
  readonly names: string;
}

export class FileTable {
  readonly #columns: FileColumns;
  readonly #texts: TextTable;
  readonly #folders = new Map<string, number>();
  #opened: { readonly index: number; readonly names: readonly string[] } | undefined;

  constructor(columns: FileColumns) {
    this.#columns = columns;
    this.#texts = new TextTable(columns.folders);
    for (const index of columns.firstRows.keys()) this.#folders.set(this.#texts.at(2 * index + 1) ?? '', index);
  }

  get rowCount(): number {
    return this.#columns.records.length;
  }

  /** The rows of a folder (from the root); undefined for one that is not known. */
  folder(path: string): FolderRows | undefined {
    const index = this.#folders.get(path);
    if (index === undefined) return undefined;
    return { first: this.#columns.firstRows[index] ?? 0, names: this.#texts.at(2 * index + 2) ?? '' };
  }

  recordOf(row: number): number {
    return this.#columns.records[row] ?? noRecord;
  }

  /** Whether a row has a record, and the stamp that begins at `at` is that of the file that was read for it. */
  holds(row: number, numbers: Float64Array, at: number): boolean {
    const { stamps } = this.#columns;
    const own = row * STAMP_NUMBERS;
    return (
      stamps[own] === numbers[at] &&
      stamps[own + 1] === numbers[at + 1] &&
      stamps[own + 2] === numbers[at + 2] &&
      stamps[own + 3] === numbers[at + 3] &&
      this.recordOf(row) !== noRecord
    );
  }

  /** The numbers of a row's stamp, as a view. */
  stampOf(row: number): Float64Array {
    return this.#columns.stamps.subarray(row * STAMP_NUMBERS, (row + 1) * STAMP_NUMBERS);
  }

  /** The row of what stood at a path. */
  rowAt(path: string): number | undefined {
    const end = path.lastIndexOf('/');
    const folder = this.folder(path.slice(0, end));
    const at = folder?.names.split('/').indexOf(path.slice(end + 1)) ?? -1;
    return folder === undefined || at === -1 ? undefined : folder.first + at;
  }

  pathOf(row: number): string {
    const { firstRows } = this.#columns;
    const index = firstRows.findLastIndex((first) => first <= row);
    // Whoever asks goes through a folder file by file.
    if (this.#opened?.index !== index)
      this.#opened = { index, names: (this.#texts.at(2 * index + 2) ?? '').split('/') };
    return `${this.#texts.at(2 * index + 1)}/${this.#opened.names[row - (firstRows[index] ?? 0)]}`;
  }
}
