/** What clock and calendar show somewhere, for people. */
import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import { offsetNanoseconds, toPlainDateTime } from 'temporal-polyfill/fns/ZonedDateTime';
import { dayOfWeek } from './civil-calendar.ts';
import { civilText, formatRfc3339 } from './dates.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const NANOSECONDS_PER_MINUTE = 60_000_000_000;

export interface WallClock {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** In English. */
  readonly weekday: string;
  /** `HH:MM`, with seconds where there are any. */
  readonly time: string;
  /** Whole minutes east of UTC; 0 also where the true offset has seconds, which RFC 3339 cannot write. */
  readonly offsetMinutes: number;
}

/**
 * The wall clock of a zone at a moment, in milliseconds since 1970-01-01T00:00:00Z.
 *
 * @throws RangeError when `timeZone` is not a known zone: check it on the way in.
 */
export function wallClock(epochMilliseconds: number, timeZone: string): WallClock {
  const zoned = toZonedDateTimeISO(fromEpochMilliseconds(epochMilliseconds), timeZone);
  const { year, month, day, hour, minute, second } = toPlainDateTime(zoned);
  const offset = offsetNanoseconds(zoned) / NANOSECONDS_PER_MINUTE;
  const parts = second === 0 ? [hour, minute] : [hour, minute, second];
  return {
    day: civilText({ year, month, day }),
    weekday: WEEKDAYS[dayOfWeek({ year, month, day })] ?? '',
    time: parts.map((part) => String(part).padStart(2, '0')).join(':'),
    offsetMinutes: Number.isInteger(offset) ? offset : 0,
  };
}

/** `Tuesday 2026-11-24, 07:12 (Europe/Vienna, UTC+01:00)`. */
export function spokenMoment(epochMilliseconds: number, timeZone: string): string {
  const { weekday, day, time, offsetMinutes } = wallClock(epochMilliseconds, timeZone);
  const zone = offsetMinutes === 0 ? 'UTC' : `UTC${offsetOf(offsetMinutes)}`;
  const name = timeZone === 'UTC' ? '' : `${timeZone}, `;
  return `${weekday} ${day}, ${time} (${name}${zone})`;
}

/** The moment as RFC 3339 with the zone's offset, to the second: what is written into a file. */
export function momentWithOffset(epochMilliseconds: number, timeZone: string): string {
  const whole = Math.floor(epochMilliseconds / 1000) * 1000;
  return formatRfc3339(whole, wallClock(whole, timeZone).offsetMinutes);
}

/** The same with every fraction of a second that the moment has: what programs are told. */
export function exactMoment(epochMilliseconds: number, timeZone: string): string {
  return formatRfc3339(epochMilliseconds, wallClock(epochMilliseconds, timeZone).offsetMinutes);
}

function offsetOf(minutes: number): string {
  return formatRfc3339(0, minutes).slice('1970-01-01T00:00:00'.length);
}
