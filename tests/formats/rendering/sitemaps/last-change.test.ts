import { describe, expect, it } from 'vitest';
import { w3cDate } from '../../../../src/formats/rendering/sitemaps/w3c-date.ts';
import { effectiveUpdate, lastChange, laterDate } from '../../../../src/model/effective-update.ts';
import { instantOf } from '../../../../src/model/embargo.ts';
import { parseReleaseDate } from '../../../../src/text/dates.ts';
import { testRelease, type ReleaseData } from '../../../support/editions.ts';

const correction = (date: string): object => ({ date, kind: 'correction', note: 'x' });

describe('the last change of a release', () => {
  it.each<[ReleaseData, string]>([
    [{ date: '2009-11-16' }, '2009-11-16'],
    [{ date: '2009-11-16T10:00:00+04:00' }, '2009-11-16T10:00:00+04:00'],
    [{ date: '2009-11-16', updated: '2009-11-18' }, '2009-11-18'],
    [{ date: '2009-11-18', updated: '2009-11-16' }, '2009-11-18'],
    [{ date: '2009-11-16', updated: '2009-11-16T00:00:00+01:00' }, '2009-11-16'],
    [{ date: '2009-11-16', updated: '2009-11-16T00:00:01+01:00' }, '2009-11-16T00:00:01+01:00'],
    [
      { date: '2009-11-16', corrections: [correction('2009-11-19T10:00:00Z'), correction('2009-11-17')] },
      '2009-11-19T10:00:00Z',
    ],
  ])('stands as it was written: %j', (data, text) => {
    const release = testRelease({ id: 'a', ...data });
    const last = lastChange(release, 'Europe/Vienna');
    expect(last?.text).toBe(text);
    // The same moment as the effective update, which the feeds write.
    expect(last && instantOf(last, 'Europe/Vienna').epochMilliseconds).toBe(
      effectiveUpdate(release, 'Europe/Vienna')?.epochMilliseconds,
    );
  });

  it('is not known of a draft without a date', () => {
    expect(lastChange(testRelease({ id: 'a', status: 'draft', date: undefined }), 'UTC')).toBeUndefined();
  });
});

describe('a date as XML Schema has it', () => {
  it.each([
    ['2009-11-16', '2009-11-16'],
    ['2009-11-16T10:00:00.123456789+04:00', '2009-11-16T10:00:00.123456789+04:00'],
    ['2009-11-16T10:00:00+14:00', '2009-11-16T10:00:00+14:00'],
    ['2009-11-16T10:00:00+14:01', '2009-11-15T19:59:00Z'],
    ['2009-11-16T10:00:00-23:59', '2009-11-17T09:59:00Z'],
  ])('is %s as %s', (text, written) => {
    expect(w3cDate(parseReleaseDate(text)!)).toBe(written);
  });

  it('is later than nothing, and than what came before it', () => {
    const [day, moment] = [parseReleaseDate('2009-11-16')!, parseReleaseDate('2009-11-16T01:00:00Z')!];
    expect(laterDate(undefined, day, 'UTC')).toBe(day);
    expect(laterDate(day, moment, 'UTC')).toBe(moment);
    expect(laterDate(day, moment, 'America/New_York')).toBe(day);
  });
});
