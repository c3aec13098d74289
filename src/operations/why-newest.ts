/** What fills a feed with a limit: the first so many releases in its order, and no more of them are held than twice as many. */
import type { Release } from '../model/release.ts';
import { arrange, rankOf, type Rank, type Selection } from '../model/selection.ts';
import { detached } from '../text/detached.ts';

interface Entry {
  readonly id: string;
  readonly rank: Rank;
}

export class NewestOf {
  readonly selection: Selection;
  readonly #timezone: string;
  #entries: Entry[] = [];

  /** `timezone` is where a day begins. */
  constructor(selection: Selection, timezone: string) {
    this.selection = selection;
    this.#timezone = timezone;
  }

  add(release: Release): void {
    const { id, rank } = this.#entryOf(release);
    this.#entries.push({ id: detached(id), rank: typeof rank === 'string' ? detached(rank) : rank });
    if (this.#entries.length > 2 * (this.selection.limit ?? Infinity)) this.#entries = this.#first(this.#entries);
  }

  /** The place of a release among those that were added, itself among them or not, from 1; undefined when there is no room for it. */
  placeOf(release: Release): number | undefined {
    const others = this.#entries.filter(({ id }) => id !== release.id);
    const at = this.#first([...others, this.#entryOf(release)]).findIndex(({ id }) => id === release.id);
    return at === -1 ? undefined : at + 1;
  }

  #entryOf(release: Release): Entry {
    return { id: release.id, rank: rankOf(release, this.selection.sort, this.#timezone) };
  }

  #first(entries: readonly Entry[]): Entry[] {
    const { sort, limit } = this.selection;
    return arrange(entries, { sort, limit, offset: 0 });
  }
}
