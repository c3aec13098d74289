/** Which terms the releases name: enough to say of each whether it is used, without keeping what was read. */
import type { RelatedPlace } from './diagnostic.ts';

/** Releases that name a term. */
export interface TermUse {
  readonly count: number;
  /** The first of them that may be shown, in path order, at most `mostShown`. */
  readonly shown: readonly UsePlace[];
}

/** Where a release names a term. */
export interface UsePlace extends Pick<RelatedPlace, 'file' | 'range'> {
  /** `YYYY-MM-DD` that the release gives as its date; undefined when it gives none. */
  readonly day: string | undefined;
}

export interface VocabularyUsage {
  /** How many releases there are. */
  readonly releases: number;
  /** By `facet/id`: the releases that name the term. */
  readonly uses: ReadonlyMap<string, TermUse>;
  /** By `facet/id`: those among them that are dated outside of its time, for terms that issue releases. */
  readonly outside: ReadonlyMap<string, TermUse>;
}

/** Enough to see which kind of releases they are. */
export const mostShown = 3;

/** The name under which the uses of a term are kept. */
export function useKey({ facet, id }: { readonly facet: string; readonly id: string }): string {
  return `${facet}/${id}`;
}
