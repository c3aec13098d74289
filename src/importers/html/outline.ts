/** What is open while a page is read: flows of passages, and the lists, definitions and tables that collect them. */
import type { Passage } from '../page/passage.ts';
import { passagesOfTable, type Cell } from './table-passages.ts';

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

  /** Opens a structure by its element's name; undefined when it is none, or would nest too deep. */
  open(tagName: string): Close | undefined {
    const opener = openers.get(tagName);
    return opener === undefined || this.#flows.length > DEEPEST ? undefined : opener(this);
  }

  openFlow(deliver: (passages: readonly Passage[]) => void): Close {
    this.#flush();
    this.#flows.push([]);
    return () => {
      this.#flush();
      deliver(this.#flows.pop() ?? []);
    };
  }

  openList(ordered: boolean): Close {
    return this.#collect(this.#lists, (items) => this.add({ kind: 'list', ordered, items, where: 'list' }));
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

  openCell(isHeading: boolean): Close {
    const row = this.#tables.at(-1)?.at(-1);
    return this.openFlow((passages) => {
      if (row !== undefined) row.push({ isHeading, passages });
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

const openers: ReadonlyMap<string, (outline: Outline) => Close> = new Map([
  ['ul', (outline) => outline.openList(false)],
  ['menu', (outline) => outline.openList(false)],
  ['dir', (outline) => outline.openList(false)],
  ['ol', (outline) => outline.openList(true)],
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
  ['td', (outline) => outline.openCell(false)],
  ['th', (outline) => outline.openCell(true)],
]);
