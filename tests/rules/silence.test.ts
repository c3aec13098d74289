import { describe, expect, it } from 'vitest';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { findingsOf } from './marked-text.ts';

const body = (text: string): string => sampleRelease({}, text);
const russian = { title: 'Курс для наблюдателей открылся в Баку', lang: 'ru' };

/** Honest releases that lie close to something that is refused. */
const sound: readonly (readonly [what: string, text: string])[] = [
  ['a byte-order mark and CR LF', `\uFEFF${sampleRelease().replaceAll('\n', '\r\n')}`],
  ['no line break at the end', sampleRelease().trimEnd()],
  [
    'a body that holds a rule and a fence',
    body('BAKU, 16 November 2009 - A course opened.\n\n---\n\nfields: [nonsense]\n---\n'),
  ],
  ['a colon and a hash in quotes', sampleRelease({ title: '"Course: day #1"' })],
  ['right-to-left letters and a mark', sampleRelease({ title: 'دورة في باكو \u200F(2009)' })],
  ['a no-break space in a title', sampleRelease({ title: 'Twelve\u00A0observers meet in Baku for a course' })],
  [
    'joiners in an emoji and in Persian',
    sampleRelease({ title: '👩\u200D👩\u200D👧 می\u200Cخواهم and a course in Baku' }),
  ],
  ['soft hyphens in the body', body('BAKU, 16 November 2009 - A course for ob\u00ADservers opened.\n')],
  [
    'an abbreviation with a Russian ending',
    sampleRelease({ ...russian, place: undefined }, 'Миссия OSCEа и CMSка открылись, e-mailом.\n'),
  ],
  ['a comment in the front matter', sampleRelease({ lang: 'en # the sumary comes later' })],
  ['a number as a title', sampleRelease({ title: '2009' })],
  ['a facet without terms', sampleRelease({ countries: '[]' })],
  ['a list of one place', sampleRelease({ place: '[Baku]' })],
  ['an empty list of addresses', sampleRelease({ aliases: '[]' })],
  ['a comment in a comment', body('BAKU, 16 November 2009 - A course opened. <!-- one <!-- two -->\n')],
  ['an arrow without a comment', body('BAKU, 16 November 2009 - A course opened --> and goes on.\n')],
  ['a text of one word', body('BAKU, 16 November 2009 - Открыто.\n')],
  ['a list of one author', sampleRelease({ source: '[baku]' })],
  ['a list of lines', sampleRelease({ fields: '\n  - elections\n  - "education"' })],
  [
    'the same id in two facets',
    sampleRelease({ source: 'albania', countries: '[albania]', place: undefined }, 'No dateline.\n'),
  ],
  ['a closed body as a subject', sampleRelease({ meetings: '[media-conferences]', countries: '[azerbaijan]' })],
  ['an instant as a date', sampleRelease({ date: '2009-11-16T09:30:00+04:00' })],
  ['an embargo that has passed', sampleRelease({ embargo: '2009-11-16T09:30:00.5Z' })],
  ['a leap day', sampleRelease({ updated: '2012-02-29' })],
  ['a draft without a date', sampleRelease({ status: 'draft', date: undefined })],
  ['a draft without a dateline', sampleRelease({ status: 'draft' }, 'To be written.\n')],
  ['no place and no dateline', sampleRelease({ place: undefined }, 'A course opened.\n')],
  ['a dateline without a year', body('BAKU, 16 November – A course opened.\n')],
  ['a dateline without a date', body('BAKU – A course opened.\n')],
  ['a dateline in title case', body('Baku, 16 November 2009 – A course opened.\n')],
  [
    'a dateline behind a note to the house',
    body('<!-- for the desk -->\n\nBAKU, 16 November 2009 – A course opened.\n'),
  ],
  ['accents in the place alone', sampleRelease({ place: 'Bakú' })],
  [
    'two places, the other way round',
    sampleRelease({ place: '[Warsaw, Baku]' }, 'BAKU/WARSAW, 16 November 2009 – A course opened.\n'),
  ],
  [
    'two places in one text',
    sampleRelease({ place: 'Warsaw/Baku' }, 'BAKU/WARSAW, 16 November 2009 – A course opened.\n'),
  ],
  [
    'a place with its region',
    sampleRelease({ place: '"Washington, D.C."' }, 'WASHINGTON, D.C., 16 November 2009 – A course opened.\n'),
  ],
  [
    'a dateline in another alphabet than the place',
    sampleRelease(russian, 'БАКУ, 16 ноября 2009 года – Курс открылся.\n'),
  ],
  ['a dateline in Russian', sampleRelease({ ...russian, place: 'Баку' }, 'БАКУ, 16 ноября 2009 г. – Курс открылся.\n')],
  ['the right day of the week', body('BAKU, Monday, 16 November 2009 – A course opened.\n')],
  [
    'days of the week of several days',
    body('BAKU, 16 November 2009 – Doors open Thursday and Friday, November 19 and 20.\n'),
  ],
  ['a day of the week in the coming year', body('BAKU, 16 November 2009 – A course opens on Friday, 15 January.\n')],
  ['a wrong day of the week in code', body('BAKU, 16 November 2009 – Write `Friday, 16 November`.\n')],
  ['a text about an embargo', body('BAKU, 16 November 2009 – The arms embargo until 9 May 2004 was a subject.\n')],
  ['an embargo that ends as the day begins', sampleRelease({ embargo: '2009-11-16T00:00:00Z' })],
  ['an update on the day of issue', sampleRelease({ date: '2009-11-16T09:30:00+04:00', updated: '2009-11-16' })],
  ['an author closed on a day that nobody knows', sampleRelease({ source: 'serbia-and-montenegro' })],
  [
    'an author in the year in which it closed',
    sampleRelease({ source: 'georgia' })
      .replaceAll('2009-11-16', '2008-12-20')
      .replace('16 November 2009', '20 December'),
  ],
  [
    'an author on its last day',
    sampleRelease({ source: 'zagreb' })
      .replaceAll('2009-11-16', '2012-01-17')
      .replace('16 November 2009', '17 January'),
  ],
];

describe('nothing is wrong with', () => {
  it.each(sound)('%s', async (_, text) => {
    const day = /^date: (\d{4}-\d{2}-\d{2})/m.exec(text)?.[1] ?? '2009-11-16';
    expect(await findingsOf(text, `releases/${day.slice(0, 4)}/${day}-observer-course.md`)).toEqual([]);
  });

  it('a dateline that names the day on the newsroom’s clock', async () => {
    const text = sampleRelease({ date: '2009-11-15T23:30:00Z' }, 'BAKU, 16 November 2009 – A course opened.\n');
    const path = samplePath.replace('2009-11-16', '2009-11-15');
    const vienna = { 'press.yaml': 'timezone: Europe/Vienna\n' };
    expect(await findingsOf(text, path, vienna)).toEqual([]);
    expect((await findingsOf(text, path)).map(({ rule }) => rule)).toEqual(['dateline-date']);
  });

  it('a key that the type’s schema, or a facet of another vocabulary, knows', async () => {
    const vocabulary =
      'version: 1\nfacets: {topic: {property: topics, multiple: true, terms: {rivers: {label: Rivers}}}}\n';
    const text = sampleRelease({ source: undefined, fields: undefined, topics: '[rivers]' });
    expect(await findingsOf(text, samplePath, { 'taxonomy.yaml': vocabulary })).toEqual([]);
    expect((await findingsOf(text)).map(({ rule, message }) => [rule, message])).toContainEqual([
      'unknown-key',
      '«topics» is no key that press knows here.',
    ]);
  });
});
