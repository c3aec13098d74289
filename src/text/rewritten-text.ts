/** A text with some stretches replaced, and the way back from every place in it to the place that it was made of. */

export interface RewrittenText {
  readonly text: string;
  /** The offset in the source of what stands at an offset of the text; of its end, the end of the source. */
  origin(offset: number): number;
}

/** Replaces stretches of a source, in the order in which they stand there. */
export class Rewriting {
  readonly #source: string;
  readonly #parts: string[] = [];
  /** Where each part begins in the result, and in the source. */
  readonly #starts: number[] = [];
  readonly #sources: number[] = [];
  #length = 0;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  replace(start: number, end: number, text: string): void {
    this.#push(this.#source.slice(this.#at, start), this.#at);
    this.#push(text, start);
    this.#at = end;
  }

  /** The whole; undefined when nothing was replaced. */
  finish(): RewrittenText | undefined {
    if (this.#at === 0 && this.#parts.length === 0) return undefined;
    const source = this.#source;
    this.#push(source.slice(this.#at), this.#at);
    const [starts, sources] = [this.#starts, this.#sources];
    const length = this.#length;
    return {
      text: this.#parts.join(''),
      origin(offset) {
        if (offset >= length) return source.length;
        const index = lastAtMost(starts, offset);
        const from = sources[index] ?? 0;
        const limit = Math.max(from, (sources[index + 1] ?? source.length) - 1);
        return Math.min(from + offset - (starts[index] ?? 0), limit);
      },
    };
  }

  #push(part: string, source: number): void {
    if (part === '') return;
    this.#parts.push(part);
    this.#starts.push(this.#length);
    this.#sources.push(source);
    this.#length += part.length;
  }
}

/** Index of the last number that is at most `wanted`, in an ascending list. */
function lastAtMost(ascending: readonly number[], wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
