/** The day on which a release says that it was issued, and whether its dateline says the same. */
import { daysSinceEpoch, daysInMonth, type CalendarDay } from '../text/civil-calendar.ts';
import { parseCivilDate, parseReleaseDate, type CivilDate } from '../text/dates.ts';
import { dayInZone } from '../text/day-in-zone.ts';
import type { Dateline } from './dateline.ts';
import type { FrontMatter } from './manuscript.ts';
import type { Settings } from './settings.ts';

// A dateline that far from the date still belongs to it; farther off one of the two is simply wrong.
const DAYS_AROUND_NEW_YEAR = 60;

/** What a dateline says of its day; a part that it leaves out is absent. */
export type StatedDay = Pick<Dateline, 'day' | 'month' | 'year'>;

/** The day that is written in `date`, and for an instant also the one that the newsroom's clock showed; none when it is no date. */
export function issueDays(data: FrontMatter, { timezone }: Pick<Settings, 'timezone'>): readonly CivilDate[] {
  const value: unknown = Object.hasOwn(data, 'date') ? data['date'] : undefined;
  const date = typeof value === 'string' ? parseReleaseDate(value) : undefined;
  if (date === undefined) return [];
  if (date.kind === 'date') return [date];
  const texts = [date.text.slice(0, 10), dayInZone(date.epochMilliseconds, timezone)];
  return texts.flatMap((text) => parseCivilDate(text) ?? []);
}

/** Whether a dateline may mean that day: what it leaves out counts for nothing. */
export function statesDay({ year, month, day }: StatedDay, date: CalendarDay): boolean {
  return (
    (year === undefined || year === date.year) &&
    (month === undefined || month === date.month) &&
    (day === undefined || day === date.day)
  );
}

/**
 * The day of a neighbouring year that a dateline without a year means: «28 December» in a release of 4 January. Undefined when
 * the day lies in the release's own year, or near no turn of the year at all.
 */
export function dayInNeighbouringYear({ year, month, day }: StatedDay, date: CalendarDay): CalendarDay | undefined {
  if (year !== undefined || month === undefined || day === undefined || statesDay({ month, day }, date))
    return undefined;
  return [date.year - 1, date.year + 1]
    .map((other) => ({ year: other, month, day }))
    .find((other) => isDay(other) && daysApart(other, date) <= DAYS_AROUND_NEW_YEAR);
}

/** Whether a day of these numbers exists, in the years 1 to 9999. */
export function isDay({ year, month, day }: CalendarDay): boolean {
  return year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month);
}

/** How many days lie between two days, whichever is first. */
export function daysApart(one: CalendarDay, other: CalendarDay): number {
  return Math.abs(daysSinceEpoch(one) - daysSinceEpoch(other));
}
