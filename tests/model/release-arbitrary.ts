/** Releases of all kinds in the small newsroom, for properties. */
import fc from 'fast-check';
import { statuses } from '../../src/model/release.ts';
import { releaseOf } from './newsroom.ts';
import { texts } from './query-arbitraries.ts';

const notes = ['correction', 'update', 'withdrawal'].flatMap((kind) => [
  { date: '2012-01-01', kind, note: 'x' },
  { date: '2009-11-16T18:00:00+04:00', kind, note: 'x' },
]);

export const anyRelease = fc
  .record({
    id: fc.constantFrom('x.ru', 'a', 'baku'),
    title: fc.constantFrom(...texts, 'A title'),
    date: fc.constantFrom(
      '2003-12-31',
      '2004-06-30',
      '2009-11-16',
      '2012-01-01',
      '2015-07-04',
      '2026-03-01',
      undefined,
    ),
    status: fc.constantFrom(...statuses),
    place: fc.constantFrom('Baku', ['New York', 'ö'], [], undefined),
    lang: fc.constantFrom('en', 'en-GB', 'ru', undefined),
    type: fc.constantFrom('statement', undefined),
    fields: fc.subarray(['elections', 'voting', 'torture', 'education', 'nowhere']),
    countries: fc.subarray(['mongolia', 'turkey', 'japan', 'finland']),
    source: fc.constantFrom('baku', 'skopje', 'office', 'press-house', 'secretariat', undefined),
    summary: fc.constantFrom('Observers.', '', undefined),
    updated: fc.constantFrom('2009-11-16', '2015-07-05T01:00:00+04:00', undefined),
    embargo: fc.constantFrom(
      '2026-11-23T12:59:59+01:00',
      '2026-11-23T13:00:01+01:00',
      '2026-11-23',
      5,
      null,
      undefined,
    ),
    corrections: fc.subarray(notes, { maxLength: 2 }),
    contacts: fc.constantFrom([{ name: 'A' }], [], undefined),
    related: fc.constantFrom(['a'], undefined),
    attachments: fc.constantFrom([{ href: 'https://press.example.org/a.pdf' }], undefined),
    translationOf: fc.constantFrom({ id: 'a' }, { digest: 'x' }, 'a', undefined),
  })
  .map((data) => releaseOf(data, 'BAKU – A course.\n<!-- non-interference -->'));
