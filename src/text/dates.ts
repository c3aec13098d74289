import type { CalendarDay } from './civil-calendar.ts';
import { MILLISECONDS_PER_DAY, dayFromEpoch, dayOfWeek, daysInMonth, daysSinceEpoch } from './civil-calendar.ts';

/** A calendar day without a time: `text` is `YYYY-MM-DD`, year 0001 to 9999, month 1 to 12. */
export interface CivilDate {
  readonly kind: 'date';
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly text: string;
}

/** A point in time as somebody wrote it down. */
export interface Instant {
  readonly kind: 'instant';
  /** Whole milliseconds since 1970-01-01T00:00:00Z; a finer fraction is rounded up, so that nothing comes too early. */
  readonly epochMilliseconds: number;
  /** Minutes east of UTC, -1439 to 1439. */
  readonly offsetMinutes: number;
  /** The date-time exactly as written. */
  readonly text: string;
}

/** A stretch of days, both ends included, as `YYYY-MM-DD`: such texts compare with `<`. */
export interface DaySpan {
  readonly from: string;
  readonly until: string;
}

/** Two inclusive bounds, each `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `unknown`; an absent one is open. */
export interface Period {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const CIVIL = /^(\d{4})-(\d{2})-(\d{2})$/;
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const TIME = /^T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const MILLISECONDS_PER_MINUTE = 60_000;
const FIRST_MILLISECOND = daysSinceEpoch({ year: 1, month: 1, day: 1 }) * MILLISECONDS_PER_DAY;
const LAST_MILLISECOND = daysSinceEpoch({ year: 10_000, month: 1, day: 1 }) * MILLISECONDS_PER_DAY - 1;

/** Reads `YYYY-MM-DD` (RFC 3339 full-date) of the years 0001 to 9999; `undefined` for anything else, an impossible day too. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = CIVIL.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < 1 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { kind: 'date', year, month, day, text };
}

/**
 * Reads an RFC 3339 date-time with `T`, seconds and an explicit offset (`Z` or `±hh:mm`), in upper case.
 *
 * `undefined` for anything else: an impossible day or time, a leap second, more than nine decimals, and `-00:00`, by
 * which RFC 3339 (4.3) says that the offset is not known.
 */
export function parseInstant(text: string): Instant | undefined {
  const date = parseCivilDate(text.slice(0, 10));
  const time = TIME.exec(text.slice(10));
  if (date === undefined || time === null) return undefined;
  const millisecondOfDay = readTimeOfDay(time);
  const offsetMinutes = readOffset(time);
  if (millisecondOfDay === undefined || offsetMinutes === undefined) return undefined;
  const local = daysSinceEpoch(date) * MILLISECONDS_PER_DAY + millisecondOfDay;
  return { kind: 'instant', epochMilliseconds: local - offsetMinutes * MILLISECONDS_PER_MINUTE, offsetMinutes, text };
}

function readTimeOfDay(time: RegExpExecArray): number | undefined {
  const hour = Number(time[1]);
  const minute = Number(time[2]);
  const second = Number(time[3]);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const nanoseconds = Number((time[4] ?? '').padEnd(9, '0'));
  return ((hour * 60 + minute) * 60 + second) * 1000 + Math.ceil(nanoseconds / 1_000_000);
}

function readOffset(time: RegExpExecArray): number | undefined {
  if (time[5] === undefined) return 0;
  const hours = Number(time[6]);
  const minutes = Number(time[7]);
  if (hours > 23 || minutes > 59) return undefined;
  if (time[5] === '+') return hours * 60 + minutes;
  return hours + minutes === 0 ? undefined : -(hours * 60 + minutes);
}

/** Reads what a release may have in `date`: a calendar day, or a date-time with offset. */
/** The instant that was meant where only the seconds are missing, which RFC 3339 §5.6 does not allow to leave out. */
export function withSeconds(text: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})$/.exec(text);
  const whole = match === null ? '' : `${match[1]}:00${match[2]}`;
  return parseInstant(whole) === undefined ? undefined : whole;
}

export function parseReleaseDate(text: string): CivilDate | Instant | undefined {
  // A dozen rules ask for the date of one release, one after the other.
  if (last?.text !== text) last = { text, date: text.length === 10 ? parseCivilDate(text) : parseInstant(text) };
  return last.date;
}

let last: { readonly text: string; readonly date: CivilDate | Instant | undefined } | undefined;

/**
 * Reads a date of the vocabulary: `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as the days it may mean, or `unknown`.
 *
 * `undefined` when the text is none of these.
 */
export function parsePartialDate(text: string): DaySpan | 'unknown' | undefined {
  if (text === 'unknown') return 'unknown';
  const match = PARTIAL.exec(text);
  if (match === null) return undefined;
  const from = parseCivilDate(`${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}`);
  if (from === undefined) return undefined;
  if (match[3] !== undefined) return { from: text, until: text };
  const month = match[2] === undefined ? 12 : from.month;
  return { from: from.text, until: civilText({ year: from.year, month, day: daysInMonth(from.year, month) }) };
}

/**
 * Whether a day (`YYYY-MM-DD`) lies in a period whose bounds are inclusive.
 *
 * `undefined` when that cannot be decided: a bound is partial and the day falls into it, or a bound or the day is
 * `unknown` or not a date.
 */
export function within(day: string, { from, until }: Period): boolean | undefined {
  if (parseCivilDate(day) === undefined) return undefined;
  const begun = from === undefined ? true : hasBegun(day, from);
  const lasting = until === undefined ? true : isNotOver(day, until);
  if (begun === false || lasting === false) return false;
  return begun === undefined || lasting === undefined ? undefined : true;
}

function hasBegun(day: string, bound: string): boolean | undefined {
  const span = parsePartialDate(bound);
  if (span === undefined || span === 'unknown') return undefined;
  if (day >= span.until) return true;
  return day < span.from ? false : undefined;
}

function isNotOver(day: string, bound: string): boolean | undefined {
  const span = parsePartialDate(bound);
  if (span === undefined || span === 'unknown') return undefined;
  if (day <= span.from) return true;
  return day > span.until ? false : undefined;
}

/** Day of the week, 0 = Sunday to 6 = Saturday. */
export function weekday(date: CalendarDay): number {
  return dayOfWeek(date);
}

/** Below 0, 0 or above 0 as the first day is before, the same as or after the second. */
export function compareCivil(a: CalendarDay, b: CalendarDay): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** The calendar day of an instant in its own offset, which is the day that stands in its text. */
export function civilOf({ text }: Instant): CivilDate {
  return {
    kind: 'date',
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    day: Number(text.slice(8, 10)),
    text: text.slice(0, 10),
  };
}

/** A day as `YYYY-MM-DD`. */
export function civilText({ year, month, day }: CalendarDay): string {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/**
 * An instant as RFC 3339 with the given offset: `Z` when that is 0, milliseconds only when there are any.
 *
 * The format has the years 0001 to 9999 only: what lies beyond becomes its first or last millisecond.
 */
export function formatRfc3339(epochMilliseconds: number, offsetMinutes: number): string {
  const { day, time, millisecond } = localTime(epochMilliseconds, offsetMinutes);
  const fraction = millisecond === 0 ? '' : `.${padded(millisecond, 3)}`;
  const offset = offsetMinutes === 0 ? 'Z' : offsetText(offsetMinutes, ':');
  return `${civilText(day)}T${time}${fraction}${offset}`;
}

/**
 * An instant in the form of RFC 822 that RSS asks for, `Mon, 16 Nov 2009 00:00:00 +0400`: English names, a year of four
 * digits, a numeric offset, and the weekday in that offset. Years as in `formatRfc3339`.
 */
export function formatRfc822(epochMilliseconds: number, offsetMinutes: number): string {
  const { day, time } = localTime(epochMilliseconds, offsetMinutes);
  const date = `${padded(day.day, 2)} ${MONTHS[day.month - 1]} ${padded(day.year, 4)}`;
  return `${WEEKDAYS[dayOfWeek(day)]}, ${date} ${time} ${offsetText(offsetMinutes, '')}`;
}

function localTime(
  epochMilliseconds: number,
  offsetMinutes: number,
): { day: CalendarDay; time: string; millisecond: number } {
  const shifted = epochMilliseconds + offsetMinutes * MILLISECONDS_PER_MINUTE;
  const local = Math.min(Math.max(Math.floor(shifted), FIRST_MILLISECOND), LAST_MILLISECOND);
  const days = Math.floor(local / MILLISECONDS_PER_DAY);
  const millisecondOfDay = local - days * MILLISECONDS_PER_DAY;
  const second = Math.floor(millisecondOfDay / 1000);
  const minute = Math.floor(second / 60);
  return {
    day: dayFromEpoch(days),
    time: `${padded(Math.floor(minute / 60), 2)}:${padded(minute % 60, 2)}:${padded(second % 60, 2)}`,
    millisecond: millisecondOfDay % 1000,
  };
}

function offsetText(minutes: number, separator: string): string {
  const sign = minutes < 0 ? '-' : '+';
  const size = Math.abs(minutes);
  return `${sign}${padded(Math.floor(size / 60), 2)}${separator}${padded(size % 60, 2)}`;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
