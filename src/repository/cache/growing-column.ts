/** Numbers of one kind, one after the other, in memory that grows: a hundred thousand of them are one object. */

export type Numbers = Buffer | Uint32Array | Float64Array;

const FIRST_ROOM = 1024;
// Doubling would hold three times as much while it copies.
const GROWTH = 1.5;

export class GrowingColumn<Kind extends Numbers> {
  readonly #make: (length: number) => Kind;
  #numbers: Kind;
  #length: number;

  /** Begins with a copy of `known`. */
  constructor(make: (length: number) => Kind, known?: ArrayLike<number>) {
    this.#make = make;
    this.#length = known?.length ?? 0;
    this.#numbers = make(Math.max(FIRST_ROOM, this.#length + (this.#length >> 2)));
    if (known !== undefined) this.#numbers.set(known);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    this.reserve(1);
    this.#numbers[this.#length] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#numbers[index] = value;
  }

  /** What there is: a view, which the next `push` may leave behind. */
  get numbers(): Kind {
    return this.#numbers.subarray(0, this.#length) as Kind;
  }

  /** Makes room for so many more and returns all of it; whoever writes there says with `grow` how many there are. */
  reserve(more: number): Kind {
    const wanted = this.#length + more;
    if (wanted > this.#numbers.length) {
      const larger = this.#make(Math.max(wanted, Math.ceil(this.#numbers.length * GROWTH)));
      larger.set(this.numbers);
      this.#numbers = larger;
    }
    return this.#numbers;
  }

  grow(by: number): void {
    this.#length += by;
  }
}

export const bytes = (known?: Uint8Array): GrowingColumn<Buffer> =>
  new GrowingColumn<Buffer>((length) => Buffer.allocUnsafeSlow(length), known);
export const wholes = (known?: Uint32Array): GrowingColumn<Uint32Array> =>
  new GrowingColumn((length) => new Uint32Array(length), known);
export const floats = (known?: Float64Array): GrowingColumn<Float64Array> =>
  new GrowingColumn((length) => new Float64Array(length), known);
