/**
 * Why a file is public or not, for the people of the house: every reason, also for what is no valid release, and where it stands.
 *
 * It lets nothing out: what goes out is for `clear` alone to say, and this asks it.
 */
import { parseReleaseDate } from '../text/dates.ts';
import { embargoInstant, instantOf, reasonsToHold, type HoldReason, type Judged, type Moment } from './embargo.ts';
import { isKnownKey, makeRelease, typeName, type ReleaseContext } from './make-release.ts';
import type { FrontMatter, Manuscript, Span } from './manuscript.ts';
import { placeOf } from './places.ts';
import { statuses, type Release } from './release.ts';
import { suspectKeysIn } from './suspect-keys.ts';

export type PublicnessReason =
  | HoldReason
  /** The file cannot be read: nothing in it can be relied on. */
  | { readonly kind: 'unreadable' }
  /** It can be read, and its schema does not accept it. */
  | { readonly kind: 'invalid' }
  /** A public release that comes before it has the same id; only one of the two goes out. */
  | { readonly kind: 'twin'; readonly path: string };

export interface PlacedReason {
  readonly reason: PublicnessReason;
  /** The value, or for a misspelled key the key, that decides; the fence line for what is missing. */
  readonly place: Span;
}

export interface Publicness {
  /** Undefined for a file that is no valid release. */
  readonly release: Release | undefined;
  /** None for a public one. */
  readonly reasons: readonly PlacedReason[];
  /**
   * Of a public release the moment since which it is; of one that waits for its date or embargo alone the moment at which it will
   * be, without anybody doing anything. Milliseconds since 1970; undefined for every other.
   */
  readonly turn: number | undefined;
}

/** Judges a file at a moment. `twin` is the path of the public release before it that has its id. */
export function publicnessOf(
  manuscript: Manuscript,
  context: ReleaseContext,
  { moment, twin }: { readonly moment: Moment; readonly twin?: string | undefined },
): Publicness {
  const release = makeRelease(manuscript, context);
  const own: PublicnessReason[] =
    release === undefined ? reasonsOfInvalid(manuscript, context, moment) : reasonsToHold(release, moment);
  const all: PublicnessReason[] = twin === undefined ? own : [...own, { kind: 'twin', path: twin }];
  const reasons = all.map((reason) => ({ reason, place: placeOfReason(manuscript, reason) }));
  return { release, reasons, turn: turnOf(release, all, moment) };
}

/** When date and embargo have let a release out, or will. */
function turnOf(
  release: Release | undefined,
  reasons: readonly PublicnessReason[],
  { timezone }: Moment,
): number | undefined {
  const isByItself = reasons.every(({ kind }) => kind === 'date' || kind === 'embargo');
  if (!isByItself || release?.date === undefined) return undefined;
  const embargo = embargoInstant(release.embargo)?.epochMilliseconds ?? -Infinity;
  return Math.max(instantOf(release.date, timezone).epochMilliseconds, embargo);
}

/** What keeps an invalid file in besides being invalid, as far as it can be read: whoever mends it shall not be surprised. */
function reasonsOfInvalid(manuscript: Manuscript, context: ReleaseContext, moment: Moment): PublicnessReason[] {
  const { data } = manuscript;
  if (data === undefined || manuscript.faults.length > 0) return [{ kind: 'unreadable' }];
  return [{ kind: 'invalid' }, ...reasonsToHold(asFarAsKnown(data, context), moment)];
}

function asFarAsKnown(data: FrontMatter, context: ReleaseContext): Judged {
  const { status: word, date } = data;
  const schema = context.releaseSchema(typeName(data)) ?? context.releaseSchema('press-release');
  return {
    // What is no status is what the schema refuses; it is not said twice.
    status: statuses.find((each) => each === word) ?? 'published',
    date: typeof date === 'string' ? parseReleaseDate(date) : undefined,
    embargo: Object.hasOwn(data, 'embargo') ? data['embargo'] : undefined,
    suspectKeys: schema === undefined ? [] : suspectKeysIn(data, (key) => isKnownKey(key, schema, context.taxonomy)),
  };
}

function placeOfReason(manuscript: Manuscript, reason: PublicnessReason): Span {
  switch (reason.kind) {
    case 'status':
      return placeOf(manuscript, ['status']);
    case 'date':
    case 'no-date':
      return placeOf(manuscript, ['date']);
    case 'embargo':
    case 'unreadable-embargo':
      return placeOf(manuscript, ['embargo']);
    case 'suspect-key':
      return placeOf(manuscript, [reason.key], 'key');
    case 'twin':
      return placeOf(manuscript, ['id']);
    case 'unreadable-clock':
      return placeOf(manuscript, []);
    case 'unreadable':
      return manuscript.faults[0] ?? placeOf(manuscript, []);
    case 'invalid':
      return placeOf(manuscript, []);
  }
}
