/** The ids that releases may refer to, and suggestions for one that nobody has. */
import { nearest } from '../text/nearest.ts';
import type { ComparedFacts } from './file-facts.ts';
import type { Span } from './manuscript.ts';
import { didYouMean } from './press-error.ts';
import { quoted } from './quoting.ts';
import { replacement } from './replacement.ts';
import type { ArchiveEntry, Finding, Surroundings } from './rule.ts';
import { fileStemOf } from '../text/file-name-form.ts';

// A suggestion looks at every id of the archive: in a large one there are fewer of them.
const MOST_SUGGESTIONS = 20;
const MOST_COMPARISONS = 200_000;

export interface KnownIds {
  /** The file that has an id; the first, where several have it. */
  ownerOf(id: string): ArchiveEntry | undefined;
  /** Ids that may have been meant, nearest first; none when nothing is near, or enough has been suggested. */
  nearTo(id: string): readonly string[];
}

/** The ids of files; suggestions are of the whole archive. A file that cannot be read has the one that its name gives: its fault is reported once, there. */
export function knownIds(entries: readonly ArchiveEntry[], around: Pick<Surroundings, 'all'>): KnownIds {
  let left = MOST_SUGGESTIONS;
  let all: ReadonlyMap<string, ArchiveEntry> | undefined;
  const nearTo = (id: string): readonly string[] => {
    if (all === undefined) {
      all = ownersIn(around.all);
      left = Math.min(left, Math.ceil(MOST_COMPARISONS / all.size));
    }
    return left-- > 0 ? nearest(id, all.keys()) : [];
  };
  const owners = ownersIn(entries);
  return { ownerOf: (id) => owners.get(id), nearTo };
}

// Several rules ask, one after the other.
const ownersOf = new WeakMap<readonly ArchiveEntry[], ReadonlyMap<string, ArchiveEntry>>();

function ownersIn(entries: readonly ArchiveEntry[]): ReadonlyMap<string, ArchiveEntry> {
  const known = ownersOf.get(entries);
  if (known !== undefined) return known;
  const owners = new Map<string, ArchiveEntry>();
  for (const entry of entries) {
    const id = idOf(entry.facts);
    if (id !== undefined && !owners.has(id)) owners.set(id, entry);
  }
  ownersOf.set(entries, owners);
  return owners;
}

function idOf({ isReadable, id, path }: ComparedFacts): string | undefined {
  return isReadable ? id : fileStemOf(path);
}

/**
 * What there is to say of an id that no release has, at a place that is told later. `known` makes the suggestion, which is never `own`, the id of
 * the release itself.
 */
export function noSuchId(
  id: string,
  known: Pick<KnownIds, 'nearTo'> & { readonly own?: string | undefined },
): (place: Span) => Finding {
  const near = known.nearTo(id).filter((each) => each !== known.own);
  const [only] = near;
  return (place) => ({
    ...place,
    message: `No release has the id ${quoted(id)}.`,
    hint: didYouMean(near) ?? 'Look the id up in the file of the release that is meant, or take the reference out.',
    ...(only === undefined || near.length > 1 ? {} : { fix: replacement(place, only, 'review') }),
  });
}
