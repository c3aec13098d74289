import { describe, expect, it } from 'vitest';
import { csv } from '../../src/formats/csv.ts';
import { xlsx } from '../../src/formats/xlsx.ts';
import type { Edition } from '../../src/model/edition.ts';
import { PressError } from '../../src/model/press-error.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import {
  editionOf,
  emptyEdition,
  hostileEdition,
  publicRelease,
  referenceEdition,
  singleEdition,
  staffEdition,
  staffRelease,
  testSettings,
  type ReleaseData,
} from '../support/editions.ts';
import { readWorkbook, workbookTexts, type ReadCell } from '../support/workbook-reading.ts';
import { bytesWritten } from '../support/written.ts';
import { xmlTexts } from '../support/rss-reading.ts';

const rowsOf = (edition: Edition): Promise<ReadCell[][]> => readWorkbook(bytesWritten(xlsx, edition));
const partsOf = (edition: Edition): Map<string, string> => workbookTexts(bytesWritten(xlsx, edition));
const sheetOf = (edition: Edition): string => partsOf(edition).get('xl/worksheets/sheet1.xml') ?? '';

/** The cell of one release in one column, as a reader sees it. */
async function cell(column: string, data: ReleaseData, body = ''): Promise<ReadCell | undefined> {
  const edition = editionOf([publicRelease({ id: 'a', ...data }, body)], { columns: ['id', column] });
  return (await rowsOf(edition))[1]?.[1];
}

/** The elements that an XPath finds, in the namespace of sheets. */
const found = (xml: string, path: string): string[] => xmlTexts(xml.replace(/ xmlns="[^"]*"/, ''), path);

const editions = [
  ['reference', referenceEdition],
  ['single', singleEdition],
  ['staff', staffEdition],
  ['hostile', hostileEdition],
  ['empty', emptyEdition],
] as const;

describe('xlsx', () => {
  it.each(editions)('is a zip of well-formed parts, the list of them first: %s edition', (_, edition) => {
    const paths = [...partsOf(edition).keys()];
    expect(paths[0]).toBe('[Content_Types].xml');
    expect(paths).toContain('xl/worksheets/sheet1.xml');
  });

  it.each(editions)('has the columns of csv, and as many rows as releases: %s edition', async (_, edition) => {
    const [heading, ...rows] = await rowsOf(edition);
    expect(heading?.join(',')).toBe(bytesWritten(csv, edition).toString('utf8').split('\r\n')[0]);
    expect(rows).toHaveLength(edition.releases.length);
  });

  it('says of each release what csv says without its guard', async () => {
    const [, first] = await rowsOf(singleEdition);
    expect(first).toEqual([
      '2024-09-10-instant',
      'Release <b>with</b> markup & entities &amp; ]]> "quotes"',
      '2024-09-10T14:30:00+05:00',
      null,
      'Vienna; Warsaw',
      'OSCE Secretariat; OSCE Project Co-ordinator in Baku (closed)',
      'Elections; Law\\; order & justice',
      'Türkiye',
      'en',
      'press-release',
      'published',
      'Five < six, and\u2028a separator; costs 3 > 2.',
      'https://press.example.org/2024/instant/',
      singleEdition.releases[0]?.body,
    ]);
  });

  it('says what is not public, whatever columns are asked for', async () => {
    const held = staffRelease({ id: 'a', status: 'hold', embargo: '2999-01-01T00:00:00Z' });
    expect(await rowsOf(editionOf([held], { columns: ['title'] }))).toEqual([
      ['title', 'status', 'embargo', 'public'],
      ['A title', 'hold', '2999-01-01T00:00:00Z', false],
    ]);
  });

  it('refuses columns that are none', () => {
    expect(() => bytesWritten(xlsx, { ...referenceEdition, columns: ['tilte'] })).toThrow(PressError);
  });

  it('refuses more releases than a sheet has rows', () => {
    const edition = (length: number): Edition => ({ ...emptyEdition, releases: { ...[], length } as never });
    expect(() => bytesWritten(xlsx, edition(1_048_576))).toThrow(/room for 1048575 releases.*these are 1048576/);
  });
});

describe('a cell', () => {
  it.each([
    '=1+1',
    '+1',
    '-1+cmd',
    '@SUM(A1)',
    "'=1",
    '\t=1',
    '＝1',
    ' lead',
    'trail ',
    'a\nb',
    '-5',
    'TRUE',
    '1e5',
    '',
  ])('holds %j as it is, and no formula', async (summary) => {
    expect(await cell('summary', { summary })).toBe(summary === '' ? null : summary);
    expect(sheetOf(editionOf([publicRelease({ id: 'a', summary })]))).not.toMatch(/<f[ >]|HYPERLINK\(/);
  });

  it('stays text when somebody edits what begins like a formula', () => {
    const edition = editionOf([publicRelease({ id: 'a', summary: '=1+1', title: 'Plain' })]);
    const format = (column: string): string[] => {
      const style = found(sheetOf(edition), `//c[starts-with(@r, "${column}2")]/@s`)[0] ?? '';
      return found(partsOf(edition).get('xl/styles.xml') ?? '', `//cellXfs/xf[${Number(style) + 1}]/@quotePrefix`);
    };
    expect(format('L')).toEqual(['1']);
    expect(format('B')).toEqual([]);
  });

  it.each(['_x000D_', '_x0041_', '_x005F_', '__x0041__x0042_', 'a_x000d_b', '_x00g0_', '_x0041', '_xD83D_'])(
    'gives %j back, which looks like an escape',
    async (summary) => {
      expect(await cell('summary', { summary })).toBe(summary);
    },
  );

  it.each([
    ['a\u0000b\u0008\u001B[31m\u009Bc', 'ab[31mc'],
    ['a\uD800b\uDC00c 😀', 'abc 😀'],
    ['a\uFFFEb\uFFFFc', 'abc'],
    ['a\r\nb\rc', 'a\nb\nc'],
  ])('leaves out what it cannot hold: %j', async (summary, held) => {
    expect(await cell('summary', { summary })).toBe(held);
  });

  it.each([
    ['x', 32_767, false],
    ['x', 32_768, true],
    ['😀', 16_384, true],
    ['_x0041_', 5_000, true],
  ])('holds no more than a cell can, and says where it was cut: %s × %i', async (piece, times, isCut) => {
    const body = piece.repeat(times);
    const text = String(await cell('body', {}, body));
    expect(text.length).toBeLessThanOrEqual(32_767);
    expect(text.endsWith(' … [cut: a cell holds no more than 32,767 characters]')).toBe(isCut);
    expect(body.startsWith(text.split(' … [')[0] ?? '?')).toBe(true);
    expect(text.isWellFormed()).toBe(true);
  });

  it.each(['date', 'updated'])('has a day as a day, the same everywhere: %s', async (key) => {
    expect(await cell(key, { [key]: '2020-02-29' })).toEqual(new Date(Date.UTC(2020, 1, 29)));
    expect(await cell(key, { [key]: '1900-03-01' })).toEqual(new Date(Date.UTC(1900, 2, 1)));
  });

  it('shows a day as it was written', () => {
    const edition = editionOf([publicRelease({ id: 'a', date: '2009-11-16' })]);
    expect(found(sheetOf(edition), '//c[@r="C2"]/v')).toEqual(['40133']);
    expect(found(partsOf(edition).get('xl/styles.xml') ?? '', '//numFmt/@formatCode')).toEqual(['yyyy\\-mm\\-dd']);
  });

  it.each(['2009-11-16T10:00:00+04:00', '1900-02-28', '1899-12-31', '0009-11-16'])(
    'keeps a moment, and a day that spreadsheets dispute, as text: %s',
    async (date) => {
      expect(await cell('date', { date })).toBe(date);
    },
  );

  it('makes no day of a title that looks like one', async () => {
    expect(await cell('title', { title: '2009-11-16' })).toBe('2009-11-16');
  });

  it.each([
    [5, 5],
    [0.1, 0.1],
    [-2.5e20, -2.5e20],
    [123_456_789_012_345, 123_456_789_012_345],
    [1_234_567_890_123_456, '1234567890123456'],
    [Infinity, 'Infinity'],
    [NaN, 'NaN'],
    [true, true],
    [false, false],
    [null, null],
    [{ a: 1, b: ['x', 'y'] }, '1, x, y'],
  ])('has a number of a key of their own as a number, as far as it is kept: %j', async (own, seen) => {
    expect(await cell('own', { own })).toBe(seen);
  });

  it('has sizes of attachments in the text of the cell', async () => {
    expect(await cell('attachments', { attachments: [{ href: '/a.pdf', size: 3 }] })).toBe('/a.pdf, 3');
  });
});

describe('links', () => {
  const linksOf = (edition: Edition): { places: string[]; targets: string[]; ids: string[] } => {
    const relations = partsOf(edition).get('xl/worksheets/_rels/sheet1.xml.rels') ?? '<none/>';
    return {
      places: found(sheetOf(edition), '//hyperlink/@ref'),
      ids: xmlTexts(sheetOf(edition), '//*[local-name()="hyperlink"]/@*[local-name()="id"]'),
      targets: found(relations, '//Relationship/@Target'),
    };
  };

  it('lead to each release', () => {
    const { places, targets, ids } = linksOf(editionOf(referenceEdition.releases.slice(0, 2)));
    expect(places).toEqual(['M2', 'M3']);
    expect(ids).toEqual(['rId1', 'rId2']);
    expect(targets).toEqual(['https://press.example.org/2024/instant/', 'https://press.example.org/ru/2023/lessons/']);
  });

  it.each(['ftp://press.example.org/', 'file:///etc/'])('are not made of %s', (baseUrl) => {
    const edition = editionOf([publicRelease({ id: 'a' })], { settings: { ...testSettings, baseUrl } });
    expect(linksOf(edition)).toEqual({ places: [], ids: [], targets: [] });
    expect(sheetOf(edition)).toContain(`>${baseUrl}2020/a/<`);
  });

  it('are percent-encoded, and shown as the table has them', async () => {
    const settings = { ...testSettings, baseUrl: 'https://press.example.org/a|b/' };
    const edition = editionOf([publicRelease({ id: 'a' })], { columns: ['url'], settings });
    expect(linksOf(edition).targets).toEqual(['https://press.example.org/a%7Cb/2020/a/']);
    expect(await rowsOf(edition)).toEqual([['url'], ['https://press.example.org/a|b/2020/a/']]);
  });

  it('are not there without baseUrl, nor where an address is longer than Excel follows', () => {
    const a = publicRelease({ id: 'a' });
    expect(linksOf(editionOf([a], { settings: defaultSettings })).places).toEqual([]);
    const long = publicRelease({ id: 'b', slug: 'x'.repeat(2_100) });
    expect(linksOf(editionOf([long, a])).places).toEqual(['M3']);
    expect(sheetOf(editionOf([long]))).toContain('x'.repeat(2_100));
  });
});
