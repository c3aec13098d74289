/** What can be asked of a release with `has:` and `is:`, besides its terms and its status. */
import { effectiveUpdate } from './effective-update.ts';
import { instantOf, reasonsToHold, type Moment } from './embargo.ts';
import type { Release } from './release.ts';
import { translationOf } from './translation-of.ts';

/** Front-matter keys that a release may go without. */
export const presenceKeys = [
  'date',
  'place',
  'summary',
  'updated',
  'embargo',
  'contacts',
  'corrections',
  'related',
  'attachments',
] as const;
export type PresenceKey = (typeof presenceKeys)[number];

export const releaseStates = ['embargoed', 'updated', 'corrected', 'translation'] as const;
export type ReleaseState = (typeof releaseStates)[number];

/** Whether something stands under a key: a value, and in a list at least one item. */
export function standsIn(key: PresenceKey, release: Release): boolean {
  const value = key === 'place' ? release.places : release[key];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}

/** Whether a release is in a state at a moment. */
export function isInState(state: ReleaseState, release: Release, moment: Moment): boolean {
  switch (state) {
    case 'embargoed':
      return isEmbargoed(release, moment);
    case 'updated':
      return isUpdated(release, moment);
    case 'corrected':
      return release.corrections.some(({ kind }) => kind === 'correction');
    case 'translation':
      return translationOf(release.data) !== undefined;
  }
}

/** An embargo that nobody can read keeps a release in as one in force does. */
function isEmbargoed(release: Release, moment: Moment): boolean {
  return reasonsToHold(release, moment).some(({ kind }) => kind === 'embargo' || kind === 'unreadable-embargo');
}

/** Changed since it was issued: later than its date, or by a note that says so, be it of the same day. */
function isUpdated(release: Release, { timezone }: Moment): boolean {
  if (release.corrections.some(({ kind }) => kind === 'update')) return true;
  const update = effectiveUpdate(release, timezone);
  if (update === undefined || release.date === undefined) return false;
  return update.epochMilliseconds > instantOf(release.date, timezone).epochMilliseconds;
}
