/** Collects running text with its marks, and cuts it into paragraphs as a browser would show it. */
import type { Marks, Piece } from '../page/passage.ts';
import { withSingleBlanks } from './shown-text.ts';

type Mark = 'strong' | 'emphasis' | 'deleted' | 'code';

const emphasizing: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['del', 'deleted'],
  ['s', 'deleted'],
  ['strike', 'deleted'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
]);

/** The mark that an element sets on the words inside it. */
export function markOf(tagName: string): Mark | undefined {
  return emphasizing.get(tagName);
}

export class RunningText {
  readonly #depth = { strong: 0, emphasis: 0, deleted: 0, code: 0 };
  readonly #links: (string | undefined)[] = [];
  #pieces: Piece[] = [];
  #preserved = 0;
  #hasWords = false;

  /** Opens a mark; the result closes it. */
  mark(kind: Mark): () => void {
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
    this.#hasWords ||= text.trim() !== '';
    if (this.#preserved === 0) this.#pieces.push({ text: withSingleBlanks(text), marks: this.#marks() });
    else this.#addLines(text);
  }

  /** A footnote's mark as it is seen. */
  footnote(label: string, seen: string): void {
    this.#pieces.push({ text: seen, marks: { footnote: label } });
  }

  /** Where the link leads that is open. */
  get address(): string | undefined {
    return this.#links.at(-1);
  }

  /** Whether there are words that were not taken yet. */
  get hasWords(): boolean {
    return this.#hasWords;
  }

  break(): void {
    this.#pieces.push('break');
  }

  /** Takes what was collected, as paragraphs: two line breaks in a row begin a new one. */
  take(): Piece[][] {
    const paragraphs = splitAtDoubleBreaks(this.#pieces).map(collapse);
    this.#pieces = [];
    this.#hasWords = false;
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
    const { strong, emphasis, deleted, code } = this.#depth;
    return {
      ...(strong > 0 && { strong: true as const }),
      ...(emphasis > 0 && { emphasis: true as const }),
      ...(deleted > 0 && { deleted: true as const }),
      ...(code > 0 && { code: true as const }),
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
