/**
 * A workbook with one sheet, for people who sort, filter and count: the table of `csv`, with days that are days and links that
 * open. A cell holds a value, never a formula.
 */
import type { Edition } from '../model/edition.ts';
import type { ExportFormat } from '../model/export-format.ts';
import { PressError } from '../model/press-error.ts';
import { sheetText, type SheetLink } from './rendering/tables/sheet.ts';
import { sheetColumns } from './rendering/tables/sheet-layout.ts';
import { sheetName } from './rendering/tables/sheet-text.ts';
import { tableColumns } from './rendering/tables/table-columns.ts';
import { sheetLinks, sheetPath, workbookParts } from './rendering/tables/workbook-parts.ts';
import { zipArchive, type ArchivedText } from './rendering/tables/zip-archive.ts';

const MOST_ROWS = 1_048_576;

export const xlsx: ExportFormat = {
  id: 'xlsx',
  summary: 'A workbook for Excel and LibreOffice; --columns as in csv',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  isBinary: true,
  marksUnpublished: true,
  needsBaseUrl: false,
  hasTombstones: false,
  content: 'summary',
  tableOptions: ['columns'],
  leavesOut: [],
  write(edition) {
    return zipArchive(partsOf(edition));
  },
};

function refuseOverfull(length: number): void {
  if (length < MOST_ROWS) return;
  throw new PressError(
    'usage',
    `A sheet has room for ${MOST_ROWS - 1} releases under its heading, and these are ${length}.`,
    {
      hint: 'Choose fewer, or the format csv.',
    },
  );
}

function* partsOf(edition: Edition): Generator<ArchivedText> {
  const { title, settings, releases } = edition;
  refuseOverfull(releases.length);
  const columns = sheetColumns(edition, tableColumns(edition));
  const links: SheetLink[] = [];
  yield* workbookParts({
    sheetName: sheetName(title ?? '', 'Releases'),
    title: title ?? settings.publisher.name,
    author: settings.publisher.name,
    filtered: releases.length === 0 ? undefined : `$A$1:$${columns.at(-1)?.letters ?? 'A'}$${releases.length + 1}`,
  });
  yield { path: sheetPath, text: sheetText(edition, columns, links) };
  // Known only now that every row has been written.
  if (links.length > 0) yield sheetLinks(links.map(({ address }) => address));
}
