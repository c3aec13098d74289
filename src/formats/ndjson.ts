/** One JSON object a line: the items of the `json` format, for programs that read one at a time. */
import type { ExportFormat } from '../model/export-format.ts';
import { jsonObject } from './rendering/json-text.ts';
import { chosenRecordMaker } from './rendering/release-record.ts';

export const ndjson: ExportFormat = {
  id: 'ndjson',
  summary: 'One JSON object a line, as in json',
  mediaType: 'application/x-ndjson',
  extension: 'ndjson',
  marksUnpublished: true,
  needsBaseUrl: false,
  hasTombstones: false,
  content: 'summary',
  tableOptions: ['columns'],
  leavesOut: [],
  *write(edition) {
    const recordOf = chosenRecordMaker(edition);
    for (const release of edition.releases) yield `${jsonObject(recordOf(release))}\n`;
  },
};
