/** Dates as W3C-DTF and XML Schema have them: a day where somebody wrote a day, a moment where somebody wrote a moment. */
import type { ReleaseDate } from '../../../model/effective-update.ts';
import { formatRfc3339 } from '../../../text/dates.ts';

// XML Schema part 2, 3.2.7.3; RFC 3339 allows offsets up to a day.
const FARTHEST_OFFSET = 14 * 60;

/** The date as it was written; in UTC where its offset is one that XML Schema does not know. */
export function w3cDate(date: ReleaseDate): string {
  const isKnown = date.kind === 'date' || Math.abs(date.offsetMinutes) <= FARTHEST_OFFSET;
  return isKnown ? date.text : formatRfc3339(date.epochMilliseconds, 0);
}
