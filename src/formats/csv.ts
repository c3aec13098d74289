/** A table for spreadsheets (RFC 4180): one record a release, lists joined in one cell, formulas disarmed. */
import type { ExportFormat } from '../model/export-format.ts';
import { csvRecord } from '../text/csv-cells.ts';
import { csvCell } from './rendering/tables/csv-cell.ts';
import { tableColumns } from './rendering/tables/table-columns.ts';
import { recordMaker } from './rendering/release-record.ts';

const BYTE_ORDER_MARK = '\uFEFF';

export const csv: ExportFormat = {
  id: 'csv',
  summary: 'A table for spreadsheets; --columns chooses what it shows',
  mediaType: 'text/csv',
  extension: 'csv',
  marksUnpublished: true,
  needsBaseUrl: false,
  hasTombstones: false,
  content: 'summary',
  tableOptions: ['columns', 'bom', 'rawCells'],
  leavesOut: [],
  *write(edition) {
    const columns = tableColumns(edition);
    const header = csvRecord(columns, edition);
    yield edition.bom ? `${BYTE_ORDER_MARK}${header}` : header;
    const recordOf = recordMaker(edition);
    for (const release of edition.releases) {
      const record = recordOf(release);
      yield csvRecord(
        columns.map((column) => csvCell(column, record.get(column), edition.taxonomy)),
        edition,
      );
    }
  },
};
