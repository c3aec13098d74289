/** When a release last changed: the latest of its date, its update and its corrections. */
import { parseReleaseDate, type CivilDate, type Instant } from '../text/dates.ts';
import { instantOf } from './embargo.ts';
import type { Release } from './release.ts';

/** A moment and the offset in which it is to be written. */
export type ZonedMoment = Pick<Instant, 'epochMilliseconds' | 'offsetMinutes'>;

/** A date as somebody wrote it: a day, or a moment. */
export type ReleaseDate = CivilDate | Instant;

type DatedRelease = Pick<Release, 'date' | 'updated' | 'corrections'>;

/** The effective update of a release; a day counts from its beginning in the zone. Undefined for a draft without any date. */
export function effectiveUpdate(release: DatedRelease, timezone: string): ZonedMoment | undefined {
  const last = lastChange(release, timezone);
  return last === undefined ? undefined : instantOf(last, timezone);
}

/**
 * The date, update or correction that came last: the effective update as it was written, without a time that nobody gave it. Of
 * two that are the same moment the first, so that a release's own date gives the offset.
 */
export function lastChange(release: DatedRelease, timezone: string): ReleaseDate | undefined {
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

/** The later of two moments; the first one of two equal ones. */
export function laterMoment(one: ZonedMoment | undefined, other: ZonedMoment | undefined): ZonedMoment | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.epochMilliseconds > one.epochMilliseconds ? other : one;
}
