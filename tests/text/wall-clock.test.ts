import { describe, expect, it } from 'vitest';
import { exactMoment, momentWithOffset, spokenMoment } from '../../src/text/wall-clock.ts';

describe('a moment in a zone', () => {
  it.each([
    [
      '2026-11-23T12:00:00Z',
      'Europe/Vienna',
      '2026-11-23T13:00:00+01:00',
      'Monday 2026-11-23, 13:00 (Europe/Vienna, UTC+01:00)',
    ],
    [
      '2026-07-01T22:30:00Z',
      'Asia/Kathmandu',
      '2026-07-02T04:15:00+05:45',
      'Thursday 2026-07-02, 04:15 (Asia/Kathmandu, UTC+05:45)',
    ],
    ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01T00:00:00Z', 'Thursday 2026-01-01, 00:00 (UTC)'],
  ])('%s in %s is %s: %s', (moment, zone, written, spoken) => {
    expect(exactMoment(Date.parse(moment), zone)).toBe(written);
    expect(spokenMoment(Date.parse(moment), zone)).toBe(spoken);
  });

  it('keeps a fraction of a second for programs alone', () => {
    const moment = Date.parse('2026-11-23T12:00:00.250Z');
    expect(exactMoment(moment, 'Europe/Vienna')).toBe('2026-11-23T13:00:00.250+01:00');
    expect(momentWithOffset(moment, 'Europe/Vienna')).toBe('2026-11-23T13:00:00+01:00');
  });
});
