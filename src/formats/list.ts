/**
 * Lines to read or to paste into a report: `DATE  PLACE  TITLE`, one release a line. With columns of somebody's own it is these,
 * with tabs between them: how wide they are nobody knows before the last release, and a spreadsheet takes tabs from a clipboard.
 */
import type { Edition } from '../model/edition.ts';
import { placesLine } from '../model/edition-facts.ts';
import type { ClearedRelease } from '../model/embargo.ts';
import type { ExportFormat } from '../model/export-format.ts';
import { displayWidth, padToWidth } from '../text/display-width.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { csvCell } from './rendering/tables/csv-cell.ts';
import { recordMaker } from './rendering/release-record.ts';
import { chosenColumns } from './rendering/tables/table-columns.ts';
import { unpublishedMark } from './rendering/unpublished-mark.ts';

// One release with twenty cities must not push the titles of all others off the page.
const WIDEST_PLACE = 32;
const NOTHING = '–';

export const list: ExportFormat = {
  id: 'list',
  summary: 'Lines of date, place and title that paste into a report',
  mediaType: 'text/plain',
  extension: 'txt',
  marksUnpublished: true,
  needsBaseUrl: false,
  hasTombstones: false,
  content: 'none',
  tableOptions: ['columns'],
  leavesOut: [
    'id',
    'updated',
    'facets',
    'lang',
    'type',
    'summary',
    'body',
    'contacts',
    'corrections',
    'attachments',
    'related',
  ],
  *write(edition) {
    if (edition.title !== undefined) yield `${terminalSafe(edition.title)}\n\n`;
    const columns = chosenColumns(edition);
    if (columns !== undefined) return yield* tabbedLines(edition, columns);
    const widths = columnWidths(edition);
    for (const release of edition.releases) {
      const { date, place, title } = cellsOf(release);
      yield `${padToWidth(date, widths.date)}  ${padToWidth(place, widths.place)}  ${title}\n`;
    }
  },
};

/** The cells of a table, none of which can begin another cell or another line. */
function* tabbedLines(edition: Edition, columns: readonly string[]): Generator<string> {
  const recordOf = recordMaker(edition);
  for (const release of edition.releases) {
    const record = recordOf(release);
    const cells = columns.map((column) => terminalSafe(csvCell(column, record.get(column), edition.taxonomy)));
    yield `${cells.join('\t')}\n`;
  }
}

interface Cells {
  readonly date: string;
  readonly place: string;
  readonly title: string;
}

function cellsOf(release: ClearedRelease): Cells {
  const mark = unpublishedMark(release);
  return {
    date: release.date?.text ?? NOTHING,
    place: release.places.length === 0 ? NOTHING : terminalSafe(placesLine(release)),
    // In front, where neither a narrow window nor a quick copy loses it.
    title: terminalSafe(mark === undefined ? release.title : `[${mark}] ${release.title}`),
  };
}

function columnWidths({ facts: { widths }, releases }: Edition): { date: number; place: number } {
  const least = releases.length === 0 ? 0 : displayWidth(NOTHING);
  return { date: Math.max(widths.date, least), place: Math.min(Math.max(widths.places, least), WIDEST_PLACE) };
}
