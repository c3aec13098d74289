import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutControls } from '../../src/text/control-characters.ts';
import { csvRecord, guardCell, unguardCell } from '../../src/text/csv-cells.ts';
import { hostileTexts } from '../support/hostile-text.ts';

describe('the guard against formulas', () => {
  it.each([
    '=1+1',
    '+1+1',
    '+49',
    '-1+1',
    '@SUM(A1)',
    '  =1',
    "'=1",
    "' '=1",
    '\t1',
    '\r1',
    '\n1',
    '  \t1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '﹦1',
    '﹢1',
    '﹣1',
    '﹫x',
    '\u00A0=1',
    '\u200B=1',
    '\uFEFF=1',
    '\u0085=1',
    '-',
    '=',
    '-5-5',
    '-5 ',
    '-5\n=1',
    '-1e5',
    '-0x10',
  ])('goes before %j', (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
    expect(unguardCell(guardCell(text))).toBe(text);
  });

  it.each([
    '',
    ' ',
    "'",
    "''",
    'a=1',
    '1+1',
    '5',
    '-5',
    '-3.14',
    '2009-11-16',
    "'quoted'",
    'Türkiye',
    '–1',
    '−1',
    'a\t=1',
    'e-mail',
  ])('leaves %j as it is, both ways', (text) => {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(text)).toBe(text);
  });

  it('can be taken back from every text', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        expect(unguardCell(guardCell(text))).toBe(text);
      }),
    );
  });

  it('is linear in a long run of blanks', () => {
    const blanks = ' '.repeat(500_000);
    expect(guardCell(`${blanks}=`)).toBe(`'${blanks}=`);
    expect(guardCell(`${blanks}x`)).toBe(`${blanks}x`);
  });
});

describe('a record', () => {
  it.each([
    [['a', 'b'], 'a,b\r\n'],
    [[''], '\r\n'],
    [['', ''], ',\r\n'],
    [
      ['a,b', 'say "no"', 'two\nlines', 'two\r\nlines', 'cr\rhere'],
      '"a,b","say ""no""","two\nlines","two\r\nlines","cr\rhere"\r\n',
    ],
    [[' led', 'trailed ', 'in side', '\uFEFFbom', 'a\tb'], '" led","trailed ",in side,"\uFEFFbom","a\tb"\r\n'],
    [['=1,"2"'], '"\'=1,""2"""\r\n'],
    [['a\u0000b\u0008\u001B[2J\u007F\u0085\u009Bc'], 'ab[2Jc\r\n'],
    [['\u0000=1'], "'=1\r\n"],
  ])('%j', (cells, record) => {
    expect(csvRecord(cells, { rawCells: false })).toBe(record);
  });

  it('leaves formulas alone when raw cells are asked for', () => {
    expect(csvRecord(['=1', '@x', '-5'], { rawCells: true })).toBe('=1,@x,-5\r\n');
  });

  it('is read back by a strict parser, cell by cell', () => {
    const printable = hostileTexts.map((text) => withoutControls(text));
    // A first cell that is empty and alone makes an empty line, which is no record.
    const records = fc.array(fc.array(printable, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(records, fc.boolean(), (rows, rawCells) => {
        const text = rows.map((cells) => csvRecord(cells, { rawCells })).join('');
        const read: string[][] = parse(text, { record_delimiter: '\r\n' });
        expect(rawCells ? read : read.map((cells) => cells.map(unguardCell))).toEqual(rows);
      }),
    );
  });
});
