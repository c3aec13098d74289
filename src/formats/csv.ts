/** A table for spreadsheets (RFC 4180): one record a release, lists joined in one cell, formulas disarmed. */
import type { Edition } from '../model/edition.ts';
import type { ExportFormat } from '../model/export-format.ts';
import { csvRecord } from '../text/csv-cells.ts';
import { csvCell } from './rendering/csv-cell.ts';
import { tableColumns } from './rendering/table-columns.ts';
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
  leavesOut: [],
  *write(edition) {
    const columns = tableColumns(edition);
    const header = csvRecord(columns, edition);
    yield edition.bom ? `${BYTE_ORDER_MARK}${header}` : header;
    const recordOf = recordMaker(wholeText(edition, columns));
    for (const release of edition.releases) {
      const record = recordOf(release);
      yield csvRecord(
        columns.map((column) => csvCell(column, record.get(column), edition.taxonomy)),
        edition,
      );
    }
  },
};

/** Who names the column `body` wants the text in it. */
function wholeText(edition: Edition, columns: readonly string[]): Edition {
  return columns.includes('body') ? { ...edition, content: 'full' } : edition;
}
