import { describe, expect, it } from 'vitest';
import { sheetText, type SheetLink } from '../../../../src/formats/rendering/tables/sheet.ts';
import {
  linesOf,
  columnLetters,
  rowHeight,
  sheetColumns,
} from '../../../../src/formats/rendering/tables/sheet-layout.ts';
import { xlsx } from '../../../../src/formats/xlsx.ts';
import type { Edition } from '../../../../src/model/edition.ts';
import { editionOf, emptyEdition, hostileEdition, publicRelease, referenceEdition } from '../../../support/editions.ts';
import { xmlNames, xmlTexts } from '../../../support/rss-reading.ts';
import { workbookTexts } from '../../../support/workbook-reading.ts';
import { bytesWritten } from '../../../support/written.ts';

const partsOf = (edition: Edition): Map<string, string> => workbookTexts(bytesWritten(xlsx, edition));
const sheetOf = (edition: Edition): string => partsOf(edition).get('xl/worksheets/sheet1.xml') ?? '';

/** The texts that an XPath finds, in the namespace of sheets. */
const found = (xml: string, path: string): string[] => xmlTexts(xml.replace(/ xmlns="[^"]*"/, ''), path);

describe('the sheet', () => {
  it('has its parts in the order of the standard', () => {
    const names = xmlNames(sheetOf(referenceEdition), '/*/*');
    expect(names).toEqual([
      'sheetPr',
      'dimension',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'autoFilter',
      'hyperlinks',
      'pageSetup',
    ]);
  });

  it('keeps its heading in view, bold, and filters by it', () => {
    const sheet = sheetOf(referenceEdition);
    expect(found(sheet, '//pane/@state')).toEqual(['frozen']);
    expect(found(sheet, '//pane/@ySplit')).toEqual(['1']);
    expect(found(sheet, '//autoFilter/@ref | //dimension/@ref')).toEqual(['A1:N8', 'A1:N8']);
    const styles = partsOf(referenceEdition).get('xl/styles.xml') ?? '';
    expect(found(sheet, '//row[@r="1"]/c/@s')).toEqual(Array.from({ length: 14 }, () => '1'));
    expect(found(styles, '//cellXfs/xf[2]/@fontId')).toEqual(['1']);
    expect(xmlNames(styles.replace(/ xmlns="[^"]*"/, ''), '//fonts/font[2]/*')[0]).toBe('b');
  });

  it('counts what it lists in its styles', () => {
    const styles = partsOf(emptyEdition).get('xl/styles.xml') ?? '';
    for (const list of ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles'])
      expect(found(styles, `//${list}/*`)).toHaveLength(Number(found(styles, `//${list}/@count`)[0]));
    const last = Math.max(...found(sheetOf(hostileEdition), '//c/@s').map(Number));
    expect(found(styles, '//cellXfs/@count').map(Number)[0]).toBeGreaterThan(last);
  });

  it('leads to as many addresses as Excel takes', () => {
    const one = publicRelease({ id: 'a' });
    const edition = { ...editionOf([one]), releases: Array.from({ length: 65_531 }, () => one) };
    const links: SheetLink[] = [];
    const rows = [...sheetText(edition, sheetColumns(edition, ['url']), links)].filter((text) =>
      text.startsWith('<row'),
    );
    expect(links).toHaveLength(65_530);
    expect(links.at(-1)).toEqual({ place: 'A65531', address: 'https://press.example.org/2020/a/' });
    expect(rows.slice(-2).map((row) => row.slice(0, 46))).toEqual([
      '<row r="65531"><c r="A65531" s="7" t="inlineSt',
      '<row r="65532"><c r="A65532" s="3" t="inlineSt',
    ]);
  });

  it('does not filter nothing', () => {
    expect(found(sheetOf(emptyEdition), '//autoFilter')).toEqual([]);
    expect(found(partsOf(emptyEdition).get('xl/workbook.xml') ?? '', '//definedName/@name')).toEqual([
      '_xlnm.Print_Titles',
    ]);
  });

  it.each([
    [undefined, 'Releases'],
    ['Elections', 'Elections'],
    ['Elections: 2009/2010 [all] *?\\', 'Elections 2009 2010 all'],
    ["'Quoted'", 'Quoted'],
    ["Today's", "Today's"],
    ['history', 'Releases'],
    ['\u0000[]', 'Releases'],
    ['_x0041_', 'x0041_'],
    ['A title that is longer than a sheet may have', 'A title that is longer than a…'],
    ['123456789012345678901234567890😀', '123456789012345678901234567890…'],
    ['12345678901234567890123456789😀 and more', '12345678901234567890123456789…'],
  ])('has the title of the edition for a name: %j', (title, name) => {
    const workbook = partsOf({ ...referenceEdition, title }).get('xl/workbook.xml') ?? '';
    expect(found(workbook, '//sheet/@name')).toEqual([name]);
    expect(found(workbook, '//definedName[@name="_xlnm._FilterDatabase"]')).toEqual([
      `'${name.replaceAll("'", "''")}'!$A$1:$N$8`,
    ]);
  });

  it('names the publisher and the whole title, and no day of making', () => {
    const core = partsOf({ ...emptyEdition, title: 'All <about> [elections]' }).get('docProps/core.xml') ?? '';
    expect(xmlTexts(core, '//dc:title | //dc:creator')).toEqual(['All <about> [elections]', 'Sample Press Office']);
    expect(core).not.toMatch(/\d{4}-\d{2}-\d{2}|dcterms/);
  });
});

describe('the layout', () => {
  const columns = (keys: string[], edition: Edition = referenceEdition): ReturnType<typeof sheetColumns> =>
    sheetColumns(edition, keys);

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('calls column %i %s', (at, letters) => {
    expect(columnLetters(at)).toBe(letters);
  });

  it('gives a column the room that its values need, a moment more than a day', () => {
    expect(columns(['title', 'fields', 'own']).map(({ width }) => width)).toEqual([60, 32, 24]);
    expect(columns(['date', 'updated']).map(({ width }) => width)).toEqual([27, 27]);
    expect(columns(['date'], editionOf([publicRelease({ id: 'a' })])).map(({ width }) => width)).toEqual([12]);
    expect(found(sheetOf(referenceEdition), '//col[2]/@width')).toEqual(['60']);
  });

  it.each([
    ['title', 'short', 1],
    ['title', 'x'.repeat(60), 1],
    ['title', 'x'.repeat(61), 2],
    ['title', '新'.repeat(31), 2],
    ['title', 'a\n\nb', 3],
    ['body', 'x'.repeat(5_000), 1],
    ['url', 'a\nb', 1],
  ])('reckons with the lines that a %s will take: %#', (key, text, lines) => {
    expect(columns([key]).map((column) => linesOf(text, column))).toEqual([lines]);
  });

  it('makes a row as high as its longest cell, within reason', () => {
    expect([0, 1, 2, 8, 500].map(rowHeight)).toEqual([undefined, undefined, 30, 120, 120]);
    const long = publicRelease({ id: 'a', title: 'x'.repeat(130), summary: 'y'.repeat(70) });
    const sheet = sheetOf(editionOf([long, publicRelease({ id: 'b' })]));
    expect(found(sheet, '//row/@ht')).toEqual(['45']);
    expect(found(sheet, '//row[@ht]/@r')).toEqual(['2']);
  });
});
