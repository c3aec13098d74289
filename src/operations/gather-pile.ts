/** What one selection means of an archive, as far as it may be shown. */
import { matches } from '../model/condition.ts';
import type { ReleaseSeries, Tombstone } from '../model/edition.ts';
import { factsOf, factsTogether, type EditionFacts, type ReleaseFacts } from '../model/edition-facts.ts';
import { clearForStaff, type Clearance, type ClearedRelease, type Moment } from '../model/embargo.ts';
import type { KnownReleases } from '../model/known-releases.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { answerTo, type NarrowFacts } from '../model/narrowing.ts';
import type { Release } from '../model/release.ts';
import { arrange, rankOf, type Rank, type Selection } from '../model/selection.ts';
import { detached } from '../text/detached.ts';
import { seriesOf, type HeldReleases } from './release-series.ts';
import { noticesOf, tombstoneOf } from './tombstones.ts';

export interface PileOptions {
  readonly moment: Moment;
  readonly includeUnpublished: boolean;
  readonly held: HeldReleases;
}

export interface PileResult {
  /** In the selection's order, cut to its limit. */
  readonly releases: ReleaseSeries;
  /** How many there are before offset and limit. */
  readonly matched: number;
  readonly facts: EditionFacts;
  /** Newest first, ties by id. */
  readonly tombstones: readonly Tombstone[];
}

interface Chosen {
  readonly id: string;
  readonly path: string;
  readonly digest: string;
  readonly rank: Rank;
  readonly facts: ReleaseFacts;
}

export class Pile {
  readonly #selection: Selection;
  readonly #options: PileOptions;
  readonly #chosen: Chosen[] = [];
  readonly #keys = new Set<string>();
  readonly #tombstones: Tombstone[] = [];

  constructor(selection: Selection, options: PileOptions) {
    this.#selection = selection;
    this.#options = options;
  }

  /** Whether the facts about a file say that the selection does not mean it. */
  isUnmeant(facts: NarrowFacts): boolean {
    return answerTo(this.#selection.condition, facts) === 'no';
  }

  /** Takes what the selection means and may be shown; returns whether it has to hold the release back. `file` is the one that it stands in. */
  add(release: Release, clearance: Clearance, file: Pick<Manuscript, 'digest'>): boolean {
    // What is not out yet of a public release, or is a note of the house, is found by no query.
    const seen = clearance.public ? clearance.release : release;
    if (!matches(this.#selection.condition, seen)) return false;
    const { moment, includeUnpublished } = this.#options;
    const tombstone = tombstoneOf(release, moment);
    if (tombstone !== undefined) this.#tombstones.push(tombstone);
    if (clearance.public) this.#choose(clearance.release, file);
    else if (includeUnpublished) this.#choose(clearForStaff(release, moment), file);
    else return true;
    return false;
  }

  /** `known` is everything public, once all of it has been read. */
  result(known: Pick<KnownReleases, 'has'>): PileResult {
    const chosen = arrange(this.#chosen, this.#selection);
    return {
      releases: seriesOf(chosen, this.#options.held),
      matched: this.#chosen.length,
      facts: factsTogether(
        chosen.map(({ facts }) => facts),
        this.#keys,
      ),
      tombstones: noticesOf(this.#tombstones, known),
    };
  }

  #choose(release: ClearedRelease, { digest }: Pick<Manuscript, 'digest'>): void {
    const { moment, held } = this.#options;
    const rank = rankOf(release, this.#selection.sort, moment.timezone);
    const kept = typeof rank === 'string' ? detached(rank) : rank;
    const [id, path] = [detached(release.id), release.path];
    this.#chosen.push({ id, path, digest, rank: kept, facts: factsOf(release, moment.timezone) });
    for (const key of Object.keys(release.data)) if (!this.#keys.has(key)) this.#keys.add(detached(key));
    held.keep(release);
  }
}
