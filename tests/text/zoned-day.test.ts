import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilText, formatRfc3339 } from '../../src/text/dates.ts';
import { dayFromEpoch, daysSinceEpoch } from '../../src/text/civil-calendar.ts';
import { isTimeZone, startOfDay } from '../../src/text/zoned-day.ts';

const ZONES = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/New_York',
  'America/Sao_Paulo',
  'Antarctica/Troll',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Baku',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Atlantic/Azores',
  'Europe/Vienna',
  'Pacific/Apia',
  'UTC',
];

function written(day: string, zone: string): string {
  const { epochMilliseconds, offsetMinutes } = startOfDay(day, zone);
  return formatRfc3339(epochMilliseconds, offsetMinutes);
}

describe('the start of a day', () => {
  it.each([
    ['2009-11-16', 'Asia/Baku', '2009-11-16T00:00:00+04:00'],
    ['2009-07-01', 'Asia/Baku', '2009-07-01T00:00:00+05:00'],
    ['2009-11-16', 'UTC', '2009-11-16T00:00:00Z'],
    ['2009-11-16', 'Asia/Kathmandu', '2009-11-16T00:00:00+05:45'],
    ['9999-12-31', 'Europe/Vienna', '9999-12-31T00:00:00+01:00'],
  ])('%s in %s is %s', (day, zone, instant) => {
    expect(written(day, zone)).toBe(instant);
  });

  it('is the first instant where the clocks skip midnight', () => {
    expect(written('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T01:00:00-02:00');
  });

  it('is the earlier of two midnights', () => {
    expect(written('2010-11-07', 'America/St_Johns')).toBe('2010-11-07T00:00:00-02:30');
  });

  it('is the first instant after a day that the clocks skip as a whole', () => {
    expect(written('2011-12-30', 'Pacific/Apia')).toBe('2011-12-31T00:00:00+14:00');
    expect(written('2011-12-31', 'Pacific/Apia')).toBe('2011-12-31T00:00:00+14:00');
  });

  it('is written in UTC where the local offset had seconds', () => {
    expect(written('1890-01-01', 'Europe/Vienna')).toBe('1889-12-31T22:54:39Z');
  });

  it('refuses what is no day or no zone, every time', () => {
    for (let turn = 0; turn < 2; turn += 1) {
      expect(() => startOfDay('2009-02-29', 'UTC')).toThrow(RangeError);
      expect(() => startOfDay('2009-02-28', 'Mars/Olympus')).toThrow(RangeError);
    }
  });

  it('does not depend on the time zone of the process', () => {
    const before = process.env['TZ'];
    try {
      process.env['TZ'] = 'America/Los_Angeles';
      expect(written('2003-03-03', 'Asia/Baku')).toBe('2003-03-03T00:00:00+04:00');
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});

describe('the start of a day, computed in another way', () => {
  it.each(ZONES)('is the same in %s', (zone) => {
    const days = fc.integer({ min: -29_219, max: 29_220 }); // 1890 to 2050
    fc.assert(
      fc.property(days, (days_) => {
        const day = civilText(dayFromEpoch(days_));
        expect(startOfDay(day, zone).epochMilliseconds).toBe(judgedStart(days_ * 86_400_000, zone));
      }),
      { numRuns: 300 },
    );
  });

  it.each(ZONES)('is the same on every day of 2005 to 2015 in %s', (zone) => {
    const last = daysSinceEpoch({ year: 2015, month: 12, day: 31 });
    for (let days = daysSinceEpoch({ year: 2005, month: 1, day: 1 }); days <= last; days += 1) {
      const day = civilText(dayFromEpoch(days));
      const judged = judgedStart(days * 86_400_000, zone);
      if (startOfDay(day, zone).epochMilliseconds !== judged) expect.fail(`${day} should begin at ${judged}`);
    }
    expect(startOfDay('2016-01-01', zone).epochMilliseconds).toBe(judgedStart((last + 1) * 86_400_000, zone));
  });
});

describe('a time zone', () => {
  it.each([...ZONES, 'Etc/GMT+4', 'America/Argentina/Buenos_Aires', 'europe/vienna', 'GMT'])('%s is one', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', 'Mars/Olympus', '+01:00', '-04', 'Europe/Vienna ', 'Vienna', 'toString', '__proto__', 'Europe\u0000'])(
    '%j is none',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );
});

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The offset in force, as Intl spells it, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    formatters.set(zone, formatter);
  }
  const [, sign, hours, minutes, seconds] = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(formatter.format(moment))!;
  if (sign === undefined) return 0;
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === '-' ? -size : size;
}

/** The first moment at which the local clock shows that midnight or more: midnight in either offset, else bisected. */
function judgedStart(midnight: number, zone: string): number {
  const around = [-86_400_000, 86_400_000].map((distance) => midnight - offsetAt(midnight + distance, zone));
  const exact = around.filter((moment) => moment + offsetAt(moment, zone) === midnight);
  if (exact.length > 0) return Math.min(...exact);
  let [before, after] = [midnight - 86_400_000, midnight + 86_400_000];
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (middle + offsetAt(middle, zone) >= midnight) after = middle;
    else before = middle;
  }
  return after;
}
