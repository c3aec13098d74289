/** Which of two dates of a release comes later. */
import { daysSinceEpoch } from '../text/civil-calendar.ts';
import { parseCivilDate, type CivilDate, type Instant } from '../text/dates.ts';
import { instantOf } from './embargo.ts';

type Moment = CivilDate | Instant;

// No two clocks on earth are further apart.
const MOST_DAYS_OF_DOUBT = 2;

/**
 * Whether one date lies after another; a day counts from its beginning in the zone. Zones are only asked about days that lie close
 * together: the first question costs half as much as starting the program.
 */
export function isLater(one: Moment, other: Moment, timezone: string): boolean {
  const days = dayNumberOf(one) - dayNumberOf(other);
  if (Math.abs(days) > MOST_DAYS_OF_DOUBT) return days > 0;
  return instantOf(one, timezone).epochMilliseconds > instantOf(other, timezone).epochMilliseconds;
}

function dayNumberOf({ text }: Moment): number {
  const day = parseCivilDate(text.slice(0, 10));
  return day === undefined ? NaN : daysSinceEpoch(day);
}
