import { describe, expect, it } from 'vitest';
import { dayInNeighbouringYear, issueDays, statesDay } from '../../src/model/issue-day.ts';
import { isThinkableYear } from '../../src/model/thinkable-year.ts';

const january = { year: 2010, month: 1, day: 4 };

describe('the days of issue', () => {
  it.each([
    ['2009-11-16', ['2009-11-16']],
    ['2009-11-16T23:30:00Z', ['2009-11-16', '2009-11-17']],
    ['16 November', []],
    [20091116, []],
    [undefined, []],
  ])('of %s', (date, days) => {
    expect(issueDays({ date }, { timezone: 'Europe/Vienna' }).map(({ text }) => text)).toEqual(days);
  });
});

describe('the day of a dateline', () => {
  it('is compared by what stands there', () => {
    expect(statesDay({ month: 1 }, january)).toBe(true);
    expect(statesDay({ month: 1, day: 5 }, january)).toBe(false);
    expect(statesDay({ month: 1, day: 4, year: 2009 }, january)).toBe(false);
  });

  it.each([
    [{ month: 12, day: 28 }, january, { year: 2009, month: 12, day: 28 }],
    [
      { month: 1, day: 2 },
      { year: 2009, month: 12, day: 30 },
      { year: 2010, month: 1, day: 2 },
    ],
    [{ month: 1, day: 5 }, january, undefined],
    [{ month: 10, day: 28 }, january, undefined],
    [{ month: 12, day: 28, year: 2009 }, january, undefined],
    [{ month: 12 }, january, undefined],
    [{ month: 12, day: 32 }, january, undefined],
  ])('%o beside %o lies in another year', (stated, issued, meant) => {
    expect(dayInNeighbouringYear(stated, issued)).toEqual(meant);
  });
});

describe('a thinkable year', () => {
  it.each([
    [1899, false],
    [1900, true],
    [2028, true],
    [2029, false],
  ])('%i in 2026: %s', (year, isOne) => {
    expect(isThinkableYear(year, 1_780_315_200_000)).toBe(isOne);
  });
});
