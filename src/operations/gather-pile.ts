/** What one selection means of an archive, as far as it may be shown. */
import { matches } from '../model/condition.ts';
import type { ReleaseSeries, Tombstone } from '../model/edition.ts';
import { factsOf, factsTogether, placesLine, type EditionFacts, type ReleaseFacts } from '../model/edition-facts.ts';
import { clearForStaff, type Clearance, type ClearedRelease, type Moment } from '../model/embargo.ts';
import type { KnownReleases } from '../model/known-releases.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { answerTo, type Answer, type NarrowFacts } from '../model/narrowing.ts';
import type { Release } from '../model/release.ts';
import { arrange, rankOf, type Rank, type Selection } from '../model/selection.ts';
import { parseReleaseDate } from '../text/dates.ts';
import { detached } from '../text/detached.ts';
import { displayWidth } from '../text/display-width.ts';
import { canonicalLanguage } from '../text/language-tag.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
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
  readonly digest: string | undefined;
  readonly rank: Rank;
  /** Undefined for a release that has not been read yet. */
  readonly facts: ReleaseFacts | undefined;
  readonly noted?: NotedFacts;
  readonly isAsNoted?: (release: ClearedRelease) => boolean;
}

/** What was noted of a release that has not been read yet. */
type NotedFacts = Pick<NarrowFacts, 'date'> & Pick<NarrowFacts['release'], 'lang' | 'places'>;

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

  /** What the selection makes of the facts about a file. */
  answerTo(facts: NarrowFacts): Answer {
    return answerTo(this.#selection.condition, facts);
  }

  /** Whether facts are enough to put a release in its place. */
  get sortsByFacts(): boolean {
    return this.#selection.sort.key !== 'title';
  }

  /** Takes a public release that the selection means by its facts; it is read, and asked at the gate, in its turn. */
  addNoted(path: string, facts: NarrowFacts): void {
    const { id = '', date, release } = facts;
    const rank = this.#rankOf({ id, title: '', date: parseReleaseDate(date ?? ''), places: release.places });
    const { lang, places } = release;
    const isAsNoted = (read: ClearedRelease): boolean => this.#isAsNoted(read, { id, rank });
    this.#chosen.push({
      id,
      path,
      digest: undefined,
      rank,
      facts: undefined,
      noted: { date, lang, places },
      isAsNoted,
    });
  }

  #isAsNoted(release: ClearedRelease, { id, rank }: Pick<Chosen, 'id' | 'rank'>): boolean {
    if (release.unpublished.length > 0 || release.id !== id || this.#rankOf(release) !== rank) return false;
    return matches(this.#selection.condition, release);
  }

  #rankOf(release: Parameters<typeof rankOf>[0]): Rank {
    return rankOf(release, this.#selection.sort, this.#options.moment.timezone);
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
      facts: this.#factsOf(chosen),
      tombstones: noticesOf(this.#tombstones, known),
    };
  }

  #factsOf(chosen: readonly Chosen[]): EditionFacts {
    const { held, moment } = this.#options;
    const told = factsTogether(chosen.map(toldFacts), this.#keys);
    const all = this.#chosen;
    if (all.every(({ noted }) => noted === undefined)) return told;
    // What is not noted of a release is told by itself, when somebody asks.
    const read = (each: Chosen): ReleaseFacts => each.facts ?? factsOf(held.at(each), moment.timezone);
    return {
      ...told,
      get newestUpdate() {
        return factsTogether(chosen.map(read), told.keys).newestUpdate;
      },
      get keys() {
        return new Set(all.flatMap((each) => Object.keys(held.at(each).data)));
      },
    };
  }

  #choose(release: ClearedRelease, { digest }: Pick<Manuscript, 'digest'>): void {
    const { moment, held } = this.#options;
    const rank = this.#rankOf(release);
    const kept = typeof rank === 'string' ? detached(rank) : rank;
    const [id, path] = [detached(release.id), release.path];
    this.#chosen.push({ id, path, digest, rank: kept, facts: factsOf(release, moment.timezone) });
    for (const key of Object.keys(release.data)) if (!this.#keys.has(key)) this.#keys.add(detached(key));
    held.keep(release);
  }
}

function toldFacts({ facts, noted }: Chosen): ReleaseFacts {
  if (facts !== undefined) return facts;
  const { date = '', lang = '', places = [] } = noted ?? {};
  return {
    language: canonicalLanguage(lang) ?? lang,
    update: undefined,
    isUnpublished: false,
    dateWidth: date.length,
    placesWidth: displayWidth(terminalSafe(placesLine({ places }))),
  };
}
