import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/importers/csv.ts';
import type { SourceRelease } from '../../src/model/importer.ts';
import { PressError } from '../../src/model/press-error.ts';
import { csvRecord } from '../../src/text/csv-cells.ts';
import { source } from './pages.ts';

const read = (text: string, rawCells = false): readonly SourceRelease[] =>
  csv.read({ ...source(text, 'table.csv'), rawCells });

describe('a table', () => {
  it.each([
    ['commas', 'title,date,place\r\n"Course; opens",2009-11-16,Baku\r\n'],
    ['semicolons', 'title;date;place\n"Course; opens";2009-11-16;Baku\n'],
    ['tabs', 'title\tdate\tplace\nCourse; opens\t2009-11-16\tBaku\n'],
    ['a byte-order mark', '\uFEFFtitle,date,place\nCourse; opens,2009-11-16,Baku'],
    ['a line for spreadsheets', 'sep=|\r\ntitle|date|place\r\nCourse; opens|2009-11-16|Baku\r\n'],
    ['headings in words', 'Headline;Дата выпуска;City\n"Course; opens";16.11.2009;Baku\n'],
    ['empty rows', '\n\ntitle,date,place\n,,\n"Course; opens",2009-11-16,Baku\n\n,,\n'],
  ])('is read with %s', (_, text) => {
    expect(csv.recognise(source(text))).toBeGreaterThan(0.9);
    const [release, other] = read(text);
    expect(other).toBeUndefined();
    expect([release?.title?.value, release?.date?.value, release?.places.map(({ value }) => value)]).toEqual([
      'Course; opens',
      '2009-11-16',
      ['Baku'],
    ]);
  });

  it('says on which line each release begins, also behind a text of many lines', () => {
    const releases = read('title,body\r\nA,"one\r\ntwo\r\n"\r\n\r\nB,"x"\r\n');
    expect(releases.map(({ part, body }) => [part, body])).toEqual([
      ['line 2', 'one\ntwo'],
      ['line 6', 'x'],
    ]);
  });

  it('gives back the cells that were guarded, unless they are raw', () => {
    const title = (text: string, raw: boolean): unknown => read(text, raw)[0]?.title?.value;
    expect(title("title,id\n'=1+1,a\n", false)).toBe('=1+1');
    expect(title("title,id\n'=1+1,a\n", true)).toBe("'=1+1");
    expect(title("title,id\n'Tis late,a\n", false)).toBe("'Tis late");
  });

  it('splits lists, and keeps every other column under its own name', () => {
    const [release] = read('title,place,fields,Tone\nA,Vienna; Baku\\; old,Elections; Law,loud\n');
    expect(release?.places.map(({ value }) => value)).toEqual(['Vienna', 'Baku; old']);
    expect([...(release?.frontMatter ?? [])]).toEqual([
      ['fields', { value: 'Elections; Law', origin: 'column «fields»', isCell: true }],
      ['Tone', { value: 'loud', origin: 'column «Tone»', isCell: true }],
    ]);
  });

  it.each([
    ['Draft', 'status', 'draft'],
    ['yes', 'draft', 'draft'],
    ['false', 'published', 'draft'],
    ['no', 'public', 'draft'],
    ['true', 'public', undefined],
    ['published', 'status', 'published'],
  ])('that says «%s» under «%s» means the status %s', (cell, column, status) => {
    expect(read(`title,${column}\nA,${cell}\n`)[0]?.frontMatter?.get('status')?.value).toBe(status);
  });

  it('leaves a day that could be two, and an address that is none, to a person', () => {
    const [release] = read('title,date,url\nA,11/12/2009,www.example.org\n');
    expect([release?.date, release?.url]).toEqual([undefined, undefined]);
    expect(release?.notCarried).toEqual([
      '«11/12/2009» (column «date»), which is not certainly one day',
      '«www.example.org» (column «url»), which is no web address',
    ]);
  });

  it.each([
    ['nothing in it', '', '«table.csv» holds no row.'],
    ['no titles', 'id,date\na,b\n', '«table.csv» has no column «title».'],
    ['a column twice', 'title,embargo,Embargo\na,b,c\n', '«table.csv» has two columns «Embargo».'],
    [
      'a cell too few',
      'title,embargo,date\na,b,c\na,2026-01-01\n',
      '«table.csv» has 2 cells on line 3, and 3 columns.',
    ],
    ['rows without a title', 'title,id\na,b\n,c\n ,d\n', '«table.csv» has no title on lines 3, 4.'],
    [
      'an open quote',
      'title,id\n"a,b\n',
      '«table.csv» cannot be read as a table: it has a quotation mark that is never closed (looked for up to line 2).',
    ],
    [
      'a quote inside',
      'title,id\n"a"x,b\n',
      '«table.csv» cannot be read as a table: it has a quotation mark in the middle of a cell (line 2).',
    ],
  ])('is refused with %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('of any text is a table of releases or refused in a sentence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 })),
        fc.string(),
        (rows, tail) => {
          const text = `title,id\r\n${rows.map((cells) => csvRecord(cells, { rawCells: false })).join('')}`;
          for (const each of [text, text + tail, tail]) {
            csv.recognise(source(each));
            try {
              for (const { title } of read(each)) expect(title?.value).not.toBe('');
            } catch (error) {
              expect(error).toBeInstanceOf(PressError);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
