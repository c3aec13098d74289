import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { findingsOf } from './marked-text.ts';

const body = (text: string, changes: Record<string, string> = {}): string => sampleRelease(changes, text);
const corrected = (changes: Record<string, string>): string =>
  sampleRelease({ ...changes, corrections: '\n  - {date: "2009-11-18T16:00:00+04:00", kind: update, note: More.}' });

const cases: readonly (readonly [rule: string, text: string, path?: string])[] = [
  ['date-format', sampleRelease({ updated: '"17.11.2009" # in words' })],
  ['date-format', sampleRelease({ updated: '2009-11-17 9:00+04' })],
  ['date-format', sampleRelease({ updated: '2009-11-17 09:00' })],
  ['date-format', sampleRelease({ updated: '>-\n  17 November\n  2009' })],
  ['date-format', sampleRelease({ corrections: '[{date: 17.11.2009, kind: update, note: n}]', updated: '2009-11-17' })],
  ['weekday-date', body('BAKU, Tuesday, 16 November 2009 - A course opened.\n')],
  ['weekday-date', body('BAKU, 16 November 2009 - A course opens on FRIDAY, 19 November.\n')],
  ['dateline-date', body('BAKU, Nov. 17, 2009 -- A course opened.\n')],
  ['dateline-date', body('BAKU, 16 November 2009 - A course opened.\n', { date: '2009-11-17' })],
  ['dateline-place', body('GANJA, 16 November 2009 - A course opened.\n')],
  ['dateline-missing', body('\nA course opened.\n')],
  ['dateline-missing', body('**A course** opened.\n', { place: '[Baku, The Hague]' })],
  ['dateline-missing', body('Курсы открылись.\n', { place: 'Баку', lang: 'ru', title: 'Курсы открылись в Баку' })],
  ['correction-without-update', corrected({})],
  ['correction-without-update', corrected({ updated: '2009-11-17' })],
  [
    'date-future',
    sampleRelease({ date: '"2209-11-16"', place: undefined, source: 'secretariat' }, 'A course opened.\n'),
  ],
  [
    'year-inference',
    body('BAKU, 28 December - A course opened.\n', { date: '2010-01-04' }),
    'releases/2010/2010-01-04-observer-course.md',
  ],
];

function mended(text: string, { fix }: Diagnostic): string {
  const edits = [...(fix?.edits ?? [])].sort((one, other) => other.range.start.offset - one.range.start.offset);
  return edits.reduce(
    (whole, { range, text: put }) => whole.slice(0, range.start.offset) + put + whole.slice(range.end.offset),
    text,
  );
}

const ways: readonly (readonly [string, (text: string) => string])[] = [
  ['', (text: string) => text],
  [' with CR LF and a byte-order mark', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
];

describe.each(ways)('a fix leaves nothing of its finding%s', (_, save) => {
  it.each(cases.map(([rule, given, path = samplePath]) => ({ rule, given, path })))(
    '$rule: $#',
    async ({ rule, given, path }) => {
      const text = save(given);
      const found = (await findingsOf(text, path)).find((each) => each.rule === rule);
      if (found?.fix === undefined) throw new Error('There is no fix.');
      const after = (await findingsOf(mended(text, found), path)).map((each) => each.rule);
      expect(after).not.toContain(rule);
      expect(after).not.toContain('schema');
      expect(after).not.toContain('front-matter');
    },
  );
});
