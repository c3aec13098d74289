import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilOf,
  civilText,
  compareCivil,
  formatRfc3339,
  formatRfc822,
  parseCivilDate,
  parseInstant,
  parsePartialDate,
  parseReleaseDate,
  weekday,
  within,
  withSeconds,
} from '../../src/text/dates.ts';

const offsets = fc.integer({ min: -1439, max: 1439 });
const moments = fc.integer({ min: Date.UTC(1000, 0, 2), max: Date.UTC(9998, 0, 1) });

describe('a calendar day', () => {
  it('is read as numbers and keeps its text', () => {
    expect(parseCivilDate('2009-11-16')).toEqual({ kind: 'date', year: 2009, month: 11, day: 16, text: '2009-11-16' });
  });

  it.each(['0001-01-01', '9999-12-31', '2008-02-29', '2000-02-29'])('accepts %s', (text) => {
    expect(parseCivilDate(text)?.text).toBe(text);
  });

  it.each([
    '',
    '0000-01-01',
    '2009-02-29',
    '1900-02-29',
    '2009-02-30',
    '2009-04-31',
    '2009-00-10',
    '2009-13-10',
    '2009-11-00',
    '2009-11-32',
    '2009-11-1',
    '2009-1-16',
    '209-11-16',
    '02009-11-16',
    '2009/11/16',
    '20091116',
    '2009-11-16\n',
    ' 2009-11-16',
    '2009-11-16T',
    '٢٠٠٩-١١-١٦',
    '２００９-11-16',
    '2009‑11‑16',
    '-009-11-16',
  ])('refuses %j', (text) => {
    expect(parseCivilDate(text)).toBeUndefined();
  });

  it('compares and knows its weekday', () => {
    const baku = parseCivilDate('2009-11-16')!;
    expect(weekday(baku)).toBe(1);
    expect(weekday(parseCivilDate('0001-01-01')!)).toBe(1);
    expect(weekday(parseCivilDate('2000-02-29')!)).toBe(2);
    expect(compareCivil(baku, parseCivilDate('2009-11-16')!)).toBe(0);
    for (const later of ['2010-01-01', '2009-12-01', '2009-11-17']) {
      expect(compareCivil(baku, parseCivilDate(later)!)).toBeLessThan(0);
      expect(compareCivil(parseCivilDate(later)!, baku)).toBeGreaterThan(0);
    }
  });
});

describe('an instant', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0, 0],
    ['2009-11-16T00:00:00+04:00', Date.UTC(2009, 10, 15, 20), 240],
    ['2009-11-16T12:34:56-05:30', Date.UTC(2009, 10, 16, 18, 4, 56), -330],
    ['2009-11-16T23:59:59.5Z', Date.UTC(2009, 10, 16, 23, 59, 59, 500), 0],
    ['2009-11-16T23:59:59.123456789Z', Date.UTC(2009, 10, 16, 23, 59, 59, 124), 0],
    ['2009-11-16T00:00:00+00:00', Date.UTC(2009, 10, 16), 0],
    ['2009-11-16T00:00:00+23:59', Date.UTC(2009, 10, 15, 0, 1), 1439],
    ['2009-11-16T00:00:00-23:59', Date.UTC(2009, 10, 16, 23, 59), -1439],
  ])('%s', (text, epochMilliseconds, offsetMinutes) => {
    expect(parseInstant(text)).toEqual({ kind: 'instant', epochMilliseconds, offsetMinutes, text });
  });

  it.each([
    '',
    '2009-11-16',
    '2009-11-16T00:00:00',
    '2009-11-16T00:00Z',
    '2009-11-16 00:00:00Z',
    '2009-11-16t00:00:00Z',
    '2009-11-16T00:00:00z',
    '2009-11-16T24:00:00Z',
    '2009-11-16T00:60:00Z',
    '2009-12-31T23:59:60Z',
    '2009-11-16T00:00:00-00:00',
    '2009-11-16T00:00:00+24:00',
    '2009-11-16T00:00:00+04:60',
    '2009-11-16T00:00:00+0400',
    '2009-11-16T00:00:00+04',
    '2009-11-16T00:00:00−04:00',
    '2009-11-16T00:00:00.Z',
    '2009-11-16T00:00:00.1234567890Z',
    '2009-11-16T00:00:00,5Z',
    '2009-02-29T00:00:00Z',
    '2009-11-16T00:00:00Z\n',
    '2009-11-16T00:00:00Z[UTC]',
    '2009-11-16T0:00:00Z',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('never comes before what is written, however fine the fraction', () => {
    expect(parseInstant('2009-11-16T00:00:00.000000001Z')?.epochMilliseconds).toBe(Date.UTC(2009, 10, 16) + 1);
  });

  it('has the day of its own offset', () => {
    expect(civilOf(parseInstant('2009-11-16T00:30:00+04:00')!)).toEqual(parseCivilDate('2009-11-16'));
    expect(civilOf(parseInstant('2009-11-16T23:30:00-05:00')!).text).toBe('2009-11-16');
    expect(civilOf(parseInstant('2009-11-16T23:59:59.9999Z')!).text).toBe('2009-11-16');
  });
});

describe('a date of a release', () => {
  it('is a day or an instant', () => {
    expect(parseReleaseDate('2009-11-16')?.kind).toBe('date');
    expect(parseReleaseDate('2009-11-16T08:00:00+04:00')?.kind).toBe('instant');
    expect(parseReleaseDate('2009-11')).toBeUndefined();
    expect(parseReleaseDate('yesterday?')).toBeUndefined();
  });

  it('is what it says, whichever characters are changed', () => {
    const valid = fc.constantFrom<string>('2009-11-16', '2009-11-16T08:05:59Z', '2008-02-29T23:59:59.125-11:30');
    const change = fc.tuple(fc.nat(29), fc.constantFrom(...'0123456789-:.TZ+'));
    fc.assert(
      fc.property(valid, fc.array(change, { maxLength: 3 }), (text, changes) => {
        const changed = changes.reduce<string>(
          (before, [at, by]) => before.slice(0, at) + by + before.slice(at + 1),
          text,
        );
        const date = parseReleaseDate(changed);
        if (date?.kind === 'date') expect(civilText(date)).toBe(changed);
        if (date?.kind === 'instant') expect(date.epochMilliseconds).toBe(Date.parse(changed));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a partial date', () => {
  it.each([
    ['2009', { from: '2009-01-01', until: '2009-12-31' }],
    ['2009-11', { from: '2009-11-01', until: '2009-11-30' }],
    ['2008-02', { from: '2008-02-01', until: '2008-02-29' }],
    ['2009-11-16', { from: '2009-11-16', until: '2009-11-16' }],
    ['unknown', 'unknown'],
  ])('%s', (text, meaning) => {
    expect(parsePartialDate(text)).toEqual(meaning);
  });

  it.each(['', '0000', '2009-', '2009-13', '2009-00', '2009-02-29', '09', 'Unknown', '2009-11-16T00:00:00Z', '2009 '])(
    'refuses %j',
    (text) => {
      expect(parsePartialDate(text)).toBeUndefined();
    },
  );
});

describe('within a period', () => {
  const full = { from: '2000-07-17', until: '2013-12-31' };

  it.each([
    ['2000-07-16', full, false],
    ['2000-07-17', full, true],
    ['2013-12-31', full, true],
    ['2014-01-01', full, false],
    ['2014-01-01', {}, true],
    ['2014-01-01', { from: '2000' }, true],
    ['1999-01-01', { from: '2000' }, false],
    ['2000-06-01', { from: '2000' }, undefined],
    ['2000-12-31', { from: '2000' }, true],
    ['2000-01-01', { until: '2000' }, true],
    ['2000-06-01', { until: '2000' }, undefined],
    ['2001-01-01', { until: '2000' }, false],
    ['2000-06-01', { from: '2000', until: '2000' }, undefined],
    ['2000-06-01', { from: 'unknown', until: '2013' }, undefined],
    ['2014-06-01', { from: 'unknown', until: '2013' }, false],
    ['2014-06-01', { from: '2000', until: 'unknown' }, undefined],
    ['1999-06-01', { from: '2000', until: 'unknown' }, false],
    ['2014-06-01', { from: 'some day' }, undefined],
    ['2014-06-31', full, undefined],
    ['2014', full, undefined],
  ])('%s in %j: %s', (day, period, answer) => {
    expect(within(day, period)).toBe(answer);
  });
});

describe('written instants', () => {
  it('follow RFC 3339', () => {
    expect(formatRfc3339(Date.UTC(2009, 10, 15, 20), 240)).toBe('2009-11-16T00:00:00+04:00');
    expect(formatRfc3339(Date.UTC(2009, 10, 16, 3, 4, 5, 60), 0)).toBe('2009-11-16T03:04:05.060Z');
    expect(formatRfc3339(Date.UTC(2018, 10, 4, 3), -120)).toBe('2018-11-04T01:00:00-02:00');
    expect(formatRfc3339(0, -1439)).toBe('1969-12-31T00:01:00-23:59');
  });

  it('follow RFC 822 with the weekday of the offset', () => {
    expect(formatRfc822(Date.UTC(2009, 10, 15, 20), 240)).toBe('Mon, 16 Nov 2009 00:00:00 +0400');
    expect(formatRfc822(Date.UTC(2009, 10, 15, 20), 0)).toBe('Sun, 15 Nov 2009 20:00:00 +0000');
    expect(formatRfc822(Date.UTC(2009, 2, 1, 9, 8, 7), -210)).toBe('Sun, 01 Mar 2009 05:38:07 -0330');
  });

  it('stay within the years that the formats have', () => {
    const last = parseInstant('9999-12-31T23:59:59-05:00')!;
    expect(formatRfc3339(last.epochMilliseconds, -300)).toBe('9999-12-31T23:59:59-05:00');
    expect(formatRfc3339(last.epochMilliseconds, 0)).toBe('9999-12-31T23:59:59.999Z');
    expect(formatRfc822(last.epochMilliseconds, 0)).toBe('Fri, 31 Dec 9999 23:59:59 +0000');
    expect(formatRfc3339(-1e15, 0)).toBe('0001-01-01T00:00:00Z');
  });

  it('are read back as what they were', () => {
    fc.assert(
      fc.property(moments, offsets, (moment, offset) => {
        const text = formatRfc3339(moment, offset);
        expect(parseInstant(text)).toMatchObject({ epochMilliseconds: moment, offsetMinutes: offset, text });
        const seconds = Math.floor(moment / 1000) * 1000;
        expect(Date.parse(formatRfc822(moment, offset))).toBe(seconds);
      }),
    );
  });
});

describe('a moment without seconds', () => {
  it.each([
    ['2009-11-16T09:00+04:00', '2009-11-16T09:00:00+04:00'],
    ['2009-11-16T09:00Z', '2009-11-16T09:00:00Z'],
    ['2009-02-30T09:00Z', undefined],
    ['2009-11-16T09:00:00Z', undefined],
    ['2009-11-16 09:00', undefined],
  ])('%s is meant as %s', (text, whole) => {
    expect(withSeconds(text)).toBe(whole);
  });
});
