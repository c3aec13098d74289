import { create, equals, toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime';
import { offsetNanoseconds, toPlainDateTime } from 'temporal-polyfill/fns/ZonedDateTime';
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
  const [, day = '', time = '', seconds = ':00'] = LOCAL.exec(text) ?? [];
  if (parseInstant(`${day}T${time}${seconds}Z`) === undefined) return undefined;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = `${time}${seconds}`.split(':').map(Number);
  const local = create(year, month, date, hour, minute, second);
  const instants = new Set<string>();
  for (const disambiguation of ['earlier', 'later'] as const) {
    const zoned = toZonedDateTime(local, timeZone, { disambiguation });
    const offset = offsetNanoseconds(zoned) / NANOSECONDS_PER_MINUTE;
    // In a gap the clocks never show this time, before 1900 an offset may have seconds, which RFC 3339 cannot write.
    if (equals(toPlainDateTime(zoned), local) && Number.isInteger(offset))
      instants.add(formatRfc3339(zoned.epochMilliseconds, offset));
  }
  return [...instants];
}
