/** What is open while a page is read: flows of passages, and the lists, definitions and tables that collect them. */
import type { Passage } from '../page/passage.ts';
import type { HtmlElement } from './parse-html.ts';
import { passagesOfTable, type Cell } from './table-passages.ts';
import { attributeOf } from './tree.ts';

/** Ends what was opened. */
export type Close = () => void;

interface Definition {
  readonly isTerm: boolean;
  readonly passages: readonly Passage[];
}

/** Structure deeper than this is read as plain paragraphs: Markdown that nests deeper helps nobody. */
const DEEPEST = 8;

/** Builds passages from openings and closings that nest as the page's elements do. */
export class Outline {
  readonly #flush: () => void;
  /** Passages of what is open, the page's own first. */
  readonly #flows: Passage[][] = [[]];
  readonly #lists: (readonly Passage[])[][] = [];
  readonly #definitions: Definition[][] = [];
  readonly #tables: Cell[][][] = [];

  /** `flush` adds the running text that was met, before anything opens or closes. */
  constructor(flush: () => void) {
    this.#flush = flush;
  }

  get passages(): readonly Passage[] {
    return this.#flows[0] ?? [];
  }

  add(passage: Passage): void {
    this.#flows.at(-1)?.push(passage);
  }

  /** Opens the structure that an element is; undefined when it is none, or would nest too deep. */
  open(element: HtmlElement): Close | undefined {
    const opener = openers.get(element.tagName);
    return opener === undefined || this.#flows.length > DEEPEST ? undefined : opener(this, element);
  }

  /** Opens the text of a footnote, which may be the item of a list. */
  openFootnote(label: string, element: HtmlElement): Close {
    const items = element.tagName === 'li' ? this.#lists.at(-1) : undefined;
    return this.openFlow((passages) => {
      const footnote: Passage = { kind: 'footnote', label, passages, where: 'footnote' };
      if (items === undefined) this.add(footnote);
      else items.push([footnote]);
    });
  }

  openFlow(deliver: (passages: readonly Passage[]) => void): Close {
    this.#flush();
    this.#flows.push([]);
    return () => {
      this.#flush();
      deliver(this.#flows.pop() ?? []);
    };
  }

  openList(ordered: boolean, start?: number): Close {
    return this.#collect(this.#lists, (all) => {
      const items = all.filter((item) => !isFootnote(item));
      if (items.length > 0)
        this.add({ kind: 'list', ordered, ...(start !== undefined && { start }), items, where: 'list' });
      this.#addAll(all.filter(isFootnote).flat());
    });
  }

  openItem(): Close {
    const items = this.#lists.at(-1);
    return this.openFlow((passages) => {
      if (items !== undefined) items.push(passages);
      else this.add({ kind: 'list', ordered: false, items: [passages], where: 'list' });
    });
  }

  openDefinitions(): Close {
    return this.#collect(this.#definitions, (items) => this.add({ kind: 'definitions', items, where: 'list' }));
  }

  openDefinition(isTerm: boolean): Close {
    const items = this.#definitions.at(-1);
    return this.openFlow((passages) => {
      if (items !== undefined) items.push({ isTerm, passages });
      else this.#addAll(passages);
    });
  }

  openTable(): Close {
    return this.#collect(this.#tables, (rows) => this.#addAll(passagesOfTable(rows)));
  }

  openRow(): Close {
    this.#flush();
    this.#tables.at(-1)?.push([]);
    return this.#flush;
  }

  openCell(isHeading: boolean, element: HtmlElement): Close {
    const row = this.#tables.at(-1)?.at(-1);
    const columns = numberOf(element, 'colspan', 1);
    const rows = numberOf(element, 'rowspan', 1);
    return this.openFlow((passages) => {
      if (row !== undefined) row.push({ isHeading, columns, rows, passages });
      else this.#addAll(passages);
    });
  }

  #addAll(passages: readonly Passage[]): void {
    for (const passage of passages) this.add(passage);
  }

  /** Opens a collection of parts; at its end they are delivered, if there are any. */
  #collect<Part>(open: Part[][], deliver: (parts: readonly Part[]) => void): Close {
    this.#flush();
    const parts: Part[] = [];
    open.push(parts);
    return () => {
      this.#flush();
      open.pop();
      if (parts.length > 0) deliver(parts);
    };
  }
}

function isFootnote(item: readonly Passage[]): boolean {
  return item.length > 0 && item.every(({ kind }) => kind === 'footnote');
}

const MOST = 1000;

/** A number that an element gives; what is none, and what HTML does not allow there, counts as the usual one. */
function numberOf(element: HtmlElement, name: string, usual: number): number {
  const written = attributeOf(element, name)?.trim() ?? '';
  return /^\d{1,9}$/.test(written) ? Math.min(Math.max(Number(written), usual), MOST) : usual;
}

/** The number that a list begins with, where it is not 1; Markdown has no negative ones, and none that count down. */
function startOf(element: HtmlElement): number | undefined {
  const written = attributeOf(element, 'start')?.trim() ?? '';
  return /^\d{1,9}$/.test(written) && Number(written) !== 1 ? Number(written) : undefined;
}

const openers: ReadonlyMap<string, (outline: Outline, element: HtmlElement) => Close> = new Map([
  ['ul', (outline) => outline.openList(false)],
  ['menu', (outline) => outline.openList(false)],
  ['dir', (outline) => outline.openList(false)],
  ['ol', (outline, element) => outline.openList(true, startOf(element))],
  ['li', (outline) => outline.openItem()],
  [
    'blockquote',
    (outline) => outline.openFlow((passages) => outline.add({ kind: 'quote', passages, where: 'quotation' })),
  ],
  ['dl', (outline) => outline.openDefinitions()],
  ['dt', (outline) => outline.openDefinition(true)],
  ['dd', (outline) => outline.openDefinition(false)],
  ['table', (outline) => outline.openTable()],
  ['tr', (outline) => outline.openRow()],
  ['td', (outline, element) => outline.openCell(false, element)],
  ['th', (outline, element) => outline.openCell(true, element)],
]);
