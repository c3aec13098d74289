import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/text/dates.ts';
import { instantsOf } from '../../src/text/zoned-time.ts';

describe('instantsOf', () => {
  it.each([
    ['2026-03-08T09:00', 'Europe/Vienna', ['2026-03-08T09:00:00+01:00']],
    ['2026-07-08 09:00:30', 'Europe/Vienna', ['2026-07-08T09:00:30+02:00']],
    ['2026-03-08T09:00', 'UTC', ['2026-03-08T09:00:00Z']],
    ['2026-03-29T02:30', 'Europe/Vienna', []],
    ['2026-10-25T02:30', 'Europe/Vienna', ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00']],
    ['2011-12-30T12:00', 'Pacific/Apia', []],
    ['2026-01-01T00:00', 'Asia/Kathmandu', ['2026-01-01T00:00:00+05:45']],
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
