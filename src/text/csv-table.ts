/** The rows of a table that was saved as comma-separated values, whatever sign separates them. */
import { CsvError, parse } from 'csv-parse/sync';

export interface TableRow {
  readonly cells: readonly string[];
  /** Line on which the row begins, counted from 1. */
  readonly line: number;
}

/** Why a text is no table. */
export interface TableFault {
  readonly kind: 'open-quote' | 'stray-quote';
  /** Where it was found; for a quotation mark that is never closed, how far it was looked for. */
  readonly line: number | undefined;
  readonly cause: unknown;
}

const separators = [',', ';', '\t'];

/** All rows that hold something, the heading first; or what is wrong. */
export function tableRows(text: string): readonly TableRow[] | TableFault {
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
    if (error instanceof CsvError) return faultOf(error, skipped);
    throw error;
  }
}

/** The cells of the first line, for recognising a table; none when it is no heading. */
export function tableHeading(text: string): readonly string[] {
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

function faultOf(error: CsvError, skipped: number): TableFault {
  return {
    kind: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open-quote' : 'stray-quote',
    line: typeof error['lines'] === 'number' ? error['lines'] + skipped : undefined,
    cause: error,
  };
}
