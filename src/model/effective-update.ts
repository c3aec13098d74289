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
  return latest(dates.map((date) => (date === undefined ? undefined : instantOf(date, timezone))));
}

/** The newest effective update of all; undefined when there is none. */
export function newestUpdate(releases: readonly DatedRelease[], timezone: string): ZonedMoment | undefined {
  let newest: ZonedMoment | undefined;
  for (const release of releases) newest = latest([newest, effectiveUpdate(release, timezone)]);
  return newest;
}

/** The first of the latest moments, so that of two equal ones the release's own date gives the offset. */
function latest(moments: readonly (ZonedMoment | undefined)[]): ZonedMoment | undefined {
  let newest: ZonedMoment | undefined;
  for (const moment of moments) {
    if (moment === undefined) continue;
    if (newest === undefined || moment.epochMilliseconds > newest.epochMilliseconds) newest = moment;
  }
  return newest;
}
