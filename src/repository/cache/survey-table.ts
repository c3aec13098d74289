/** The files that a survey has met, in the rows of the memory that comes next. Those that are known already cost one number each. */
import { floats, wholes } from './growing-column.ts';
import { noRecord, STAMP_NUMBERS, type FileColumns, type FileTable } from './file-table.ts';
import { TextWriter } from './text-table.ts';

// Above it stand the files that are new, below it the rows of those that are known.
const NEW = 0x8000_0000;

export class SurveyTable {
  readonly #known: FileTable | undefined;
  readonly #folders: { readonly path: string; readonly names: string }[] = [];
  readonly #firstRows = wholes();
  readonly #sources = wholes();
  readonly #stamps = floats();
  readonly #records = wholes();
  readonly #unfit = new Set<number>();
  /** How many files are those that the memory knows. */
  kept = 0;

  constructor(known: FileTable | undefined) {
    this.#known = known;
  }

  get rowCount(): number {
    return this.#sources.length;
  }

  /** The folder of the rows that come next: the names of its files, sorted and joined. */
  addFolder(path: string, names: string): void {
    this.#folders.push({ path, names });
    this.#firstRows.push(this.rowCount);
  }

  keepRow(row: number): void {
    this.#sources.push(row);
    this.kept += 1;
  }

  /** A file with the stamp that begins at `at`. */
  addRow(numbers: Float64Array, at: number): void {
    this.#sources.push(NEW + this.#records.length);
    for (let index = 0; index < STAMP_NUMBERS; index += 1) this.#stamps.push(numbers[at + index] ?? Number.NaN);
    this.#records.push(noRecord);
  }

  recordOf(slot: number): number {
    const source = this.#sources.at(slot);
    return source < NEW ? (this.#known?.recordOf(source) ?? noRecord) : this.#records.at(source - NEW);
  }

  /** By row of the memory: 1 for the files that it knows. */
  keptRows(count: number): Uint8Array {
    const kept = new Uint8Array(count);
    for (const source of this.#sources.numbers) if (source < NEW) kept[source] = 1;
    return kept;
  }

  /** A file whose facts are not kept: it is read each time. */
  distrust(slot: number): void {
    this.#unfit.add(slot);
  }

  /** The slots of the files at some paths, and no others. */
  *slotsOf(paths: ReadonlySet<string>): Generator<number> {
    const folders = new Set(Array.from(paths, (path) => path.slice(0, path.lastIndexOf('/'))));
    for (const [index, { path, names }] of this.#folders.entries()) {
      if (!folders.has(path)) continue;
      const first = this.#firstRows.at(index);
      for (const [at, name] of names.split('/').entries()) if (paths.has(`${path}/${name}`)) yield first + at;
    }
  }

  /** The record of a file that is new. */
  setRecord(slot: number, record: number): void {
    this.#records.set(this.#sources.at(slot) - NEW, record);
  }

  /** The moment, in milliseconds, at which a file was last changed in any way. */
  changedAt(slot: number): number {
    const [, mtime = Number.NaN, ctime = Number.NaN] = this.#stampOf(slot);
    return Math.max(mtime, ctime);
  }

  #stampOf(slot: number): Float64Array {
    const source = this.#sources.at(slot);
    if (source < NEW) return this.#known?.stampOf(source) ?? new Float64Array(STAMP_NUMBERS);
    const at = (source - NEW) * STAMP_NUMBERS;
    return this.#stamps.numbers.subarray(at, at + STAMP_NUMBERS);
  }

  /** As they are to be written. A row whose file is not to be trusted is never taken for it. */
  columns(isTrusted: (slot: number) => boolean): FileColumns {
    const stamps = new Float64Array(this.rowCount * STAMP_NUMBERS);
    const records = new Uint32Array(this.rowCount);
    for (let slot = 0; slot < this.rowCount; slot += 1) {
      stamps.set(this.#stampOf(slot), slot * STAMP_NUMBERS);
      if (this.#unfit.has(slot) || !isTrusted(slot)) stamps[slot * STAMP_NUMBERS] = Number.NaN;
      records[slot] = this.recordOf(slot);
    }
    const folders = new TextWriter();
    for (const { path, names } of this.#folders) {
      folders.add(path);
      folders.add(names);
    }
    return { folders: folders.columns, firstRows: this.#firstRows.numbers, stamps, records };
  }
}
