/** From a repository and selections to the releases that may be shown: the one way that leads to an edition. */
import { matches } from '../model/condition.ts';
import type { ReleaseSeries, Tombstone } from '../model/edition.ts';
import { factsOf, factsTogether, type EditionFacts, type ReleaseFacts } from '../model/edition-facts.ts';
import { effectiveUpdate, laterMoment, type ZonedMoment } from '../model/effective-update.ts';
import {
  clear,
  clearForStaff,
  embargoInstant,
  instantOf,
  isMoment,
  isReached,
  type Clearance,
  type ClearedRelease,
  type Moment,
} from '../model/embargo.ts';
import { withoutComments } from '../model/house-notes.ts';
import { ReleaseIndex, type KnownReleases } from '../model/known-releases.ts';
import { makeRelease } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { statuses, type Release } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import { arrange, rankOf, type Rank, type Selection } from '../model/selection.ts';
import { compareText } from '../model/diagnostic.ts';
import { formatRfc3339, parseReleaseDate, type CivilDate, type Instant } from '../text/dates.ts';
import { MILLISECONDS_PER_DAY } from '../text/civil-calendar.ts';
import { detached } from '../text/detached.ts';
import { HeldReleases, seriesOf } from './release-series.ts';
import type { SpokenOf } from './unanswered.ts';

export interface Gathering {
  /** In the selection's order, cut to its limit. */
  readonly releases: ReleaseSeries;
  /** How many there are before offset and limit. */
  readonly matched: number;
  readonly facts: EditionFacts;
  /** Newest first, ties by id. */
  readonly tombstones: readonly Tombstone[];
  /** Everything public, chosen or not: what a release may refer to by name. */
  readonly known: KnownReleases;
  /** When any public release last changed. */
  readonly newestPublicUpdate: ZonedMoment | undefined;
  /** Releases that the selection, or any of several, means and that are not public; they may be counted, never named. */
  readonly heldBack: number;
  /** Files that cannot be read as releases: nobody knows whether the selection means them. */
  readonly unreadable: number;
  /** Public releases with the id of another one that came before: readers of feeds would take the two for one. */
  readonly twins: number;
  /** What the public releases, chosen or not, have for places and languages. */
  readonly spokenOf: SpokenOf;
}

export interface GatherOptions {
  readonly moment: Moment;
  readonly includeUnpublished: boolean;
}

/** Reads the repository once and sorts what it finds into what may be shown and what may only be counted. */
export function gather(repository: Repository, selection: Selection, options: GatherOptions): Gathering {
  const sorting = new Sorting(repository, options);
  const pile = sorting.pileFor(selection);
  const whole = sorting.run();
  return { ...pile.result(whole.known), ...whole };
}

/** The same for several selections at once: the repository is still read once. One gathering for each, in the same order. */
export function gatherAll(
  repository: Repository,
  selections: readonly Selection[],
  options: GatherOptions,
): readonly Gathering[] {
  const sorting = new Sorting(repository, options);
  const piles = selections.map((selection) => sorting.pileFor(selection));
  const whole = sorting.run();
  return piles.map((pile) => ({ ...pile.result(whole.known), ...whole }));
}

/** One reading of the repository, for any number of piles. */
class Sorting {
  readonly #repository: Repository;
  readonly #options: GatherOptions;
  readonly #held: HeldReleases;
  readonly #piles: Pile[] = [];
  readonly #known = new ReleaseIndex();
  #newestPublicUpdate: ZonedMoment | undefined;
  #heldBack = 0;
  #unreadable = 0;
  #twins = 0;
  readonly #places = new Set<string>();
  readonly #languages = new Set<string>();

  constructor(repository: Repository, options: GatherOptions) {
    this.#repository = repository;
    this.#options = options;
    this.#held = new HeldReleases(repository, (release) => shown(release, options));
  }

  pileFor(selection: Selection): Pile {
    const pile = new Pile(selection, { ...this.#options, held: this.#held });
    this.#piles.push(pile);
    return pile;
  }

  /** Fills the piles; returns what is the same for all of them. */
  run(): Pick<Gathering, 'known' | 'newestPublicUpdate' | 'heldBack' | 'unreadable' | 'twins' | 'spokenOf'> {
    for (const manuscript of this.#repository.manuscripts()) {
      const release = makeRelease(manuscript, this.#repository);
      if (release !== undefined) this.#sort(release, manuscript.digest);
      // A draft with a slip in it is missed by nobody.
      else if (!isKeptIn(manuscript)) this.#unreadable += 1;
    }
    return {
      known: this.#known,
      newestPublicUpdate: this.#newestPublicUpdate,
      heldBack: this.#heldBack,
      unreadable: this.#unreadable,
      twins: this.#twins,
      spokenOf: { places: this.#places, languages: this.#languages },
    };
  }

  #sort(release: Release, digest: string): void {
    const { moment } = this.#options;
    const clearance = clear(release, moment);
    if (clearance.public && this.#known.has(release.id)) {
      this.#twins += 1;
      return;
    }
    if (clearance.public) this.#notePublic(clearance.release);
    let isHeldBack = false;
    for (const pile of this.#piles) isHeldBack = pile.add(release, clearance, digest) || isHeldBack;
    if (isHeldBack) this.#heldBack += 1;
  }

  /** What is derived is derived of the release as it went out, without notes of the house and what is still to come. */
  #notePublic(release: ClearedRelease): void {
    this.#known.add(release);
    for (const place of release.places) if (!this.#places.has(place)) this.#places.add(detached(place));
    if (!this.#languages.has(release.lang)) this.#languages.add(detached(release.lang));
    const update = effectiveUpdate(release, this.#options.moment.timezone);
    this.#newestPublicUpdate = laterMoment(this.#newestPublicUpdate, update);
  }
}

/** The release as this run may show it; undefined when it may not. */
function shown(release: Release, { moment, includeUnpublished }: GatherOptions): ClearedRelease | undefined {
  const clearance = clear(release, moment);
  if (clearance.public) return clearance.release;
  return includeUnpublished ? clearForStaff(release, moment) : undefined;
}

const keptIn: ReadonlySet<unknown> = new Set(statuses.filter((status) => status !== 'published'));

/** Whether a file that is no valid release at least says that it is not to go out. */
export function isKeptIn({ data }: Manuscript): boolean {
  return data !== undefined && keptIn.has(data['status']);
}

interface Chosen {
  readonly id: string;
  readonly path: string;
  readonly digest: string;
  readonly rank: Rank;
  readonly facts: ReleaseFacts;
}

class Pile {
  readonly #selection: Selection;
  readonly #options: GatherOptions & { readonly held: HeldReleases };
  readonly #chosen: Chosen[] = [];
  readonly #keys = new Set<string>();
  readonly #tombstones: Tombstone[] = [];

  constructor(selection: Selection, options: GatherOptions & { readonly held: HeldReleases }) {
    this.#selection = selection;
    this.#options = options;
  }

  /** Takes what the selection means and may be shown; returns whether it has to hold the release back. `digest` is that of its file. */
  add(release: Release, clearance: Clearance, digest: string): boolean {
    // What is not out yet of a public release, or is a note of the house, is found by no query.
    const seen = clearance.public ? clearance.release : release;
    if (!matches(this.#selection.condition, seen)) return false;
    const { moment, includeUnpublished } = this.#options;
    const tombstone = tombstoneOf(release, moment);
    if (tombstone !== undefined) this.#tombstones.push(tombstone);
    if (clearance.public) this.#choose(clearance.release, digest);
    else if (includeUnpublished) this.#choose(clearForStaff(release, moment), digest);
    else return true;
    return false;
  }

  /** `known` is everything public, once all of it has been read. */
  result(known: KnownReleases): Pick<Gathering, 'releases' | 'matched' | 'facts' | 'tombstones'> {
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

  #choose(release: ClearedRelease, digest: string): void {
    const { moment, held } = this.#options;
    const rank = rankOf(release, this.#selection.sort, moment.timezone);
    const kept = typeof rank === 'string' ? detached(rank) : rank;
    const [id, path] = [detached(release.id), release.path];
    this.#chosen.push({ id, path, digest, rank: kept, facts: factsOf(release, moment.timezone) });
    for (const key of Object.keys(release.data)) if (!this.#keys.has(key)) this.#keys.add(detached(key));
    held.keep(release);
  }
}

/** Newest first, one a name. What has come back under its old id is not gone. */
function noticesOf(tombstones: readonly Tombstone[], known: KnownReleases): Tombstone[] {
  const told = new Set<string>();
  return [...tombstones].sort(newestFirst).filter(({ id }) => {
    const isNews = !known.has(id) && !told.has(id);
    told.add(id);
    return isNews;
  });
}

function newestFirst(a: Tombstone, b: Tombstone): number {
  return b.date.epochMilliseconds - a.date.epochMilliseconds || compareText(a.id, b.id);
}

/** A tombstone exists exactly where a withdrawal of what had been public is on record, and its moment has come. */
export function tombstoneOf(release: Release, moment: Moment): Tombstone | undefined {
  if (release.status !== 'withdrawn' || !isMoment(moment)) return undefined;
  const told = release.corrections.flatMap(({ date: text, kind, note }) => {
    const written = parseReleaseDate(text);
    const date = written && asInstant(written, moment.timezone);
    return date !== undefined && isReached(date, moment) ? [{ written, date, kind, note }] : [];
  });
  const last = told.findLast(({ kind }) => kind === 'withdrawal');
  if (last?.written === undefined || !hadBeenPublic(release, last.written, moment.timezone)) return undefined;
  return { id: release.id, date: last.date, reason: withoutComments(last.note).trim(), version: 1 + told.length };
}

/** Whether date and embargo had passed when a release was withdrawn; a withdrawal dated by a day alone counts until that day's end. */
function hadBeenPublic(release: Release, withdrawn: CivilDate | Instant, timezone: string): boolean {
  const { date, embargo, suspectKeys } = release;
  // Under another name it was an embargo that nobody could read.
  if (suspectKeys.some(({ meant }) => meant === 'embargo')) return false;
  const start = instantOf(withdrawn, timezone).epochMilliseconds;
  const end = withdrawn.kind === 'date' ? start + MILLISECONDS_PER_DAY - 1 : start;
  if (date === undefined || !isReached(instantOf(date, timezone), { now: end })) return false;
  const until = embargo === undefined ? -Infinity : embargoInstant(embargo)?.epochMilliseconds;
  return until !== undefined && until <= end;
}

/** A day, as somebody wrote it by hand, is its first moment. */
function asInstant(written: CivilDate | Instant, timezone: string): Instant {
  if (written.kind === 'instant') return written;
  const { epochMilliseconds, offsetMinutes } = instantOf(written, timezone);
  return { kind: 'instant', epochMilliseconds, offsetMinutes, text: formatRfc3339(epochMilliseconds, offsetMinutes) };
}
