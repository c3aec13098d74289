/**
 * Records of comma-separated values (RFC 4180), with a guard against cells that a spreadsheet would run.
 *
 * Quotes do not stop a spreadsheet from reading `=1+1` as a formula; a leading apostrophe does.
 */
import { withoutControls } from './control-characters.ts';

export interface CsvOptions {
  /** Write cells as they are, also those that a spreadsheet would run. */
  readonly rawCells: boolean;
}

// What comes before the dangerous character is what spreadsheets, and people who retype a cell, leave out: apostrophes,
// blanks of every kind, characters that cannot be seen. Then ASCII, full-width and small forms of = + - @, or a break.
const FORMULA = /^['\s\p{Cc}\p{Cf}]*[=+\-@\t\r\n＝＋－＠﹦﹢﹣﹫]/u;
const PLAIN_NUMBER = /^-\d+(?:\.\d+)?$/;
const NEEDS_QUOTES = /[",\r\n\t]|^\s|\s$/;

/**
 * One record with CR LF at its end. Control characters other than tabs and line ends are removed: RFC 4180 has no room for
 * them. A cell is quoted where the syntax or a careless reader needs it.
 */
export function csvRecord(cells: readonly string[], { rawCells }: CsvOptions): string {
  const written = cells.map((cell) => {
    const text = withoutControls(cell);
    return quoted(rawCells ? text : guardCell(text));
  });
  return `${written.join(',')}\r\n`;
}

/** The text with one apostrophe in front when a spreadsheet would run it; plain numbers such as `-5` stay. */
export function guardCell(text: string): string {
  return needsGuard(text) ? `'${text}` : text;
}

/** What `guardCell` was given: takes one apostrophe away from a cell that it would have put one on. */
export function unguardCell(cell: string): string {
  const text = cell.slice(1);
  return cell.startsWith("'") && needsGuard(text) ? text : cell;
}

function needsGuard(text: string): boolean {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text);
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
