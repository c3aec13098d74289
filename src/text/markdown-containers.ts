/** The quotes and lists that are open while a Markdown text is read, the outermost first. */
import type { MarkdownBlock } from './markdown-block.ts';
import type { LineCursor } from './markdown-cursor.ts';

/** Deeper than any person writes; what would open one more is words. */
const MOST_NESTED = 40;

const GREATER = 0x3e;

interface Container {
  readonly kind: 'quote' | 'list' | 'item';
  readonly block: MarkdownBlock | undefined;
  /** Of lists the sign of their items. */
  readonly sign: string;
  /** Of items: so many columns belong to the item's sign. */
  readonly padding: number;
  isEmpty: boolean;
}

export class ContainerStack {
  readonly #open: Container[] = [];
  readonly #line: LineCursor;

  constructor(line: LineCursor) {
    this.#line = line;
  }

  get depth(): number {
    return this.#open.length;
  }

  get isFull(): boolean {
    return this.#open.length >= MOST_NESTED;
  }

  /** How many quotes and lists a block stands in that begins now. */
  get quotesAndLists(): number {
    return this.#open.filter(({ kind }) => kind !== 'item').length;
  }

  /** The sign of the items when a list waits for its next one. */
  get waitingList(): string | undefined {
    const top = this.#open.at(-1);
    return top?.kind === 'list' ? top.sign : undefined;
  }

  /** How many of them the line belongs to; their signs are passed. */
  match(): number {
    const line = this.#line;
    for (const [index, container] of this.#open.entries()) {
      if (container.kind === 'quote' && !this.passQuoteSign()) return index;
      if (container.kind !== 'item') continue;
      if (line.isBlank ? container.isEmpty : line.indent < container.padding) return index;
      line.skip(container.padding);
    }
    return this.#open.length;
  }

  /** False when the line does not go on with the sign of a quote. */
  passQuoteSign(): boolean {
    const line = this.#line;
    if (line.indent > 3 || line.sign !== GREATER) return false;
    line.pass(1);
    if (line.indent > 0) line.skip(1);
    return true;
  }

  pushQuote(block: MarkdownBlock): void {
    this.#open.push({ kind: 'quote', block, sign: '', padding: 0, isEmpty: false });
  }

  pushList(block: MarkdownBlock, sign: string): void {
    this.#open.push({ kind: 'list', block, sign, padding: 0, isEmpty: false });
  }

  pushItem(padding: number): void {
    this.#open.push({ kind: 'item', block: undefined, sign: '', padding, isEmpty: true });
  }

  /** Something stands in the innermost one. */
  fill(): void {
    const top = this.#open.at(-1);
    if (top !== undefined) top.isEmpty = false;
  }

  /** Closes all but the outer ones; their blocks end where the text before the line does. */
  closeTo(depth: number, end: number): void {
    while (this.#open.length > depth) {
      const block = this.#open.pop()?.block;
      if (block !== undefined) block.end = Math.max(end, block.start);
    }
  }
}
