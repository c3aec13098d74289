/** When a release is public, reckoned a second time: with a calendar library and the rule of the house, and with none of press's own code. */
import { Temporal } from 'temporal-polyfill';

/** The first moment of a day in a zone, milliseconds since 1970: of two midnights the earlier, and where there is none what comes next. */
export function beginningOf(day: string, zone: string): number {
  const midnight = Temporal.PlainDateTime.from(`${day}T00:00:00`);
  const earliest = midnight.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earliest.toPlainDateTime().equals(midnight)) return earliest.epochMilliseconds;
  return earliest.getTimeZoneTransition('next')?.epochMilliseconds ?? NaN;
}

/** The first whole millisecond at which a moment has come. */
export function momentOf(text: string): number {
  const { epochNanoseconds } = Temporal.Instant.from(text);
  return Number(epochNanoseconds / 1_000_000n + (epochNanoseconds % 1_000_000n > 0n ? 1n : 0n));
}
