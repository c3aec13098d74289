/** Which years a release may be dated in; any other is a slip of the finger. */
import { dayFromEpoch, MILLISECONDS_PER_DAY } from '../text/civil-calendar.ts';
import type { EpochMilliseconds } from './clock.ts';

const EARLIEST = 1900;
const MOST_AHEAD = 2;

/** From 1900 to two years ahead of a moment, in UTC. */
export function isThinkableYear(year: number, now: EpochMilliseconds): boolean {
  return year >= EARLIEST && year <= yearAt(now) + MOST_AHEAD;
}

/** The year that it is at a moment, in UTC. */
export function yearAt(now: EpochMilliseconds): number {
  return dayFromEpoch(Math.floor(now / MILLISECONDS_PER_DAY)).year;
}
