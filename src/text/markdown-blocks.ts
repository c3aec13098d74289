/** The blocks of a Markdown text: one walk over its lines, as CommonMark's appendix on parsing describes it. */
import type { MarkdownBlock, MarkdownBlockKind } from './markdown-block.ts';
import { ContainerStack } from './markdown-containers.ts';
import { LineCursor } from './markdown-cursor.ts';
import { BlockList } from './markdown-block-list.ts';
import { endsHtml, htmlStartAt, type HtmlStart } from './markdown-html.ts';
import * as signs from './markdown-signs.ts';
import { cellsIn, headCells } from './markdown-table.ts';

interface Leaf {
  readonly block: MarkdownBlock;
  readonly fence?: signs.Fence;
  readonly html?: HtmlStart;
  readonly columns?: number;
}

/** What a line has opened: a quote or an item, whose words come next; something that takes the whole line; or nothing. */
type Opened = 'container' | 'done' | 'words';

export class BlockScanner {
  readonly #text: string;
  readonly #line: LineCursor;
  readonly #stack: ContainerStack;
  readonly #list: BlockList;
  #leaf: Leaf | undefined;
  #lastEnd = 0;

  constructor(text: string) {
    this.#text = text;
    this.#list = new BlockList(text);
    this.#line = new LineCursor(text);
    this.#stack = new ContainerStack(this.#line);
    while (this.#line.nextLine()) {
      this.#read();
      if (this.#line.nonspace < this.#line.lineEnd)
        this.#lastEnd = signs.trimEnd(text, this.#line.nonspace, this.#line.lineEnd);
    }
    this.#closeTo(0);
  }

  /** What was found. */
  get list(): BlockList {
    return this.#list;
  }

  #read(): void {
    let depth = this.#stack.match();
    if (depth === this.#stack.depth && this.#continueLeaf()) return;
    let opened = this.#open(depth);
    while (opened === 'container') {
      depth = this.#stack.depth;
      opened = this.#open(depth);
    }
    if (opened === 'words') this.#words(depth);
  }

  /** True when nothing more is to be said of the line. */
  #continueLeaf(): boolean {
    const line = this.#line;
    const { fence, html, block } = this.#leaf ?? {};
    if (block === undefined) return false;
    if (fence !== undefined) return this.#continueFence(fence);
    if (html !== undefined) return this.#continueHtml(html, block);
    if (block.kind === 'code') {
      if (line.indent >= 4 || line.isBlank) return true;
      this.#closeLeaf();
    } else if (line.isBlank) {
      this.#closeLeaf();
      return true;
    }
    return false;
  }

  #continueFence(fence: signs.Fence): boolean {
    const line = this.#line;
    const stretch = { start: line.nonspace, end: line.lineEnd };
    if (line.indent <= 3 && signs.closesFence(this.#text, stretch, fence)) {
      this.#lastEnd = signs.trimEnd(this.#text, line.nonspace, line.lineEnd);
      this.#closeLeaf();
    }
    return true;
  }

  #continueHtml(html: HtmlStart, block: MarkdownBlock): boolean {
    const line = this.#line;
    if (html.ends === 'blank' && line.isBlank) {
      this.#closeLeaf();
      return true;
    }
    this.#addLine(block);
    this.#endHtml(html);
    return true;
  }

  #endHtml(html: HtmlStart): void {
    const { nonspace, lineEnd } = this.#line;
    if (html.ends === 'blank' || !endsHtml(this.#text.slice(nonspace, lineEnd), html)) return;
    this.#lastEnd = signs.trimEnd(this.#text, nonspace, lineEnd);
    this.#closeLeaf();
  }

  /** Opens what the rest of the line begins. */
  #open(depth: number): Opened {
    const line = this.#line;
    if (line.isBlank) {
      this.#closeTo(depth);
      return 'done';
    }
    if (line.indent > 3) return this.#openIndented(depth);
    const isInParagraph = depth === this.#stack.depth && this.#leaf?.block.kind === 'paragraph';
    if (line.sign === GREATER) return this.#openQuote(depth);
    if (this.#openLine(depth, isInParagraph) || (isInParagraph && this.#underline())) return 'done';
    return this.#openItem(depth, isInParagraph);
  }

  #openIndented(depth: number): Opened {
    if (this.#leaf?.block.kind === 'paragraph') return 'words';
    this.#leave(depth);
    this.#leaf = { block: this.#add('code') };
    return 'done';
  }

  #openQuote(depth: number): Opened {
    if (this.#stack.isFull) return 'words';
    this.#leave(depth);
    const block = this.#add('quote');
    this.#stack.pushQuote(block);
    this.#stack.passQuoteSign();
    return 'container';
  }

  /** Headings, fences, HTML and rules. */
  #openLine(depth: number, isInParagraph: boolean): boolean {
    const { nonspace, lineEnd, sign } = this.#line;
    const text = this.#text;
    if (sign === HASH) return this.#openHeading(depth);
    if (sign === LESS) return this.#openHtml(depth);
    const fence = signs.fenceAt(text, nonspace, lineEnd);
    if (fence !== undefined) {
      this.#leave(depth);
      this.#leaf = { block: this.#add('code'), fence };
      return true;
    }
    if (!signs.isRule(text, nonspace, lineEnd)) return false;
    if (isInParagraph && signs.underlineLevel(text, nonspace, lineEnd) > 0) return false;
    this.#leave(depth);
    this.#add('rule').end = signs.trimEnd(text, nonspace, lineEnd);
    return true;
  }

  #openHeading(depth: number): boolean {
    const { nonspace, lineEnd } = this.#line;
    const level = signs.headingLevel(this.#text, nonspace, lineEnd);
    if (level === 0) return false;
    this.#leave(depth);
    const block = this.#add('heading');
    block.level = level;
    block.end = signs.trimEnd(this.#text, nonspace, lineEnd);
    block.content = [signs.headingWords(this.#text, nonspace + level, lineEnd)];
    return true;
  }

  #openHtml(depth: number): boolean {
    const html = htmlStartAt(this.#text, this.#line.nonspace, this.#line.lineEnd);
    if (html === undefined) return false;
    if (!html.endsParagraph && this.#isInWords()) return false;
    this.#leave(depth);
    const block = this.#add('html');
    this.#leaf = { block, html };
    this.#addLine(block);
    this.#endHtml(html);
    return true;
  }

  #isInWords(): boolean {
    return this.#leaf?.block.kind === 'paragraph' || this.#leaf?.block.kind === 'table';
  }

  /** A line that makes a heading, or a table's head, of the paragraph above. */
  #underline(): boolean {
    const { nonspace, lineEnd } = this.#line;
    const block = this.#leaf?.block;
    if (block === undefined) return false;
    if (this.#tableHead(block)) return true;
    const level = signs.underlineLevel(this.#text, nonspace, lineEnd);
    if (level === 0) return false;
    const rest = this.#list.takeDefinitions(block);
    if (rest.content.length === 0) return this.#afterDefinitions(level);
    Object.assign(rest, { kind: 'heading', level, end: signs.trimEnd(this.#text, nonspace, lineEnd) });
    this.#leaf = undefined;
    return true;
  }

  /** Behind nothing but definitions a line of dashes is a rule, or begins a list, and one of equal signs is words. */
  #afterDefinitions(level: number): boolean {
    this.#leaf = undefined;
    this.#list.dropLast();
    const { nonspace, lineEnd } = this.#line;
    if (level === 1 || !signs.isRule(this.#text, nonspace, lineEnd)) return false;
    this.#add('rule').end = signs.trimEnd(this.#text, nonspace, lineEnd);
    return true;
  }

  #tableHead(block: MarkdownBlock): boolean {
    const head = block.content.at(-1);
    const { nonspace, lineEnd } = this.#line;
    const cells = head === undefined ? undefined : headCells(this.#text, head, { start: nonspace, end: lineEnd });
    if (head === undefined || cells === undefined) return false;
    block.content.pop();
    if (block.content.length > 0) this.#lastEnd = block.content.at(-1)?.end ?? 0;
    this.#closeLeaf();
    const table = this.#add('table', head.start);
    table.content = cells;
    this.#leaf = { block: table, columns: cells.length };
    return true;
  }

  #openItem(depth: number, isInParagraph: boolean): Opened {
    const line = this.#line;
    const marker = signs.listMarkerAt(this.#text, line.nonspace, line.lineEnd);
    if (marker === undefined || this.#stack.isFull) return 'words';
    const isBare = signs.skipBlanks(this.#text, line.nonspace + marker.length, line.lineEnd) === line.lineEnd;
    if (isInParagraph && (isBare || !marker.isFirst)) return 'words';
    this.#closeTo(depth);
    this.#openList(marker);
    const indent = line.indent;
    line.pass(marker.length);
    const blanks = isBare || line.indent > 4 ? 1 : line.indent;
    line.skip(isBare ? line.indent : blanks);
    const padding = indent + marker.length + blanks;
    this.#stack.pushItem(padding);
    return 'container';
  }

  #openList({ sign }: signs.ListMarker): void {
    if (this.#stack.waitingList === sign) return;
    this.#leave(this.#stack.depth);
    this.#stack.pushList(this.#add('list'), sign);
  }

  #words(depth: number): void {
    const leaf = this.#leaf;
    const isParagraph = leaf?.block.kind === 'paragraph';
    if (leaf !== undefined && isParagraph && depth < this.#stack.depth) return this.#addLine(leaf.block);
    if (depth < this.#stack.depth || leaf === undefined) this.#leave(depth);
    if (this.#leaf?.columns !== undefined) return this.#addRow(this.#leaf);
    this.#leaf ??= { block: this.#add('paragraph') };
    this.#addLine(this.#leaf.block);
  }

  #addLine(block: MarkdownBlock): void {
    const { nonspace, lineEnd } = this.#line;
    const line = { start: nonspace, end: signs.trimEnd(this.#text, nonspace, lineEnd) };
    // Most blocks have one line, and a list that was pushed to has room for many.
    if (block.content.length === 0) block.content = [line];
    else block.content.push(line);
  }

  #addRow({ block, columns = 0 }: Leaf): void {
    const cells = cellsIn(this.#text, this.#line.nonspace, this.#line.lineEnd);
    for (const cell of cells.slice(0, columns)) block.content.push(cell);
  }

  #add(kind: MarkdownBlockKind, start = this.#line.nonspace): MarkdownBlock {
    this.#stack.fill();
    return this.#list.add({ kind, start, depth: this.#stack.quotesAndLists });
  }

  /** Closes what the line does not belong to, and a list that no item continues. */
  #leave(depth: number): void {
    this.#closeTo(depth);
    if (this.#stack.waitingList !== undefined) this.#closeTo(this.#stack.depth - 1);
  }

  #closeTo(depth: number): void {
    this.#closeLeaf();
    this.#stack.closeTo(depth, this.#lastEnd);
  }

  #closeLeaf(): void {
    const block = this.#leaf?.block;
    this.#leaf = undefined;
    if (block === undefined) return;
    block.end = Math.max(this.#lastEnd, block.start);
    if (block.kind !== 'paragraph') return;
    const rest = this.#list.takeDefinitions(block);
    if (rest.content.length === 0) this.#list.dropLast();
  }
}

const GREATER = 0x3e;
const HASH = 0x23;
const LESS = 0x3c;
