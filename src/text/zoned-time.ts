import { create, equals, subtractNanoseconds, toString, toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime';
import { getTimeZoneTransition, offsetNanoseconds, toPlainDateTime } from 'temporal-polyfill/fns/ZonedDateTime';
import { formatRfc3339, parseInstant } from './dates.ts';

const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?$/;
const NANOSECONDS_PER_MINUTE = 60_000_000_000;

/**
 * What a time of a clock on the wall (`2026-03-08T09:00`, also with seconds or a blank for the `T`) may mean in a time zone, as
 * RFC 3339 with offset: nothing when the clocks jump over it, two instants when they show it twice.
 *
 * `undefined` when the text is no such time.
 *
 * @throws RangeError when `timeZone` is not a known zone: check it on the way in.
 */
export function instantsOf(text: string, timeZone: string): string[] | undefined {
  const local = localTime(text);
  if (local === undefined) return undefined;
  const instants = new Set<string>();
  for (const disambiguation of ['earlier', 'later'] as const) {
    const zoned = toZonedDateTime(local, timeZone, { disambiguation });
    // In a gap the clocks never show this time.
    if (equals(toPlainDateTime(zoned), local)) instants.add(written(zoned));
  }
  return [...instants];
}

/** A time that the clocks of a zone never show, because they are put forward over it. */
export interface SkippedTime {
  /** What they show last and then at once, `YYYY-MM-DDTHH:MM:SS`. */
  readonly from: string;
  readonly to: string;
  /** The moment that would be meant if nobody had put them forward yet, and if somebody had: RFC 3339 with offset. */
  readonly before: string;
  readonly after: string;
}

/**
 * How the clocks of a zone jump over a time, written as for `instantsOf`; undefined for a time that they show.
 *
 * @throws RangeError when `timeZone` is not a known zone: check it on the way in.
 */
export function skippedTime(text: string, timeZone: string): SkippedTime | undefined {
  const local = localTime(text);
  if (local === undefined) return undefined;
  const before = toZonedDateTime(local, timeZone, { disambiguation: 'earlier' });
  const after = toZonedDateTime(local, timeZone, { disambiguation: 'later' });
  const jump = getTimeZoneTransition(before, 'next');
  if (equals(toPlainDateTime(before), local) || jump === null) return undefined;
  const to = toPlainDateTime(jump);
  const from = subtractNanoseconds(to, offsetNanoseconds(after) - offsetNanoseconds(before));
  return { from: clockText(from), to: clockText(to), before: written(before), after: written(after) };
}

function localTime(text: string): ReturnType<typeof create> | undefined {
  const [, day = '', time = '', seconds = ':00'] = LOCAL.exec(text) ?? [];
  if (parseInstant(`${day}T${time}${seconds}Z`) === undefined) return undefined;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = `${time}${seconds}`.split(':').map(Number);
  return create(year, month, date, hour, minute, second);
}

/** Before 1972 an offset may have seconds, which RFC 3339 cannot write: then in UTC. */
function written(zoned: ReturnType<typeof toZonedDateTime>): string {
  const offset = offsetNanoseconds(zoned) / NANOSECONDS_PER_MINUTE;
  return formatRfc3339(zoned.epochMilliseconds, Number.isInteger(offset) ? offset : 0);
}

function clockText(local: ReturnType<typeof create>): string {
  return toString(local, { smallestUnit: 'second' });
}
