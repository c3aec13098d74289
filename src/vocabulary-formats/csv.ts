/** A table for spreadsheets: one row a term, in the order of the tree. */
import { brokenTable } from '../model/broken-table.ts';
import type { VocabularyFormat } from '../model/vocabulary-format.ts';
import { csvRecord } from '../text/csv-cells.ts';
import { tableHeading, tableRows } from '../text/csv-table.ts';
import { columnsOf, languagesOf } from './table/columns.ts';
import { tableLosses } from './table/losses.ts';
import { readTable } from './table/read-table.ts';
import { termCells } from './table/term-row.ts';

const BYTE_ORDER_MARK = '\uFEFF';

export const csv: VocabularyFormat = {
  id: 'csv',
  summary: 'a table with a row for each term, for spreadsheets',
  mediaType: 'text/csv',
  extensions: ['csv'],
  needsBase: false,
  *write(edition) {
    const languages = languagesOf(edition);
    const columns = columnsOf(languages).filter((column) => column !== 'note' || edition.withNotes);
    const header = csvRecord(columns, edition);
    yield edition.bom ? `${BYTE_ORDER_MARK}${header}` : header;
    for (const term of edition.facets.flatMap((facet) => [...facet.terms.values()])) {
      const cells = termCells(term, languages);
      yield csvRecord(
        columns.map((column) => cells.get(column) ?? ''),
        edition,
      );
    }
  },
  losses: tableLosses,
  recognise(text) {
    const names = new Set(tableHeading(text).map((cell) => cell.trim()));
    const hasLabel = [...names].some((name) => /^label(?:\.|$)/.test(name));
    return names.has('id') && hasLabel ? 0.95 : 0.1;
  },
  async read(source) {
    const rows = tableRows(source.text);
    if ('kind' in rows) throw brokenTable(source.name, rows);
    return readTable(rows, source);
  },
};
