import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateline } from '../../src/model/dateline.ts';
import { readDateline } from '../../src/model/dateline-grammar.ts';
import type { Token } from '../../src/model/dateline-tokens.ts';
import { TokenStream } from '../../src/model/dateline-tokens.ts';
import { DATELINES, NO_DATELINES } from './dateline-table.ts';

const BODY = 'The Office opened a series of sessions.\n\nMore about them.\n';

describe('a dateline', () => {
  it.each(DATELINES.map((row) => [row.dateline, row] as const))('%j', (written, row) => {
    const text = written + BODY;
    const found = parseDateline(text)!;
    const { day, month, year, region, wire } = found;
    expect({ day, month, year, region, wire }).toEqual({
      day: row.day,
      month: row.month,
      year: row.year,
      region: row.region,
      wire: row.wire,
    });
    expect(found.cities).toEqual(row.cities);
    expect(found.start).toBe(row.start ?? 0);
  });

  it.each(DATELINES.map((row) => [row.dateline, row] as const))('%j ends where the text begins', (written, row) => {
    const needsBlank = written.endsWith('.');
    const text = written + (needsBlank ? ' ' : '') + BODY;
    const { end, separator } = parseDateline(text)!;
    expect(text.slice(end)).toBe(BODY);
    expect(separator).toBe(row.separator + (needsBlank ? ' ' : ''));
  });

  it.each(DATELINES.map((row) => [row.dateline, row] as const))('%j says where its parts stand', (written, row) => {
    const found = parseDateline(written + BODY)!;
    const plain = ({ start, end }: { start: number; end: number }): string => written.slice(start, end);
    expect(found.cityRanges.map(plain)).toEqual(row.cities);
    if (row.month === undefined) expect(found.dateRange).toBeUndefined();
    else expect(plain(found.dateRange!)).toContain(String(row.year ?? row.day));
  });

  it.each(NO_DATELINES)('is not %j', (text) => {
    expect(parseDateline(text)).toBeUndefined();
    expect(parseDateline(`${text}\n\n${BODY}`)).toBeUndefined();
  });

  it('stands alone in a text, too', () => {
    expect(parseDateline('Brussels, 12 July 2021')).toMatchObject({ cities: ['Brussels'], separator: '', end: 22 });
    expect(parseDateline('BAKU, 16 November - ')).toMatchObject({ separator: ' - ', end: 20 });
  });
});

describe('the offsets of a dateline', () => {
  it('are those of its words', () => {
    const text = '**VIENNA/TIRANA, Friday, 9 October 2020** – The';
    expect(parseDateline(text)).toEqual({
      cities: ['VIENNA', 'TIRANA'],
      cityRanges: [
        { start: 2, end: 8 },
        { start: 9, end: 15 },
      ],
      weekday: { word: 'Friday', day: 5, start: 17, end: 23 },
      day: 9,
      month: 10,
      year: 2020,
      dateRange: { start: 25, end: 39 },
      separator: ' – ',
      start: 0,
      end: 44,
    });
  });

  it.each([
    ['WASHINGTON, Mon., Nov. 16, 2009 – The', 'Mon', 1, 'Nov. 16, 2009'],
    ['Monday, 16 November 2009 – The', 'Monday', 1, '16 November 2009'],
    ['ВЕНА, среда 18 ноября 2009 г. – Он', 'среда', 3, '18 ноября 2009'],
  ])('tell the weekday from the date in %j', (text, word, day, date) => {
    const { weekday, dateRange } = parseDateline(text)!;
    expect(weekday).toMatchObject({ word, day });
    expect(text.slice(weekday!.start, weekday!.end)).toBe(word);
    expect(text.slice(dateRange!.start, dateRange!.end)).toBe(date);
  });

  it('leave emphasis to the text where it closes there', () => {
    const text = '**BAKU, 16 November 2009 – The Office** opened';
    expect(parseDateline(text)).toMatchObject({ start: 2, end: 27 });
    const closed = 'BAKU, 16 November 2009 – **The Office** opened';
    expect(closed.slice(parseDateline(closed)!.end)).toBe('**The Office** opened');
  });
});

describe('a dateline on a line of its own', () => {
  it('gives way to the one that leads the text', () => {
    expect(parseDateline('Vienna, 3 May 2012\n\nBAKU, 4 May 2012 – The')).toMatchObject({
      cities: ['BAKU'],
      start: 20,
    });
  });

  it('stays where the text after it has none', () => {
    expect(parseDateline('Vienna, 3 May 2012\n\nThe Office.\n\nBAKU, 4 May 2012 – The')).toMatchObject({
      cities: ['Vienna'],
      day: 3,
    });
    expect(parseDateline('Vienna, 3 May 2012\n\n16 November 2009 – The')).toMatchObject({ cities: ['Vienna'], day: 3 });
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    'BAKU',
    'Vienna',
    'the',
    'The',
    'May',
    'November',
    'Mon.',
    'D.C.',
    'of',
    'and',
    '16',
    '2009',
    '1st',
    'г.',
    'OSCE',
    'Reuters',
    ',',
    '.',
    '/',
    ':',
    '&',
    '(',
    ')',
    '-',
    '–',
    '--',
    ' ',
    ' ',
    ' ',
    '\n',
    '**',
    '_',
    '\\',
    '&nbsp;',
    '😀',
    '\uD800',
    '\u200B',
  );
  const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

  it('gives offsets that fit together, or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        const found = parseDateline(text);
        if (found === undefined) return;
        const { start, end, cityRanges, dateRange, weekday } = found;
        const parts = [...cityRanges, dateRange, weekday].filter((part) => part !== undefined);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        for (const part of parts) {
          expect(part.start).toBeGreaterThanOrEqual(start);
          expect(part.end).toBeLessThanOrEqual(end);
          expect(part.start).toBeLessThan(part.end);
        }
        expect(parts.length).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('is judged by its first few hundred characters', () => {
    fc.assert(
      fc.property(texts, texts, texts, (start, one, other) => {
        const head = `${start} `.padEnd(480, 'and so on ');
        expect(parseDateline(`${head}${one}x`)).toEqual(parseDateline(`${head}${other}x`));
      }),
    );
  });

  class CountingStream extends TokenStream {
    asked = 0;
    override at(index: number): Token {
      this.asked += 1;
      return super.at(index);
    }
  }

  it.each([
    '-',
    ',',
    '.',
    '/',
    '(',
    '*',
    '\\',
    ' ',
    '\n',
    'A',
    'A ',
    'A/',
    'A, ',
    'May ',
    '1 ',
    '1.',
    'BAKU, 1 May ',
    '. A, 1 May ',
    '&nbsp;',
  ])('of 100 kB made of %j takes a bounded number of steps', (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    const tokens = new CountingStream(text.slice(0, 480), 0, true);
    readDateline(tokens);
    expect(tokens.asked).toBeLessThan(600);
    expect(parseDateline(text)?.end ?? 0).toBeLessThanOrEqual(480);
  });
});

/** Rows of a table: dateline, cities, region, date, news service, separator, and what they are or are not. */
function rowsOf(table: URL): readonly string[] {
  const lines = (existsSync(table) ? readFileSync(table, 'utf8') : '').split('\n');
  return lines.slice(1).filter((line) => line.trim() !== '');
}

function expectRow(row: string, after: string): void {
  const [written = '', cities = '', region = '', date = '', wire = '', separator = ''] = row.split('\t');
  const mark = JSON.parse(separator) as string;
  const found = parseDateline(mark === '\n' ? `${written}\n${after}` : written + after)!;
  expect(found.cities.join(';')).toBe(cities);
  expect(found.region ?? '').toBe(region);
  expect(found.wire ?? '').toBe(wire);
  expect(found.separator).toBe(mark);
  expect(dateAsListed(found)).toBe(date);
}

const isNone = (row: string): boolean => row.includes('NEGATIVE');
const OWN = new URL('datelines.tsv', import.meta.url);
const SEED = new URL('../../../shared/seed/datelines.tsv', import.meta.url);

describe('the datelines of this project’s own table', () => {
  const rows = rowsOf(OWN);

  it.each(rows.filter((row) => !isNone(row)))('%s', (row) => {
    expectRow(row, BODY);
  });

  it.each(rows.filter(isNone))('%s', (row) => {
    expect(parseDateline(row.split('\t')[0] ?? '')).toBeUndefined();
  });

  it.each(rows.filter((row) => !isNone(row)))('%s leaves the text whole', (row) => {
    const [written = ''] = row.split('\t');
    const text = written + BODY;
    expect(text.slice(parseDateline(text)!.end)).toBe(BODY);
  });
});

describe.skipIf(!existsSync(SEED))(
  'the collected datelines (skipped where the collection is not beside the repository)',
  () => {
    const rows = rowsOf(SEED);

    it.each(rows.filter((row) => !isNone(row)))('%s', (row) => {
      const cells = row.split('\t');
      // The collection writes all cities in capitals.
      const cities = parseDateline(`${cells[0]}\n`)?.cities.join(';') ?? '';
      expect(cities.toUpperCase()).toBe(cells[1]);
      expectRow(cells.with(1, cities).join('\t'), '');
    });

    it.each(rows.filter(isNone))('%s', (row) => {
      expect(parseDateline(row.split('\t')[0] ?? '')).toBeUndefined();
    });

    it('are all there', () => {
      expect(rows.length).toBeGreaterThan(40);
    });
  },
);

function dateAsListed({ year, month, day }: { year?: number; month?: number; day?: number }): string {
  if (month === undefined || day === undefined) return '--';
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year === undefined ? '-' : two(year)}-${two(month)}-${two(day)}`;
}
