/** What was withdrawn after it had been public, and where it is: for those who have to tell its readers. */
import type { Correction, Release } from './release.ts';

/** The last withdrawal on record; undefined where readers were never told of one. */
export function withdrawalOf({ corrections }: Pick<Release, 'corrections'>): Correction | undefined {
  return corrections.findLast(({ kind }) => kind === 'withdrawal');
}

export interface CarryingFeed {
  readonly id: string;
  readonly title: string;
  /** Its formats that tell readers of the withdrawal. */
  readonly telling: readonly string[];
  /** Its formats from which the release is simply gone. */
  readonly silent: readonly string[];
}

/** Never its title or its text, as in every other output. */
export interface Recalled {
  readonly id: string;
  /** By which feeds and agencies know it: a `tag:` or `urn:uuid:` address. */
  readonly identity: string;
  /** RFC 3339, as written; midnight of the day where only a day is. */
  readonly withdrawn: string;
  readonly reason: string;
  /** Saved feeds that had it, in the order of press.yaml. */
  readonly feeds: readonly CarryingFeed[];
}
