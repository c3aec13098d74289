/** The rows of a table that was saved as comma-separated values, whatever sign separates them. */
import { CsvError, parse } from 'csv-parse/sync';
import type { ImportSource } from '../../model/importer.ts';
import { PressError } from '../../model/press-error.ts';

export interface TableRow {
  readonly cells: readonly string[];
  /** Line on which the row begins, counted from 1. */
  readonly line: number;
}

const separators = [',', ';', '\t'];

/** All rows that hold something, the heading first. Throws PressError naming the line where the table cannot be read. */
export function rowsOf({ name, text }: Pick<ImportSource, 'name' | 'text'>): TableRow[] {
  const { table, separator, skipped } = opened(text);
  try {
    // The types of csv-parse know no `info`.
    const records = parse(table, {
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      info: true,
    }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[];
    const rows = records.map(({ record, info }) => ({ cells: record, line: skipped + firstLine(record, info.lines) }));
    return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (error instanceof CsvError) throw broken(name, error, skipped);
    throw error;
  }
}

/** The cells of the first line, for recognising a table; none when it is no heading. */
export function headingOf(text: string): readonly string[] {
  const { table, separator } = opened(text.slice(0, LONGEST_HEADING));
  const [line = ''] = table.split('\n', 1);
  try {
    return parse(line, { delimiter: separator, relax_column_count: true })[0] ?? [];
  } catch {
    return [];
  }
}

interface OpenedTable {
  readonly table: string;
  readonly separator: string;
  /** Lines before the table. */
  readonly skipped: number;
}

const LONGEST_HEADING = 20_000;

/**
 * The table with LF at the ends of its lines, without a byte-order mark and the line `sep=;` that spreadsheets look for. Where the
 * decimal sign is a comma, they separate by semicolons.
 */
function opened(text: string): OpenedTable {
  const whole = (text.startsWith('\uFEFF') ? text.slice(1) : text).replace(/\r\n?/g, '\n');
  const skipped = whole.search(/[^\n]|$/);
  const table = whole.slice(skipped);
  const told = /^sep=([^\n])\n/.exec(table);
  if (told !== null) return { table: table.slice(told[0].length), separator: told[1] ?? ',', skipped: skipped + 1 };
  const end = table.indexOf('\n');
  const heading = table.slice(0, Math.min(end === -1 ? table.length : end, LONGEST_HEADING));
  const unquoted = heading.replace(/"[^"]*"/g, '');
  const counts = separators.map((sign) => unquoted.split(sign).length);
  return { table, separator: separators[counts.indexOf(Math.max(...counts))] ?? ',', skipped };
}

function firstLine(record: readonly string[], lastLine: number): number {
  return lastLine - record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
}

function broken(name: string, error: CsvError, skipped: number): PressError {
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
  const place = isOpen ? 'looked for up to line' : 'line';
  const line = typeof error['lines'] === 'number' ? ` (${place} ${error['lines'] + skipped})` : '';
  const what = isOpen ? 'a quotation mark that is never closed' : 'a quotation mark in the middle of a cell';
  return new PressError('nothing-imported', `«${name}» cannot be read as a table: it has ${what}${line}.`, {
    hint: 'A cell with a quotation mark in it stands in quotation marks, and the one inside is doubled: "the ""first"" one".',
    cause: error,
  });
}
