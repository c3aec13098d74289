/**
 * ninjs 3.1, the news item of the IPTC in JSON: one object a line, or with a folder one a file.
 *
 * A text that was corrected has its notes for editors in `edNote` and a higher `version`, so that they do not stand in the body.
 */
import type { Edition } from '../model/edition.ts';
import type { ExportFormat, OutputFile } from '../model/export-format.ts';
import { agencyItemsOf } from './rendering/agencies/agency-items.ts';
import { jsonObject } from './rendering/json-text.ts';
import { ninjsMaker, ninjsWithdrawal, type NinjsEntries } from './rendering/agencies/ninjs-object.ts';
import { agencyFileName } from './rendering/agencies/agency-file-name.ts';

export const ninjs: ExportFormat = {
  id: 'ninjs',
  summary: 'News items in ninjs 3.1 for agencies, one JSON object a line',
  mediaType: 'application/x-ndjson',
  extension: 'ninjs.ndjson',
  marksUnpublished: true,
  needsBaseUrl: false,
  hasIdentity: true,
  hasTombstones: true,
  content: 'full',
  leavesOut: ['related', 'aliases'],
  *write(edition) {
    for (const { entries } of objectsOf(edition)) yield `${jsonObject(entries)}\n`;
  },
  folder: {
    unit: 'release',
    *files(edition): Generator<OutputFile> {
      for (const { id, entries, count } of objectsOf(edition))
        yield { name: `${agencyFileName(id)}.ninjs.json`, count, chunks: [`${jsonObject(entries)}\n`] };
    },
  },
};

interface NinjsObject {
  readonly id: string;
  readonly entries: NinjsEntries;
  /** Releases in it: a notice of a withdrawal is none. */
  readonly count: 0 | 1;
}

function* objectsOf(edition: Edition): Generator<NinjsObject> {
  const entriesOf = ninjsMaker(edition);
  for (const part of agencyItemsOf(edition)) {
    if (part.release === undefined) {
      yield { id: part.withdrawal.id, entries: ninjsWithdrawal(part.withdrawal, edition), count: 0 };
    } else yield { id: part.release.id, entries: entriesOf(part.release), count: 1 };
  }
}
