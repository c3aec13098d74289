/** When a release last changed: the latest of its date, its update and its corrections. */
import { parseReleaseDate, type Instant } from '../text/dates.ts';
import { instantOf } from './embargo.ts';
import type { Release } from './release.ts';

/** A moment and the offset in which it is to be written. */
export type ZonedMoment = Pick<Instant, 'epochMilliseconds' | 'offsetMinutes'>;

type DatedRelease = Pick<Release, 'date' | 'updated' | 'corrections'>;

/** The effective update of a release; a day counts from its beginning in the zone. Undefined for a draft without any date. */
export function effectiveUpdate(release: DatedRelease, timezone: string): ZonedMoment | undefined {
  const dates = [release.date, release.updated, ...release.corrections.map(({ date }) => parseReleaseDate(date))];
  return dates
    .map((date) => (date === undefined ? undefined : instantOf(date, timezone)))
    .reduce<ZonedMoment | undefined>(laterMoment, undefined);
}

/** The later of two moments; the first one of two equal ones, so that a release's own date gives the offset. */
export function laterMoment(one: ZonedMoment | undefined, other: ZonedMoment | undefined): ZonedMoment | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.epochMilliseconds > one.epochMilliseconds ? other : one;
}
