import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromEpoch, dayOfWeek, daysInMonth, daysSinceEpoch } from '../../src/text/civil-calendar.ts';

const wholeCalendar = fc.integer({ min: -719_162, max: 2_932_896 }); // 0001-01-01 to 9999-12-31

describe('days since 1970', () => {
  it('counts from 1970-01-01', () => {
    expect(daysSinceEpoch({ year: 1970, month: 1, day: 1 })).toBe(0);
    expect(daysSinceEpoch({ year: 1969, month: 12, day: 31 })).toBe(-1);
    expect(daysSinceEpoch({ year: 2000, month: 3, day: 1 })).toBe(11_017);
    expect(daysSinceEpoch({ year: 1, month: 1, day: 1 })).toBe(-719_162);
    expect(daysSinceEpoch({ year: 9999, month: 12, day: 31 })).toBe(2_932_896);
  });

  it('comes back to the same day', () => {
    fc.assert(fc.property(wholeCalendar, (days) => daysSinceEpoch(dayFromEpoch(days)) === days));
  });

  it('agrees with the calendar of JavaScript, weekday included', () => {
    fc.assert(
      fc.property(wholeCalendar, (days) => {
        const judge = new Date(days * 86_400_000);
        const day = dayFromEpoch(days);
        expect(day).toEqual({ year: judge.getUTCFullYear(), month: judge.getUTCMonth() + 1, day: judge.getUTCDate() });
        expect(dayOfWeek(day)).toBe(judge.getUTCDay());
      }),
    );
  });

  it('moves by one when the day does, over every month end of four centuries', () => {
    const first = daysSinceEpoch({ year: 1800, month: 1, day: 1 });
    const last = daysSinceEpoch({ year: 2200, month: 12, day: 31 });
    let before = dayFromEpoch(first - 1);
    for (let days = first; days <= last; days += 1) {
      const day = dayFromEpoch(days);
      const isNext =
        day.day === before.day + 1 || (day.day === 1 && before.day === daysInMonth(before.year, before.month));
      if (!isNext) expect.fail(`${JSON.stringify(before)} is followed by ${JSON.stringify(day)}`);
      before = day;
    }
    expect(before).toEqual({ year: 2200, month: 12, day: 31 });
  });
});

describe('days in a month', () => {
  it.each([
    [2009, 1, 31],
    [2009, 2, 28],
    [2008, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2009, 4, 30],
    [2009, 12, 31],
    [2009, 0, 0],
    [2009, 13, 0],
  ])('%i-%i has %i', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });
});
