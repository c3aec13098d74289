/** One JSON array of release objects (`schemas/output/releases.schema.json`), written release by release. */
import type { ExportFormat } from '../model/export-format.ts';
import { jsonObject } from './rendering/json-text.ts';
import { chosenRecordMaker } from './rendering/release-record.ts';

export const json: ExportFormat = {
  id: 'json',
  summary: 'One JSON array with everything the front matter says',
  mediaType: 'application/json',
  extension: 'json',
  marksUnpublished: true,
  needsBaseUrl: false,
  hasTombstones: false,
  content: 'summary',
  tableOptions: ['columns'],
  leavesOut: [],
  *write(edition) {
    const recordOf = chosenRecordMaker(edition);
    let before = '[';
    for (const release of edition.releases) {
      yield `${before}\n${jsonObject(recordOf(release))}`;
      before = ',';
    }
    yield before === '[' ? '[]\n' : '\n]\n';
  },
};
