import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/text/dates.ts';
import { exactMoment, momentWithOffset, spokenMoment, wallClock } from '../../src/text/wall-clock.ts';

const at = (text: string): number => parseInstant(text)?.epochMilliseconds ?? NaN;

describe('the wall clock of a zone', () => {
  it.each([
    ['2026-11-23T12:00:00Z', 'Europe/Vienna', '2026-11-23', 'Monday', '13:00', 60],
    ['2026-07-01T22:30:15Z', 'Europe/Vienna', '2026-07-02', 'Thursday', '00:30:15', 120],
    ['2026-11-23T03:00:00Z', 'America/New_York', '2026-11-22', 'Sunday', '22:00', -300],
    ['2026-11-23T12:00:00Z', 'Asia/Kathmandu', '2026-11-23', 'Monday', '17:45', 345],
    ['2026-11-23T12:00:00Z', 'UTC', '2026-11-23', 'Monday', '12:00', 0],
    // The hour that comes twice, and the one that never does.
    ['2026-10-25T00:30:00Z', 'Europe/Vienna', '2026-10-25', 'Sunday', '02:30', 120],
    ['2026-10-25T01:30:00Z', 'Europe/Vienna', '2026-10-25', 'Sunday', '02:30', 60],
    ['2026-03-29T01:00:00Z', 'Europe/Vienna', '2026-03-29', 'Sunday', '03:00', 120],
    ['2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-04', 'Sunday', '01:00', -120],
    // A whole day was left out.
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31', 'Saturday', '00:00', 840],
    // Local mean time, 1 h 5 min 21 s before Greenwich.
    ['1890-01-01T00:00:00Z', 'Europe/Vienna', '1890-01-01', 'Wednesday', '01:05:21', 0],
    ['0001-01-01T00:00:00Z', 'UTC', '0001-01-01', 'Monday', '00:00', 0],
  ])('%s in %s', (moment, zone, day, weekday, time, offsetMinutes) => {
    expect(wallClock(at(moment), zone)).toEqual({ day, weekday, time, offsetMinutes });
  });

  it('is asked for a zone that there is', () => {
    expect(() => wallClock(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('a moment in words', () => {
  it.each([
    ['2026-11-24T06:12:00Z', 'Europe/Vienna', 'Tuesday 2026-11-24, 07:12 (Europe/Vienna, UTC+01:00)'],
    ['2026-11-24T06:12:09Z', 'UTC', 'Tuesday 2026-11-24, 06:12:09 (UTC)'],
    ['2026-11-24T06:12:00Z', 'Europe/London', 'Tuesday 2026-11-24, 06:12 (Europe/London, UTC)'],
    ['2026-11-24T06:12:00Z', 'America/St_Johns', 'Tuesday 2026-11-24, 02:42 (America/St_Johns, UTC-03:30)'],
  ])('%s in %s', (moment, zone, words) => {
    expect(spokenMoment(at(moment), zone)).toBe(words);
  });
});

describe('a moment for a file', () => {
  it.each([
    ['2026-11-23T12:00:00.999Z', 'Europe/Vienna', '2026-11-23T13:00:00+01:00'],
    ['2026-11-23T12:00:00Z', 'UTC', '2026-11-23T12:00:00Z'],
    ['1969-12-31T23:59:59.5Z', 'UTC', '1969-12-31T23:59:59Z'],
    // No offset of whole minutes could say that.
    ['1890-01-01T00:00:00Z', 'Europe/Vienna', '1890-01-01T00:00:00Z'],
  ])('%s in %s', (moment, zone, text) => {
    expect(momentWithOffset(at(moment), zone)).toBe(text);
  });

  const zones = [
    'Europe/Vienna',
    'Asia/Baku',
    'America/Sao_Paulo',
    'Pacific/Apia',
    'Australia/Lord_Howe',
    'Africa/Monrovia',
  ];

  it('is the same moment when it is read again, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3e12, max: 4e12 }), fc.constantFrom(...zones), (moment, zone) => {
        expect(at(momentWithOffset(moment, zone))).toBe(Math.floor(moment / 1000) * 1000);
      }),
    );
  });
});

describe('a moment for programs', () => {
  it.each([
    ['2026-11-23T12:00:00Z', 'Europe/Vienna', '2026-11-23T13:00:00+01:00'],
    ['2026-07-01T22:30:00Z', 'Asia/Kathmandu', '2026-07-02T04:15:00+05:45'],
    ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01T00:00:00Z'],
    ['2026-11-23T12:00:00.250Z', 'Europe/Vienna', '2026-11-23T13:00:00.250+01:00'],
  ])('%s in %s keeps its fraction', (moment, zone, text) => {
    expect(exactMoment(at(moment), zone)).toBe(text);
  });
});
