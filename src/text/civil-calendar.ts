/**
 * The proleptic Gregorian calendar as arithmetic on whole numbers (ISO 8601, year 0 before year 1).
 *
 * A JavaScript `Date` is not used: it reads the years 0 to 99 as 1900 to 1999 and rolls impossible days over.
 */

/** Milliseconds in a day without leap seconds, as POSIX time counts them. */
export const MILLISECONDS_PER_DAY = 86_400_000;

const DAYS_PER_ERA = 146_097; // 400 years
const DAYS_FROM_ERA_START_TO_1970 = 719_468; // eras start on 1 March of year 0, so that a leap day is a year's last
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A day of the calendar as numbers: `month` 1 to 12, `day` 1 to 31. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The number of days in a month (1 to 12); 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

/** Whole days from 1970-01-01 to the given day, negative before it. The day is taken as valid. */
export function daysSinceEpoch({ year, month, day }: CalendarDay): number {
  const yearFromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_ERA_START_TO_1970;
}

/** The day that lies a whole number of days after 1970-01-01 (before it when negative). */
export function dayFromEpoch(days: number): CalendarDay {
  const shifted = days + DAYS_FROM_ERA_START_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Day of the week, 0 = Sunday to 6 = Saturday. */
export function dayOfWeek(day: CalendarDay): number {
  return (((daysSinceEpoch(day) + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
