/** A text that is made of stretches of another one, with the way back. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const TAIL = 8;

export class PiecedText {
  readonly text: string;
  /** Where each piece begins here, and where it begins in the source. */
  readonly #starts: number[] = [];
  readonly #pieces: readonly Stretch[];

  /** The pieces stand in the order of the source; `joint` sees the last characters so far and the next piece, and gives what comes between. */
  constructor(source: string, pieces: readonly Stretch[], joint: (before: string, after: string) => string) {
    this.#pieces = pieces;
    const parts: string[] = [];
    let length = 0;
    let tail = '';
    for (const { start, end } of pieces) {
      const part = source.slice(start, end);
      const seam = parts.length === 0 ? '' : joint(tail, part);
      parts.push(seam, part);
      this.#starts.push(length + seam.length);
      length += seam.length + part.length;
      tail = `${tail}${seam}${part.slice(-TAIL)}`.slice(-TAIL);
    }
    this.text = parts.join('');
  }

  /** The offset in the source of the character at an offset; of a joint, where the piece before it ends. */
  origin(offset: number): number {
    const index = this.#pieceAt(offset);
    const piece = this.#pieces[index];
    if (piece === undefined) return 0;
    return Math.min(piece.start + offset - (this.#starts[index] ?? 0), piece.end);
  }

  /** The stretch of the source from the first to the last character of a stretch. */
  originOf({ start, end }: Stretch): Stretch {
    const from = this.origin(start);
    return { start: from, end: end > start ? this.origin(end - 1) + 1 : from };
  }

  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
