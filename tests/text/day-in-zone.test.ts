import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInZone } from '../../src/text/day-in-zone.ts';
import { startOfDay } from '../../src/text/zoned-day.ts';

describe('the day in a zone', () => {
  it.each([
    ['2026-06-01T21:59:59Z', 'Europe/Vienna', '2026-06-01'],
    ['2026-06-01T22:00:00Z', 'Europe/Vienna', '2026-06-02'],
    ['2026-12-31T23:30:00Z', 'UTC', '2026-12-31'],
    ['2026-12-31T23:30:00Z', 'Asia/Baku', '2027-01-01'],
    ['2027-01-01T04:30:00Z', 'America/New_York', '2026-12-31'],
    ['2018-11-04T02:59:59Z', 'America/Sao_Paulo', '2018-11-03'],
    ['2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-04'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(dayInZone(Date.parse(instant), zone)).toBe(day);
  });

  it('is the day whose beginning is the last one passed', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Vienna',
      'Asia/Baku',
      'America/Sao_Paulo',
      'Pacific/Apia',
      'Asia/Kathmandu',
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), zones, (now, zone) => {
        expect(startOfDay(dayInZone(now, zone), zone).epochMilliseconds).toBeLessThanOrEqual(now);
        expect(startOfDay(dayInZone(now + 86_400_000 * 2, zone), zone).epochMilliseconds).toBeGreaterThan(now);
      }),
    );
  });

  it('refuses a zone that does not exist', () => {
    expect(() => dayInZone(0, 'Mars/Base')).toThrow(RangeError);
  });
});
