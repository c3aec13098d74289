/** The sheet of a workbook: a heading that stays in view and filters, and a row a release, written as they come. */
import type { Edition } from '../../../model/edition.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import { closeTag, element, openTag, serialise, XML_DECLARATION, type XmlElement } from '../../../text/xml.ts';
import { recordMaker } from '../release-record.ts';
import { nameOf, sheetCell, textCell, type CellPlace, type SheetCell } from './sheet-cell.ts';
import { rowHeight, type SheetColumn } from './sheet-layout.ts';
import { SHEET_NAMESPACE, styles } from './sheet-styles.ts';
import { strictAddress } from '../../../text/strict-address.ts';
import { RELATIONSHIPS } from './workbook-parts.ts';

/** Links that a sheet may have, and units of their addresses: with more of either, Excel calls the file damaged. */
const MOST_LINKS = 65_530;
const LONGEST_LINK = 2_079;

/** A cell that leads to an address. */
export interface SheetLink {
  readonly place: string;
  readonly address: string;
}

/** The text of the sheet. `links` grows with it: its parts that come later name them. */
export function* sheetText(edition: Edition, columns: readonly SheetColumn[], links: SheetLink[]): Generator<string> {
  const range = `A1:${columns.at(-1)?.letters ?? 'A'}${edition.releases.length + 1}`;
  yield XML_DECLARATION + openTag('worksheet', { xmlns: SHEET_NAMESPACE, 'xmlns:r': RELATIONSHIPS });
  for (const part of settingsOf(columns, range)) yield serialise(part, 1);
  yield openTag('sheetData', {}, 1) + headingOf(columns);
  const rowOf = rowMaker(edition, columns, links);
  let row = 1;
  for (const release of edition.releases) yield rowOf(release, (row += 1));
  yield closeTag('sheetData', 1);
  if (row > 1) yield serialise(element('autoFilter', { ref: range }), 1);
  yield* hyperlinks(links);
  // On paper all columns beside each other, on as many pages as it takes.
  yield serialise(element('pageSetup', { orientation: 'landscape', fitToHeight: 0 }), 1);
  yield closeTag('worksheet');
}

function* settingsOf(columns: readonly SheetColumn[], range: string): Generator<XmlElement> {
  yield element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 }));
  yield element('dimension', { ref: range });
  const frozen = element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' });
  const cursor = element('selection', { pane: 'bottomLeft', activeCell: 'A2', sqref: 'A2' });
  yield element('sheetViews', {}, element('sheetView', { tabSelected: 1, workbookViewId: 0 }, frozen, cursor));
  yield element('sheetFormatPr', { defaultRowHeight: 15 });
  const cols = columns.map(({ width }, at) => element('col', { min: at + 1, max: at + 1, width, customWidth: 1 }));
  yield element('cols', {}, ...cols);
}

function headingOf(columns: readonly SheetColumn[]): string {
  return rowText(
    1,
    columns.map((column) => textCell({ column, row: 1 }, column.key, styles.heading)),
  );
}

function rowText(row: number, cells: readonly SheetCell[]): string {
  const height = rowHeight(Math.max(...cells.map(({ lines }) => lines)));
  const attributes = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${row}"${attributes}>${cells.map(({ xml }) => xml).join('')}</row>\n`;
}

/** A function that makes the row of a release, and notes the address that it links to. */
function rowMaker(
  edition: Edition,
  columns: readonly SheetColumn[],
  links: SheetLink[],
): (release: ClearedRelease, row: number) => string {
  const recordOf = recordMaker(edition);
  const cellOf = (place: CellPlace, value: unknown): SheetCell => {
    if (place.column.key !== 'url' || !isLinkable(value) || links.length === MOST_LINKS)
      return sheetCell(place, value, edition.taxonomy);
    links.push({ place: nameOf(place), address: strictAddress(value) });
    return textCell(place, value, styles.link);
  };
  return (release, row) => {
    const record = recordOf(release);
    return rowText(
      row,
      columns.map((column) => cellOf({ column, row }, record.get(column.key))),
    );
  };
}

function isLinkable(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//.test(value) && strictAddress(value).length <= LONGEST_LINK;
}

function* hyperlinks(links: readonly SheetLink[]): Generator<string> {
  if (links.length === 0) return;
  yield openTag('hyperlinks', {}, 1);
  for (const [at, { place }] of links.entries()) {
    yield serialise(element('hyperlink', { ref: place, 'r:id': `rId${at + 1}` }), 2);
  }
  yield closeTag('hyperlinks', 1);
}
