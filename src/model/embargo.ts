/**
 * The gate: whether a release may leave the house.
 *
 * Nothing but this module makes a `ClearedRelease`, so an output that forgets to ask does not compile. Whatever cannot be read
 * is closed: a wrong embargo, an embargo under a misspelled key, a date that is no date.
 */
import { startOfDay } from '../text/zoned-day.ts';
import { parseInstant, type CivilDate, type Instant } from '../text/dates.ts';
import type { EpochMilliseconds } from './clock.ts';
import { withoutHouseNotes, withoutWhatIsToCome } from './house-notes.ts';
import type { Release, Status } from './release.ts';

declare const cleared: unique symbol;

/** A release that may be written to an output. `unpublished` says why it would not be public, for those who asked to see it. */
export type ClearedRelease = Release & {
  readonly [cleared]: true;
  readonly unpublished: readonly HoldReason[];
};

export type HoldReason =
  | { readonly kind: 'status'; readonly status: Exclude<Status, 'published'> }
  | { readonly kind: 'date'; readonly until: EpochMilliseconds }
  | { readonly kind: 'no-date' }
  | { readonly kind: 'embargo'; readonly until: EpochMilliseconds }
  | { readonly kind: 'unreadable-embargo' }
  | { readonly kind: 'suspect-key'; readonly key: string };

export type Clearance =
  | { readonly public: true; readonly release: ClearedRelease }
  | { readonly public: false; readonly reasons: readonly HoldReason[] };

/** What judging needs besides the release. */
export interface Moment {
  readonly now: EpochMilliseconds;
  /** IANA zone in which a day begins. */
  readonly timezone: string;
}

/** Lets a public release through; otherwise says every reason why not. */
export function clear(release: Release, moment: Moment): Clearance {
  const reasons = reasonsToHold(release, moment);
  if (reasons.length > 0) return { public: false, reasons };
  const isReached = (date: CivilDate | Instant): boolean =>
    instantOf(date, moment.timezone).epochMilliseconds <= moment.now;
  return { public: true, release: stamp(withoutWhatIsToCome(release, isReached), []) };
}

/** For people who may see what is not public (`--include-unpublished`): lets everything through, marked. */
export function clearForStaff(release: Release, moment: Moment): ClearedRelease {
  return stamp(release, reasonsToHold(release, moment));
}

/** What the gate looks at. */
export type Judged = Pick<Release, 'status' | 'date' | 'embargo' | 'suspectKeys'>;

/** All reasons why a release is not public at this moment; none = it is. */
export function reasonsToHold(release: Judged, { now, timezone }: Moment): HoldReason[] {
  const reasons: HoldReason[] = [];
  if (release.status !== 'published') reasons.push({ kind: 'status', status: release.status });
  if (release.date === undefined) reasons.push({ kind: 'no-date' });
  else {
    const from = instantOf(release.date, timezone).epochMilliseconds;
    if (from > now) reasons.push({ kind: 'date', until: from });
  }
  reasons.push(...embargoReasons(release, now));
  for (const { key } of release.suspectKeys) reasons.push({ kind: 'suspect-key', key });
  return reasons;
}

function embargoReasons(release: Judged, now: EpochMilliseconds): HoldReason[] {
  if (release.embargo === undefined) return [];
  const until = embargoInstant(release.embargo);
  if (until === undefined) return [{ kind: 'unreadable-embargo' }];
  return until.epochMilliseconds > now ? [{ kind: 'embargo', until: until.epochMilliseconds }] : [];
}

/** The instant of an `embargo` value; undefined for anything that is not one with an explicit offset. */
export function embargoInstant(value: unknown): Instant | undefined {
  return typeof value === 'string' ? parseInstant(value) : undefined;
}

/** The instant of a day or instant: a day begins at its midnight in the zone (`startOfDay`). */
export function instantOf(
  date: CivilDate | Instant,
  timezone: string,
): { epochMilliseconds: number; offsetMinutes: number } {
  return date.kind === 'instant' ? date : startOfDay(date.text, timezone);
}

function stamp(release: Release, unpublished: readonly HoldReason[]): ClearedRelease {
  return { ...withoutHouseNotes(release), unpublished } as ClearedRelease;
}
