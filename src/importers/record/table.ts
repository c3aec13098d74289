/** The rows of a table with releases, or one clear error. */
import type { ImportSource } from '../../model/importer.ts';
import { brokenTable } from '../../model/broken-table.ts';
import { tableRows, type TableRow } from '../../text/csv-table.ts';

/** All rows that hold something, the heading first. Throws PressError naming the line where the table cannot be read. */
export function rowsOf({ name, text }: Pick<ImportSource, 'name' | 'text'>): readonly TableRow[] {
  const rows = tableRows(text);
  if ('kind' in rows) throw brokenTable(name, rows);
  return rows;
}
