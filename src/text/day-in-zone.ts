import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import { toPlainDate } from 'temporal-polyfill/fns/ZonedDateTime';
import { civilText } from './dates.ts';

/**
 * The calendar day (`YYYY-MM-DD`) that it is in a time zone at a moment, in milliseconds since 1970-01-01T00:00:00Z.
 *
 * @throws RangeError when `timeZone` is not a known zone: check it on the way in.
 */
export function dayInZone(epochMilliseconds: number, timeZone: string): string {
  return civilText(toPlainDate(toZonedDateTimeISO(fromEpochMilliseconds(epochMilliseconds), timeZone)));
}
