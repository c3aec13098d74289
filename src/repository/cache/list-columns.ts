/** A list of numbers for each record: all of them one after the other, and where each list ends. */
import { wholes } from './growing-column.ts';

export interface ListColumns {
  readonly items: Uint32Array;
  readonly ends: Uint32Array;
}

/** The numbers of one list, as a view. */
export function listAt({ items, ends }: ListColumns, record: number): Uint32Array {
  return items.subarray(record === 0 ? 0 : ends[record - 1], ends[record]);
}

export function isEmptyAt({ ends }: ListColumns, record: number): boolean {
  return ends[record] === (record === 0 ? 0 : ends[record - 1]);
}

export class ListWriter {
  readonly #items;
  readonly #ends;

  constructor(known?: ListColumns) {
    this.#items = wholes(known?.items);
    this.#ends = wholes(known?.ends);
  }

  /** The list of the next record. */
  add(numbers: Iterable<number>): void {
    for (const number of numbers) this.#items.push(number);
    this.#ends.push(this.#items.length);
  }

  get columns(): ListColumns {
    return { items: this.#items.numbers, ends: this.#ends.numbers };
  }
}
