/** How wide the columns of a sheet are, and how high a row is. */
import type { Edition } from '../../../model/edition.ts';
import { facetOfProperty } from '../../../model/taxonomy.ts';
import { displayWidth } from '../../../text/display-width.ts';

/** A column of a sheet. */
export interface SheetColumn {
  /** The key of its values. */
  readonly key: string;
  /** `A`, `B` … `AA`. */
  readonly letters: string;
  /** Characters that go beside each other in it. */
  readonly width: number;
  readonly isWrapped: boolean;
}

const widths: ReadonlyMap<string, number> = new Map([
  ['id', 28],
  ['title', 60],
  ['place', 18],
  ['lang', 8],
  ['type', 15],
  ['status', 11],
  ['public', 9],
  ['summary', 60],
  ['body', 100],
  ['url', 55],
  ['embargo', 28],
]);
const FACET_WIDTH = 32;
const USUAL_WIDTH = 24;
const DAY_WIDTH = 12;

// Where wrapping would make rows as high as a page, or cut an address up.
const unwrapped = new Set(['body', 'path', 'url']);

const LINE_POINTS = 15;
const MOST_LINES = 8;

export function sheetColumns(edition: Edition, keys: readonly string[]): SheetColumn[] {
  return keys.map((key, at) => ({
    key,
    letters: columnLetters(at),
    width: widthOf(key, edition),
    isWrapped: !unwrapped.has(key),
  }));
}

function widthOf(key: string, { taxonomy, facts }: Edition): number {
  if (key === 'date' || key === 'updated') return Math.max(DAY_WIDTH, facts.widths.date + 2);
  return widths.get(key) ?? (facetOfProperty(taxonomy, key) === undefined ? USUAL_WIDTH : FACET_WIDTH);
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(at: number): string {
  let letters = '';
  for (let rest = at; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** How many lines a text is likely to take in a column. */
export function linesOf(text: string, { width, isWrapped }: SheetColumn): number {
  if (!isWrapped || (text.length * 2 <= width && !text.includes('\n'))) return 1;
  let lines = 0;
  for (const line of text.split('\n', MOST_LINES)) lines += Math.max(1, Math.ceil(displayWidth(line) / width));
  return lines;
}

/** Points of a row that is so many lines high; undefined for the usual height. Not every spreadsheet looks for itself. */
export function rowHeight(lines: number): number | undefined {
  return lines <= 1 ? undefined : LINE_POINTS * Math.min(lines, MOST_LINES);
}
