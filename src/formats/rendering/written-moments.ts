/** When a release came out and when it was changed, as feeds say it: a day is its first moment in the newsroom's zone. */
import { effectiveUpdate, type ZonedMoment } from '../../model/effective-update.ts';
import { instantOf } from '../../model/embargo.ts';
import type { Release } from '../../model/release.ts';
import { formatRfc3339, formatRfc822 } from '../../text/dates.ts';

type DatedRelease = Pick<Release, 'date' | 'updated' | 'corrections'>;

/** When it came out; undefined for a release without a date. */
export function published({ date }: DatedRelease, timezone: string): ZonedMoment | undefined {
  return date === undefined ? undefined : instantOf(date, timezone);
}

/** When it was changed after it had come out; undefined when it never was. */
export function modified(release: DatedRelease, timezone: string): ZonedMoment | undefined {
  const issued = published(release, timezone);
  const changed = effectiveUpdate(release, timezone);
  return changed !== undefined && changed.epochMilliseconds !== issued?.epochMilliseconds ? changed : undefined;
}

/** As Atom and JSON Feed write it: `2009-11-16T00:00:00+04:00`. */
export function rfc3339({ epochMilliseconds, offsetMinutes }: ZonedMoment): string {
  return formatRfc3339(epochMilliseconds, offsetMinutes);
}

/** As RSS writes it: `Mon, 16 Nov 2009 00:00:00 +0400`. */
export function rfc822({ epochMilliseconds, offsetMinutes }: ZonedMoment): string {
  return formatRfc822(epochMilliseconds, offsetMinutes);
}
