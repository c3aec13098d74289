/** Collects running text with its marks, and cuts it into paragraphs as a browser would show it. */
import type { Marks, Piece } from '../page/passage.ts';

const BLANKS = /[ \t\n\r\f]+/g;

const emphasizing: ReadonlyMap<string, 'strong' | 'emphasis' | 'deleted'> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['del', 'deleted'],
  ['s', 'deleted'],
  ['strike', 'deleted'],
]);

/** The mark that an element sets on the words inside it. */
export function markOf(tagName: string): 'strong' | 'emphasis' | 'deleted' | undefined {
  return emphasizing.get(tagName);
}

export class RunningText {
  readonly #depth = { strong: 0, emphasis: 0, deleted: 0 };
  readonly #links: (string | undefined)[] = [];
  #pieces: Piece[] = [];
  #preserved = 0;

  /** Opens a mark; the result closes it. */
  mark(kind: 'strong' | 'emphasis' | 'deleted'): () => void {
    this.#depth[kind] += 1;
    return () => void (this.#depth[kind] -= 1);
  }

  /** Opens a link; one without a usable address leaves its words. */
  link(href: string | undefined): () => void {
    this.#links.push(href);
    return () => void this.#links.pop();
  }

  /** Opens text whose line ends count. */
  preserve(): () => void {
    this.#preserved += 1;
    return () => void (this.#preserved -= 1);
  }

  add(text: string): void {
    if (this.#preserved === 0) this.#pieces.push({ text: text.replace(BLANKS, ' '), marks: this.#marks() });
    else this.#addLines(text);
  }

  break(): void {
    this.#pieces.push('break');
  }

  /** Takes what was collected, as paragraphs: two line breaks in a row begin a new one. */
  take(): Piece[][] {
    const paragraphs = splitAtDoubleBreaks(this.#pieces).map(collapse);
    this.#pieces = [];
    return paragraphs.filter((pieces) => pieces.some((piece) => piece !== 'break' && piece.text.trim() !== ''));
  }

  #addLines(text: string): void {
    for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
      if (at > 0) this.#pieces.push('break');
      if (line !== '') this.#pieces.push({ text: line, marks: this.#marks() });
    }
  }

  #marks(): Marks {
    const href = this.#links.at(-1);
    const { strong, emphasis, deleted } = this.#depth;
    return {
      ...(strong > 0 && { strong: true as const }),
      ...(emphasis > 0 && { emphasis: true as const }),
      ...(deleted > 0 && { deleted: true as const }),
      ...(href !== undefined && { href }),
    };
  }
}

function splitAtDoubleBreaks(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  let breaks = 0;
  for (const piece of pieces) {
    if (piece === 'break') breaks += 1;
    else if (piece.text.trim() !== '') {
      if (breaks > 1) paragraphs.push([]);
      else if (breaks === 1) paragraphs.at(-1)?.push('break');
      breaks = 0;
      paragraphs.at(-1)?.push(piece);
    } else if (breaks === 0) paragraphs.at(-1)?.push(piece);
  }
  return paragraphs;
}

/** One blank where several meet across pieces, none around line breaks and at the edges. */
function collapse(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  let atBlank = true;
  for (const piece of pieces) {
    if (piece === 'break') {
      trimEnd(kept);
      kept.push(piece);
      atBlank = true;
      continue;
    }
    const text: string = atBlank ? piece.text.replace(/^ +/, '') : piece.text;
    if (text === '') continue;
    kept.push({ text, marks: piece.marks });
    atBlank = text.endsWith(' ');
  }
  trimEnd(kept);
  return kept;
}

function trimEnd(pieces: Piece[]): void {
  for (;;) {
    const last = pieces.at(-1);
    if (last === undefined || last === 'break') return;
    const text: string = last.text.trimEnd();
    pieces.pop();
    if (text === '') continue;
    pieces.push({ text, marks: last.marks });
    return;
  }
}
