/**
 * Places in a text, as people and editors count them.
 *
 * Lines and columns start at 1, columns and offsets count UTF-16 code units. `offset` counts from the
 * first character of the file, a byte-order mark included; column 1 of line 1 is the character after it.
 */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of text: `end` is the position just after its last character. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

const LINE_FEED = 10;
const BYTE_ORDER_MARK = '\uFEFF';

/** Turns offsets of one text into positions. The line table is made on the first question. */
export class LineMap {
  readonly #text: string;
  readonly #bomLength: number;
  #starts: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#bomLength = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  }

  /** Position of an offset; offsets beyond the text are taken as its end. */
  at(offset: number): Position {
    const starts = this.#lineStarts();
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    const line = lastAtMost(starts, clamped);
    const hidden = line === 0 ? this.#bomLength : 0;
    const column = Math.max(1, clamped - (starts[line] ?? 0) - hidden + 1);
    return { line: line + 1, column, offset: clamped };
  }

  /** The range from one offset to another. */
  range(start: number, end: number): Range {
    return { start: this.at(start), end: this.at(Math.max(start, end)) };
  }

  /** The text of a line (counted from 1) without its line break. */
  lineText(line: number): string {
    const starts = this.#lineStarts();
    const from = (starts[line - 1] ?? this.#text.length) + (line === 1 ? this.#bomLength : 0);
    const to = starts[line] ?? this.#text.length;
    return this.#text.slice(from, to).replace(/\r?\n$/, '');
  }

  #lineStarts(): number[] {
    if (this.#starts === undefined) {
      this.#starts = [0];
      for (let i = 0; i < this.#text.length; i++) {
        if (this.#text.charCodeAt(i) === LINE_FEED) this.#starts.push(i + 1);
      }
    }
    return this.#starts;
  }
}

/** Index of the last number that is at most `wanted`, in an ascending list that begins with 0. */
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
