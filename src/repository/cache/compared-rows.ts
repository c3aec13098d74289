/** What comparing all files came to in the run that wrote a memory, as its columns have it. */
import type { RememberedComparison } from '../../model/archive-memory.ts';
import type { ComparisonKeys } from '../../model/comparison-keys.ts';
import type { CustomCounts } from '../../model/file-customs.ts';
import { flags } from './fact-columns.ts';
import type { FactReader } from './fact-reader.ts';
import type { FileTable } from './file-table.ts';
import { isEmptyAt, type ListColumns } from './list-columns.ts';

export class ComparedRows implements RememberedComparison {
  readonly #files: FileTable;
  /** Where the facts are now: the memory may have been written anew. */
  readonly #reader: () => FactReader;
  /** By row: 1 for the files that are as they were. */
  readonly #kept: Uint8Array;
  readonly changed: readonly number[];

  constructor(files: FileTable, reader: () => FactReader, kept: Uint8Array) {
    this.#files = files;
    this.#reader = reader;
    this.#kept = kept;
    const changed: number[] = [];
    for (let row = kept.indexOf(0); row >= 0; row = kept.indexOf(0, row + 1)) changed.push(row);
    this.changed = changed;
  }

  get #facts(): FactReader {
    return this.#reader();
  }

  get customs(): CustomCounts {
    const { flags: columns } = this.#facts.columns;
    const counts = { files: this.#files.rowCount, inYears: 0, dated: 0 };
    for (let row = 0; row < counts.files; row += 1) {
      const known = columns[this.#files.recordOf(row)] ?? 0;
      if ((known & flags.isInYear) !== 0) counts.inYears += 1;
      if ((known & flags.isDated) !== 0) counts.dated += 1;
    }
    return counts;
  }

  pathOf(row: number): string {
    return this.#files.pathOf(row);
  }

  rowAt(path: string): number | undefined {
    return this.#files.rowAt(path);
  }

  keysOf(row: number): ComparisonKeys {
    return this.#facts.keys(this.#files.recordOf(row));
  }

  *sharing(keys: ReadonlySet<number>, { names }: { readonly names: boolean }): Generator<number> {
    if (keys.size === 0) return;
    const { hasKeys, namesKeys } = this.#facts.columns;
    yield* this.#unchanged((record) => holdsOne(hasKeys, record, keys) || (names && holdsOne(namesKeys, record, keys)));
  }

  noisy(): Iterable<number> {
    const facts = this.#facts;
    return this.#unchanged((record) => facts.hasFlag(record, flags.isNoisy));
  }

  *pointing(): Generator<number> {
    const { attachments, links } = this.#facts.columns;
    if (attachments.items.length + links.items.length === 0) return;
    yield* this.#unchanged((record) => !(isEmptyAt(attachments, record) && isEmptyAt(links, record)));
  }

  *#unchanged(isMeant: (record: number) => boolean): Generator<number> {
    const { rowCount } = this.#files;
    for (let row = 0; row < rowCount; row += 1)
      if (this.#kept[row] === 1 && isMeant(this.#files.recordOf(row))) yield row;
  }
}

function holdsOne({ items, ends }: ListColumns, record: number, keys: ReadonlySet<number>): boolean {
  const end = ends[record] ?? 0;
  for (let at = record === 0 ? 0 : (ends[record - 1] ?? 0); at < end; at += 1)
    if (keys.has(items[at] ?? 0)) return true;
  return false;
}
