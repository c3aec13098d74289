import { describe, expect, it } from 'vitest';
import { effectiveUpdate, laterMoment } from '../../src/model/effective-update.ts';
import type { Correction } from '../../src/model/release.ts';
import { formatRfc3339, parseReleaseDate } from '../../src/text/dates.ts';

interface Dates {
  readonly date?: string;
  readonly updated?: string;
  readonly corrections?: readonly string[];
}

function dated({ date, updated, corrections = [] }: Dates) {
  const read = (text: string | undefined) => (text === undefined ? undefined : parseReleaseDate(text));
  const entries = corrections.map((day): Correction => ({ date: day, kind: 'update', note: '' }));
  return { date: read(date), updated: read(updated), corrections: entries };
}

function written(moment: ReturnType<typeof effectiveUpdate>): string | undefined {
  return moment && formatRfc3339(moment.epochMilliseconds, moment.offsetMinutes);
}

describe('the effective update', () => {
  it.each<[Dates, string | undefined]>([
    [{ date: '2009-11-16' }, '2009-11-16T00:00:00+04:00'],
    [{ date: '2009-07-01' }, '2009-07-01T00:00:00+05:00'],
    [{ date: '2009-11-16T10:00:00+01:00' }, '2009-11-16T10:00:00+01:00'],
    [{ date: '2009-11-16', updated: '2009-11-18' }, '2009-11-18T00:00:00+04:00'],
    [{ date: '2009-11-16', updated: '2009-11-15' }, '2009-11-16T00:00:00+04:00'],
    [
      { date: '2009-11-16', updated: '2009-11-18', corrections: ['2009-11-19', '2009-11-17T00:00:00Z'] },
      '2009-11-19T00:00:00+04:00',
    ],
    [{ date: '2009-11-16', corrections: ['2009-11-15T20:00:00Z'] }, '2009-11-16T00:00:00+04:00'],
    [{ date: '2009-11-16', corrections: ['2009-11-15T20:00:01Z'] }, '2009-11-15T20:00:01Z'],
    [{ date: '2009-11-16', corrections: ['soon'] }, '2009-11-16T00:00:00+04:00'],
    [{}, undefined],
  ])('of %j in Baku is %s', (dates, expected) => {
    expect(written(effectiveUpdate(dated(dates), 'Asia/Baku'))).toBe(expected);
  });

  it('of several releases is the newest', () => {
    const releases = [
      { date: '2009-11-16' },
      { date: '2009-01-01', updated: '2012-02-03' },
      { date: '2011-01-01' },
    ].map(dated);
    const updates = releases.map((release) => effectiveUpdate(release, 'UTC'));
    expect(written(updates.reduce(laterMoment, undefined))).toBe('2012-02-03T00:00:00Z');
    expect(laterMoment(undefined, undefined)).toBeUndefined();
  });
});
