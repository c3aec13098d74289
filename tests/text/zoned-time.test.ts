import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/text/dates.ts';
import { instantsOf, skippedTime } from '../../src/text/zoned-time.ts';

describe('instantsOf', () => {
  it.each([
    ['2026-03-08T09:00', 'Europe/Vienna', ['2026-03-08T09:00:00+01:00']],
    ['2026-07-08 09:00:30', 'Europe/Vienna', ['2026-07-08T09:00:30+02:00']],
    ['2026-03-08T09:00', 'UTC', ['2026-03-08T09:00:00Z']],
    ['2026-03-29T02:30', 'Europe/Vienna', []],
    ['2026-10-25T02:30', 'Europe/Vienna', ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00']],
    ['2011-12-30T12:00', 'Pacific/Apia', []],
    ['2026-01-01T00:00', 'Asia/Kathmandu', ['2026-01-01T00:00:00+05:45']],
    // An offset of -00:44:30, which cannot be written.
    ['1960-01-01T09:00', 'Africa/Monrovia', ['1960-01-01T09:44:30Z']],
  ])('%s in %s may be %j', (text, zone, instants) => {
    expect(instantsOf(text, zone)).toEqual(instants);
  });

  it.each([
    '2026-03-08',
    '2026-02-30T09:00',
    '2026-03-08T24:00',
    '2026-03-08T09:00Z',
    '9:00',
    '',
    '2026-03-08T9:00',
    '0000-01-01T00:00',
  ])('«%s» is no time of a clock', (text) => {
    expect(instantsOf(text, 'UTC')).toBeUndefined();
  });

  it('gives instants that say the same time again', () => {
    const zones = fc.constantFrom(
      'Europe/Vienna',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Baku',
    );
    const property = fc.property(
      fc.date({ min: new Date('1970-01-01'), max: new Date('2080-01-01'), noInvalidDate: true }),
      zones,
      (date, zone) => {
        const local = date.toISOString().slice(0, 16);
        for (const instant of instantsOf(local, zone) ?? []) {
          expect(instant.slice(0, 16)).toBe(local);
          expect(parseInstant(instant)).toBeDefined();
        }
      },
    );
    fc.assert(property);
  });
});

describe('skippedTime', () => {
  it.each([
    ['2026-03-29T02:30', 'Europe/Vienna', '02:00:00 03:00:00', '2026-03-29T01:30:00+01:00 2026-03-29T03:30:00+02:00'],
    ['2026-03-29T02:00', 'Europe/Vienna', '02:00:00 03:00:00', '2026-03-29T01:00:00+01:00 2026-03-29T03:00:00+02:00'],
    [
      '2018-11-04 00:15',
      'America/Sao_Paulo',
      '00:00:00 01:00:00',
      '2018-11-03T23:15:00-03:00 2018-11-04T01:15:00-02:00',
    ],
    [
      '2026-10-04T02:10',
      'Australia/Lord_Howe',
      '02:00:00 02:30:00',
      '2026-10-04T01:40:00+10:30 2026-10-04T02:40:00+11:00',
    ],
    ['1972-01-07T00:10', 'Africa/Monrovia', '00:00:00 00:44:30', '1972-01-07T00:10:00Z 1972-01-07T00:54:30Z'],
  ])('%s in %s: the clocks go from and to %s, so %s', (text, zone, clocks, moments) => {
    const skipped = skippedTime(text, zone);
    expect(`${skipped?.from.slice(11)} ${skipped?.to.slice(11)}`).toBe(clocks);
    expect(`${skipped?.before} ${skipped?.after}`).toBe(moments);
  });

  it('knows a day that never was', () => {
    expect(skippedTime('2011-12-30T12:00', 'Pacific/Apia')).toEqual({
      from: '2011-12-30T00:00:00',
      to: '2011-12-31T00:00:00',
      before: '2011-12-29T12:00:00-10:00',
      after: '2011-12-31T12:00:00+14:00',
    });
  });

  it.each([
    ['2026-03-29T01:59:59', 'Europe/Vienna'],
    ['2026-03-29T03:00', 'Europe/Vienna'],
    ['2026-10-25T02:30', 'Europe/Vienna'],
    ['2026-03-29T02:30', 'UTC'],
    ['1960-01-01T09:00', 'Africa/Monrovia'],
    ['no time', 'Europe/Vienna'],
  ])('is nothing for %s in %s', (text, zone) => {
    expect(skippedTime(text, zone)).toBeUndefined();
  });
});
