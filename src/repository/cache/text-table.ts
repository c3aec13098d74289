/** Texts by number, as UTF-8 in one heap. Number 0 is no text at all. A text is made when it is asked for. */
import { detached } from '../../text/detached.ts';
import { bytes, wholes, type GrowingColumn } from './growing-column.ts';

export interface TextColumns {
  readonly heap: Uint8Array;
  /** Where each text ends; it begins where the one before it ends. */
  readonly ends: Uint32Array;
}

const UTF8_OF_A_UNIT = 3;

export class TextTable {
  readonly #heap: Buffer;
  readonly #ends: Uint32Array;

  constructor({ heap, ends }: TextColumns) {
    this.#heap = Buffer.from(heap.buffer, heap.byteOffset, heap.byteLength);
    this.#ends = ends;
  }

  get size(): number {
    return this.#ends.length;
  }

  at(number: number): string | undefined {
    if (number === 0) return undefined;
    const start = number === 1 ? 0 : this.#ends[number - 2];
    return this.#heap.toString('utf8', start, this.#ends[number - 1]);
  }
}

/** Texts of which many files have the same: each is made once. */
export class WordTable extends TextTable {
  readonly #made: (string | undefined)[] = [];

  override at(number: number): string | undefined {
    return (this.#made[number] ??= super.at(number));
  }
}

export class TextWriter {
  readonly #heap: GrowingColumn<Buffer>;
  readonly #ends: GrowingColumn<Uint32Array>;

  /** Goes on after the texts that are known. */
  constructor(known?: TextColumns) {
    this.#heap = bytes(known?.heap);
    this.#ends = wholes(known?.ends);
  }

  add(text: string | undefined): number {
    if (text === undefined) return 0;
    const room = this.#heap.reserve(text.length * UTF8_OF_A_UNIT);
    this.#heap.grow(room.write(text, this.#heap.length, 'utf8'));
    this.#ends.push(this.#heap.length);
    return this.#ends.length;
  }

  get columns(): TextColumns {
    return { heap: this.#heap.numbers, ends: this.#ends.numbers };
  }
}

/** The same, with one number for all texts that are the same. */
export class WordWriter extends TextWriter {
  readonly #numbers = new Map<string, number>();

  constructor(known?: TextColumns) {
    super(known);
    if (known === undefined) return;
    const table = new TextTable(known);
    for (let number = 1; number <= table.size; number += 1) this.#numbers.set(table.at(number) ?? '', number);
  }

  override add(text: string | undefined): number {
    if (text === undefined) return 0;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = super.add(text);
    // Cut out of a file, the text would hold that file in memory.
    this.#numbers.set(detached(text), number);
    return number;
  }
}
