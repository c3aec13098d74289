/** Dates as W3C-DTF and XML Schema have them: a day where somebody wrote a day, a moment where somebody wrote a moment. */
import { instantOf } from '../../../model/embargo.ts';
import type { Release } from '../../../model/release.ts';
import { formatRfc3339, parseReleaseDate, type CivilDate, type Instant } from '../../../text/dates.ts';

// XML Schema part 2, 3.2.7.3; RFC 3339 allows offsets up to a day.
const FARTHEST_OFFSET = 14 * 60;

export type ReleaseDate = CivilDate | Instant;

/**
 * The date, update or correction that came last: the effective update as it was written, without a time that nobody gave it. Of
 * two that are the same moment the first, as in `effectiveUpdate`.
 */
export function lastChange(release: Release, timezone: string): ReleaseDate | undefined {
  const dates = [release.date, release.updated, ...release.corrections.map(({ date }) => parseReleaseDate(date))];
  let last: ReleaseDate | undefined;
  for (const date of dates) last = date === undefined ? last : laterDate(last, date, timezone);
  return last;
}

/** The later of two dates; a day counts from its beginning in the zone. */
export function laterDate(one: ReleaseDate | undefined, other: ReleaseDate, timezone: string): ReleaseDate {
  if (one === undefined) return other;
  const isLater = instantOf(other, timezone).epochMilliseconds > instantOf(one, timezone).epochMilliseconds;
  return isLater ? other : one;
}

/** The date as it was written; in UTC where its offset is one that XML Schema does not know. */
export function w3cDate(date: ReleaseDate): string {
  const isKnown = date.kind === 'date' || Math.abs(date.offsetMinutes) <= FARTHEST_OFFSET;
  return isKnown ? date.text : formatRfc3339(date.epochMilliseconds, 0);
}
