/**
 * The gate: whether a release may leave the house.
 *
 * Nothing but this module makes a `ClearedRelease`, so an output that forgets to ask does not compile. Whatever cannot be read
 * is closed: a wrong embargo, an embargo under a misspelled key, a date that is no date.
 */
import { isTimeZone, startOfDay } from '../text/zoned-day.ts';
import { parseInstant, type CivilDate, type Instant } from '../text/dates.ts';
import type { EpochMilliseconds } from './clock.ts';
import { withoutHouseNotes, withoutWhatIsToCome } from './house-notes.ts';
import type { Release, Status } from './release.ts';

/** The mark of the gate. It is private, so that a copy with something else in it (`{ ...release, body }`) has lost it. */
declare class Cleared {
  private readonly cleared: true;
}

/** A release that may be written to an output. `unpublished` says why it would not be public, for those who asked to see it. */
export type ClearedRelease = Release & Cleared & { readonly unpublished: readonly HoldReason[] };

export type HoldReason =
  /** The moment or the zone of the run is none, so nobody knows what has come. */
  | { readonly kind: 'unreadable-clock' }
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
  const isOut = (date: CivilDate | Instant): boolean => isReached(instantOf(date, moment.timezone), moment);
  return { public: true, release: stamp(withoutWhatIsToCome(release, isOut), []) };
}

/** For people who may see what is not public (`--include-unpublished`): lets everything through, marked. */
export function clearForStaff(release: Release, moment: Moment): ClearedRelease {
  return stamp(release, reasonsToHold(release, moment));
}

/** What the gate looks at. */
export type Judged = Pick<Release, 'status' | 'date' | 'embargo' | 'suspectKeys'>;

/** All reasons why a release is not public at this moment; none = it is. */
export function reasonsToHold(release: Judged, moment: Moment): HoldReason[] {
  return [
    ...(isMoment(moment) ? [] : [{ kind: 'unreadable-clock' } as const]),
    ...(release.status === 'published' ? [] : [{ kind: 'status', status: release.status } as const]),
    ...dateReasons(release, moment),
    ...embargoReasons(release, moment),
    ...release.suspectKeys.map(({ key }) => ({ kind: 'suspect-key', key }) as const),
  ];
}

function dateReasons({ date }: Judged, moment: Moment): HoldReason[] {
  if (date === undefined) return [{ kind: 'no-date' }];
  if (!isMoment(moment)) return [];
  const from = instantOf(date, moment.timezone);
  return isReached(from, moment) ? [] : [{ kind: 'date', until: from.epochMilliseconds }];
}

function embargoReasons({ embargo }: Judged, moment: Moment): HoldReason[] {
  if (embargo === undefined) return [];
  const until = embargoInstant(embargo);
  if (until === undefined) return [{ kind: 'unreadable-embargo' }];
  const isOver = !isMoment(moment) || isReached(until, moment);
  return isOver ? [] : [{ kind: 'embargo', until: until.epochMilliseconds }];
}

/**
 * The first millisecond at which `clear` lets a release through, where days begin as they do in the zone; `Infinity` when no moment does by
 * itself. It says when to look, and lets nothing out.
 */
export function publicFrom(release: Judged, timezone: string): EpochMilliseconds {
  const { status, date, embargo, suspectKeys } = release;
  if (status !== 'published' || date === undefined || suspectKeys.length > 0 || !isTimeZone(timezone)) return Infinity;
  const until = embargo === undefined ? -Infinity : (embargoInstant(embargo)?.epochMilliseconds ?? Infinity);
  return Math.max(instantOf(date, timezone).epochMilliseconds, until);
}

// What ECMAScript has for time (21.4.1.1); no calendar goes further.
const FARTHEST = 8.64e15;

/** Whether a clock shows a moment and the zone is known. Where it does not, nothing has come, and nothing may go out. */
export function isMoment({ now, timezone }: Moment): boolean {
  return Math.abs(now) <= FARTHEST && isTimeZone(timezone);
}

/** Whether a moment has come. Of a moment that is none it says no: `later > now` would let it pass. */
export function isReached(
  { epochMilliseconds }: Pick<Instant, 'epochMilliseconds'>,
  { now }: Pick<Moment, 'now'>,
): boolean {
  return epochMilliseconds <= now;
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
