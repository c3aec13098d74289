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

/** The parts of a list, and the flow of what stands between them. */
interface Collection<Part> {
  readonly parts: Part[];
  readonly flow: Passage[];
  /** What stands in the list and in none of its items, as an item. */
  readonly partOf: (strays: readonly Passage[]) => Part;
}

/** Structure deeper than this is read as plain paragraphs: Markdown that nests deeper helps nobody. */
const DEEPEST = 8;

/** Builds passages from openings and closings that nest as the page's elements do. */
export class Outline {
  readonly #flush: () => void;
  /** Passages of what is open, the page's own first. */
  readonly #flows: Passage[][] = [[]];
  readonly #lists: Collection<readonly Passage[]>[] = [];
  readonly #definitions: Collection<Definition>[] = [];
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
    const depth = this.#flows.length - this.#lists.length - this.#definitions.length;
    return opener === undefined || depth > DEEPEST ? undefined : opener(this, element);
  }

  /** Opens the text of a footnote, which may be the item of a list. */
  openFootnote(label: string, element: HtmlElement): Close {
    this.#flush();
    const list = element.tagName === 'li' ? this.#collectionHere(this.#lists) : undefined;
    return this.openFlow((passages) => {
      const footnote: Passage = { kind: 'footnote', label, passages, where: 'footnote' };
      if (list === undefined) this.add(footnote);
      else list.parts.push([footnote]);
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
    const list = { parts: [], flow: [], partOf: (strays: readonly Passage[]) => strays };
    return this.#collect(this.#lists, list, (all) => {
      const items = all.filter((item) => !isFootnote(item));
      if (items.length > 0)
        this.add({ kind: 'list', ordered, ...(start !== undefined && { start }), items, where: 'list' });
      this.#addAll(all.filter(isFootnote).flat());
    });
  }

  openItem(): Close {
    this.#flush();
    const list = this.#collectionHere(this.#lists);
    return this.openFlow((passages) => {
      if (list !== undefined) list.parts.push(passages);
      else this.add({ kind: 'list', ordered: false, items: [passages], where: 'list' });
    });
  }

  openDefinitions(): Close {
    const list = { parts: [], flow: [], partOf: (passages: readonly Passage[]) => ({ isTerm: false, passages }) };
    return this.#collect(this.#definitions, list, (items) => this.add({ kind: 'definitions', items, where: 'list' }));
  }

  openDefinition(isTerm: boolean): Close {
    this.#flush();
    const list = this.#collectionHere(this.#definitions);
    return this.openFlow((passages) => {
      if (list !== undefined) list.parts.push({ isTerm, passages });
      else this.#addAll(passages);
    });
  }

  openTable(): Close {
    this.#flush();
    const rows: Cell[][] = [];
    this.#tables.push(rows);
    return () => {
      this.#flush();
      this.#tables.pop();
      this.#addAll(passagesOfTable(rows));
    };
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

  /** The innermost collection, when its parts open right here; what stood before them is a part of its own. */
  #collectionHere<Part>(open: readonly Collection<Part>[]): Collection<Part> | undefined {
    const collection = open.at(-1);
    if (collection === undefined || collection.flow !== this.#flows.at(-1)) return undefined;
    takeStrays(collection);
    return collection;
  }

  /** Opens a collection; at its end its parts are delivered, if there are any. */
  #collect<Part>(
    open: Collection<Part>[],
    collection: Collection<Part>,
    deliver: (parts: readonly Part[]) => void,
  ): Close {
    this.#flush();
    open.push(collection);
    this.#flows.push(collection.flow);
    return () => {
      this.#flush();
      takeStrays(collection);
      this.#flows.pop();
      open.pop();
      if (collection.parts.length > 0) deliver(collection.parts);
    };
  }
}

function takeStrays<Part>({ flow, parts, partOf }: Collection<Part>): void {
  const strays = flow.splice(0);
  if (strays.length > 0) parts.push(partOf(strays));
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
