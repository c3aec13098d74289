/** Tables in Markdown, as GitHub writes them: a line of names, a line of dashes, and rows. */
import { skipBlanks, trimEnd } from './markdown-signs.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The cells of a table's head; undefined when the line below it is no line of dashes for so many columns. */
export function headCells(text: string, head: Stretch, below: Stretch): Stretch[] | undefined {
  const columns = dashColumns(text, below.start, below.end);
  if (columns === 0 || !text.slice(head.start, head.end).includes('|')) return undefined;
  const cells = cellsIn(text, head.start, head.end);
  return cells.length === columns ? cells : undefined;
}

/** The number of columns that a line of dashes makes; 0 when it is none. */
function dashColumns(text: string, start: number, end: number): number {
  const [first, second] = [text.charAt(start), text.charAt(start + 1)];
  if (end - start < 2 || !'|-:'.includes(first) || (first === '-' && (second === ' ' || second === '\t'))) return 0;
  for (let at = start; at < end; at++) if (!'|-: \t'.includes(text.charAt(at))) return 0;
  const cells = cellsIn(text, start, end);
  return cells.every((cell) => isDashes(text, cell)) ? cells.length : 0;
}

function isDashes(text: string, { start, end }: Stretch): boolean {
  const from = text.charAt(start) === ':' ? start + 1 : start;
  const to = end > from && text.charAt(end - 1) === ':' ? end - 1 : end;
  for (let at = from; at < to; at++) if (text.charAt(at) !== '-') return false;
  return to > from;
}

/** The cells of a row, without blanks around them. A backslash before a `|` makes it part of the cell. */
export function cellsIn(text: string, start: number, end: number): Stretch[] {
  const cells: Stretch[] = [];
  const to = trimEnd(text, start, end);
  let from = start;
  for (let at = start; at <= to; at++) {
    if (at < to && (text.charAt(at) !== '|' || (at > start && text.charAt(at - 1) === '\\'))) continue;
    const first = skipBlanks(text, from, at);
    cells.push({ start: first, end: trimEnd(text, first, at) });
    from = at + 1;
  }
  if (isEmpty(cells[0])) cells.shift();
  if (isEmpty(cells.at(-1))) cells.pop();
  return cells;
}

function isEmpty(cell: Stretch | undefined): boolean {
  return cell !== undefined && cell.start === cell.end;
}
