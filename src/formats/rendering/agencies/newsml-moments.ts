import type { ZonedMoment } from '../../../model/effective-update.ts';
import { formatRfc3339 } from '../../../text/dates.ts';

// XML Schema part 2, 3.2.7.3; RFC 3339 allows offsets up to a day.
const FARTHEST_OFFSET = 14 * 60;

/** A moment as XML Schema has it. A draft without any date must have one as well: the beginning of computers' time. */
export function xmlMoment(moment: ZonedMoment | undefined): string {
  if (moment === undefined) return '1970-01-01T00:00:00Z';
  const { epochMilliseconds, offsetMinutes } = moment;
  return formatRfc3339(epochMilliseconds, Math.abs(offsetMinutes) <= FARTHEST_OFFSET ? offsetMinutes : 0);
}
