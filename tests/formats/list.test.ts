import { describe, expect, it } from 'vitest';
import { list } from '../../src/formats/list.ts';
import { clearForStaff } from '../../src/model/embargo.ts';
import { editionOf, publicRelease, staffEdition, staffRelease, testMoment, testRelease } from '../support/editions.ts';
import { written } from '../support/written.ts';

const baku = publicRelease({ id: 'a', date: '2009-11-16', place: 'Baku', title: 'Hotline opens' });
const cities = publicRelease({ id: 'b', date: '2009-11-17', place: ['Vienna', 'The Hague'], title: 'Two cities' });
const wide = publicRelease({ id: 'c', date: '2009-11-18', place: '東京', title: 'Wide characters' });
const nowhere = publicRelease({ id: 'd', date: '2009-11-19', title: 'No place' });

describe('list', () => {
  it('is date, place and title, two blanks apart', () => {
    expect(written(list, editionOf([baku]))).toBe('2009-11-16  Baku  Hotline opens\n');
  });

  it('keeps the columns straight, also beside wide characters', () => {
    expect(written(list, editionOf([baku, cities, wide, nowhere])).split('\n')).toEqual([
      '2009-11-16  Baku               Hotline opens',
      '2009-11-17  Vienna, The Hague  Two cities',
      '2009-11-18  東京               Wide characters',
      '2009-11-19  –                  No place',
      '',
    ]);
  });

  it('does not let one long place push the others away', () => {
    const long = publicRelease({
      id: 'e',
      place: ['Llanfairpwllgwyngyll', 'Taumatawhakatangihangakoauau'],
      title: 'Long',
    });
    const [first, second] = written(list, editionOf([long, baku])).split('\n');
    expect(first).toBe('2020-01-02  Llanfairpwllgwyngyll, Taumatawhakatangihangakoauau  Long');
    expect(second).toBe(`2009-11-16  Baku${' '.repeat(28)}  Hotline opens`);
  });

  it('keeps a time with its offset', () => {
    const exact = publicRelease({ id: 'f', date: '2009-11-16T10:00:00+04:00', place: 'Baku', title: 'x' });
    expect(written(list, editionOf([exact]))).toBe('2009-11-16T10:00:00+04:00  Baku  x\n');
  });

  it('stands under the title that was asked for', () => {
    expect(written(list, editionOf([baku], { title: 'Elections\u001B[2J' }))).toBe(
      'Elections\\u{001B}[2J\n\n2009-11-16  Baku  Hotline opens\n',
    );
  });

  it('shows what would move a cursor or fake a line', () => {
    const hostile = publicRelease({ id: 'g', place: 'Ba\u202Eku', title: 'One\n2009-11-17  Vienna  Two\r\u0007' });
    expect(written(list, editionOf([hostile]))).toBe(
      '2020-01-02  Ba\\u{202E}ku  One\\u{000A}2009-11-17  Vienna  Two\\u{000D}\\u{0007}\n',
    );
  });

  it('marks what is not public, and says why', () => {
    const titles = written(list, staffEdition)
      .split('\n')
      .map((line) => line.slice(20));
    expect(titles).toEqual([
      '[not public: published, date not reached] Not before its day',
      '[not public: published, embargo 2999-01-01T00:00:00+01:00] Under embargo',
      '[not public: published, embargo tomorrow] Under an embargo that nobody can read',
      '[not public: draft, no date] A draft',
      '[not public: hold] On hold',
      'Public',
      '',
    ]);
  });

  it.each([
    [{ embargo: 20_300_101 }, 'published, embargo 20300101'],
    [{ embargo: null }, 'published, embargo null'],
    [{ status: 'withdrawn', embargo: '2999-01-01T00:00:00Z' }, 'withdrawn, embargo 2999-01-01T00:00:00Z'],
  ])('marks %j', (data, mark) => {
    expect(written(list, editionOf([staffRelease({ id: 'h', title: 'x', ...data })]))).toContain(
      `[not public: ${mark}] x`,
    );
  });

  it('marks a release that a misspelled key keeps in', () => {
    const suspect = { key: 'embrago', meant: 'embargo', isOtherName: false } as const;
    const release = clearForStaff({ ...testRelease({ id: 'i', title: 'x' }), suspectKeys: [suspect] }, testMoment);
    expect(written(list, editionOf([release]))).toContain('[not public: published, key «embrago»] x');
  });
});

describe('list with columns of somebody’s own', () => {
  const release = publicRelease({
    id: 'j',
    title: 'Tab\there',
    date: '2009-11-16',
    place: ['Vienna', 'The Hague; now'],
    fields: ['elections', 'law-and-order'],
    own: 5,
  });

  it('has these, with tabs between them, under the title', () => {
    const edition = editionOf([release, baku], {
      columns: ['date', 'id', 'title', 'place', 'fields', 'own'],
      title: 'Elections',
    });
    expect(written(list, edition)).toBe(
      [
        'Elections',
        '',
        '2009-11-16\tj\tTab\\u{0009}here\tVienna; The Hague\\; now\tElections; Law\\; order & justice\t5',
        '2009-11-16\ta\tHotline opens\tBaku\tElections\t',
        '',
      ].join('\n'),
    );
  });

  it('says what is not public in columns, too', () => {
    const held = staffRelease({ id: 'k', title: 'x', status: 'hold', embargo: '2999-01-01T00:00:00Z' });
    expect(written(list, editionOf([held], { columns: ['title'] }))).toBe('x\thold\t2999-01-01T00:00:00Z\tfalse\n');
  });

  it('shows the text where it is named', () => {
    const long = publicRelease({ id: 'l' }, 'One\n\nTwo');
    expect(written(list, editionOf([long], { columns: ['body'], content: 'none' }))).toBe('One\\u{000A}\\u{000A}Two\n');
  });

  it('refuses what is no column', () => {
    expect(() => written(list, editionOf([baku], { columns: ['tilte'] }))).toThrow('«tilte» is not a column');
  });
});
