/** Draws a line of somebody's file with a stretch of it underlined, in a given number of terminal columns. */
import { displayWidth, graphemesOf } from '../../text/display-width.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';

export interface Stretch {
  /** Offsets into the line; `to` lies just after the last character. */
  readonly from: number;
  readonly to: number;
  /** Columns of the terminal that the drawing may take. */
  readonly width: number;
}

export interface Drawing {
  readonly text: string;
  readonly underline: string;
}

/** One character as a person sees it, as the terminal may show it. */
interface Cell {
  readonly shown: string;
  readonly width: number;
  readonly isMarked: boolean;
}

// Room for a character shown as `\u{202E}` with a cut on either side.
const NARROWEST = 10;
const CUT = '…';

// How much of a long line is looked at, in code units per column: letters with many accents take several.
const UNITS_PER_COLUMN = 4;

/**
 * The line and, for the line below, blanks and `^` under the stretch: at least one. A line that is too long is cut on either
 * side of the stretch. Wide characters take two columns, a tab is one blank, control characters become visible.
 */
export function drawLine(line: string, { from, to, width }: Stretch): Drawing {
  const room = Math.max(NARROWEST, width);
  const near = neighbourhood(line, from, room * UNITS_PER_COLUMN);
  const cells = cellsOf(near.text, { from: from - near.start, to: Math.max(to, from + 1) - near.start });
  const window = windowOf(cells, room, { before: near.start > 0, after: near.start + near.text.length < line.length });
  const shown = cells.slice(window.first, window.last);
  const lead = window.isCutBefore ? CUT : '';
  const text = lead + shown.map((cell) => cell.shown).join('') + (window.isCutAfter ? CUT : '');
  return { text, underline: underlineOf(shown, lead) };
}

/** The part of a line that can be drawn at all, so that a line of megabytes costs no more than a short one. */
function neighbourhood(line: string, from: number, reach: number): { text: string; start: number } {
  const start = wholeCharacter(line, Math.max(0, from - reach));
  const end = wholeCharacter(line, Math.min(line.length, from + reach));
  return { text: line.slice(start, end), start };
}

function wholeCharacter(line: string, at: number): number {
  const code = line.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function cellsOf(text: string, { from, to }: { readonly from: number; readonly to: number }): Cell[] {
  const cells: Cell[] = [];
  let index = 0;
  for (const segment of graphemesOf(text)) {
    const shown = segment === '\t' ? ' ' : terminalSafe(segment);
    cells.push({ shown, width: displayWidth(shown), isMarked: index < to && index + segment.length > from });
    index += segment.length;
  }
  // A finding at the end of the line points at the place after it.
  if (!cells.some((cell) => cell.isMarked)) cells.push({ shown: ' ', width: 1, isMarked: true });
  return cells;
}

interface Window {
  readonly first: number;
  readonly last: number;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** As many cells around the first marked one as fit, a third of the room before it. */
function windowOf(
  cells: readonly Cell[],
  room: number,
  more: { readonly before: boolean; readonly after: boolean },
): Window {
  const total = cells.reduce((sum, { width }) => sum + width, 0);
  if (total <= room && !more.before && !more.after)
    return { first: 0, last: cells.length, isCutBefore: false, isCutAfter: false };
  const marked = cells.findIndex((cell) => cell.isMarked);
  const context = Math.min(Math.floor(room / 3), room - 2 - (cells[marked]?.width ?? 0));
  const first = backwards(cells, marked, context);
  const isCutBefore = first > 0 || more.before;
  const left = room - (isCutBefore ? 1 : 0);
  const fits = forwards(cells, first, left);
  if (fits === cells.length && !more.after) return { first, last: fits, isCutBefore, isCutAfter: false };
  return { first, last: Math.max(marked + 1, forwards(cells, first, left - 1)), isCutBefore, isCutAfter: true };
}

function backwards(cells: readonly Cell[], from: number, room: number): number {
  let first = from;
  let left = room;
  while (first > 0 && left >= (cells[first - 1]?.width ?? 0)) left -= cells[--first]?.width ?? 0;
  return first;
}

function forwards(cells: readonly Cell[], from: number, room: number): number {
  let last = from;
  let left = room;
  while (last < cells.length && left >= (cells[last]?.width ?? 0)) left -= cells[last++]?.width ?? 0;
  return last;
}

function underlineOf(cells: readonly Cell[], lead: string): string {
  const first = Math.max(
    0,
    cells.findIndex((cell) => cell.isMarked),
  );
  const before = cells.slice(0, first).reduce((sum, { width }) => sum + width, lead.length);
  const marked = cells.slice(first).reduce((sum, { width, isMarked }) => (isMarked ? sum + width : sum), 0);
  // What is marked may be invisible.
  return ' '.repeat(before) + '^'.repeat(Math.max(1, marked));
}
