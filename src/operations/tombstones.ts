/** Notices of releases that had been public and were withdrawn. */
import { compareText } from '../model/diagnostic.ts';
import type { Tombstone } from '../model/edition.ts';
import { embargoInstant, instantOf, isMoment, isReached, type Moment } from '../model/embargo.ts';
import { withoutComments } from '../model/house-notes.ts';
import type { KnownReleases } from '../model/known-releases.ts';
import type { Release } from '../model/release.ts';
import { MILLISECONDS_PER_DAY } from '../text/civil-calendar.ts';
import { formatRfc3339, parseReleaseDate, type CivilDate, type Instant } from '../text/dates.ts';

/** Newest first, one a name. What has come back under its old id is not gone. */
export function noticesOf(tombstones: readonly Tombstone[], known: Pick<KnownReleases, 'has'>): Tombstone[] {
  const told = new Set<string>();
  return [...tombstones].sort(newestFirst).filter(({ id }) => {
    const isNews = !known.has(id) && !told.has(id);
    told.add(id);
    return isNews;
  });
}

function newestFirst(a: Tombstone, b: Tombstone): number {
  return b.date.epochMilliseconds - a.date.epochMilliseconds || compareText(a.id, b.id);
}

/** A tombstone exists exactly where a withdrawal of what had been public is on record, and its moment has come. */
export function tombstoneOf(release: Release, moment: Moment): Tombstone | undefined {
  if (release.status !== 'withdrawn' || !isMoment(moment)) return undefined;
  const told = release.corrections.flatMap(({ date: text, kind, note }) => {
    const written = parseReleaseDate(text);
    const date = written && asInstant(written, moment.timezone);
    return date !== undefined && isReached(date, moment) ? [{ written, date, kind, note }] : [];
  });
  const last = told.findLast(({ kind }) => kind === 'withdrawal');
  if (last?.written === undefined || !hadBeenPublic(release, last.written, moment.timezone)) return undefined;
  return { id: release.id, date: last.date, reason: withoutComments(last.note).trim(), version: 1 + told.length };
}

/** Whether date and embargo had passed when a release was withdrawn; a withdrawal dated by a day alone counts until that day's end. */
function hadBeenPublic(release: Release, withdrawn: CivilDate | Instant, timezone: string): boolean {
  const { date, embargo, suspectKeys } = release;
  // Under another name it was an embargo that nobody could read.
  if (suspectKeys.some(({ meant }) => meant === 'embargo')) return false;
  const start = instantOf(withdrawn, timezone).epochMilliseconds;
  const end = withdrawn.kind === 'date' ? start + MILLISECONDS_PER_DAY - 1 : start;
  if (date === undefined || !isReached(instantOf(date, timezone), { now: end })) return false;
  const until = embargo === undefined ? -Infinity : embargoInstant(embargo)?.epochMilliseconds;
  return until !== undefined && until <= end;
}

/** A day, as somebody wrote it by hand, is its first moment. */
function asInstant(written: CivilDate | Instant, timezone: string): Instant {
  if (written.kind === 'instant') return written;
  const { epochMilliseconds, offsetMinutes } = instantOf(written, timezone);
  return { kind: 'instant', epochMilliseconds, offsetMinutes, text: formatRfc3339(epochMilliseconds, offsetMinutes) };
}
