/** From a repository and a selection to the releases that may be shown: the one way that leads to an edition. */
import { matches } from '../model/condition.ts';
import { clear, clearForStaff, instantOf, type Clearance, type ClearedRelease, type Moment } from '../model/embargo.ts';
import { makeRelease } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { statuses, type Release } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import { arrange, type Selection } from '../model/selection.ts';
import type { Tombstone } from '../model/edition.ts';
import { formatRfc3339, parseReleaseDate, type CivilDate, type Instant } from '../text/dates.ts';

export interface Gathering {
  /** In the selection's order, cut to its limit. */
  readonly releases: readonly ClearedRelease[];
  readonly tombstones: readonly Tombstone[];
  /** Ids of everything public, chosen or not: what a release may refer to by name. */
  readonly publicIds: ReadonlySet<string>;
  /** Releases that the selection means and that are not public; they may be counted, never named. */
  readonly heldBack: number;
  /** Files that cannot be read as releases: nobody knows whether the selection means them. */
  readonly unreadable: number;
}

export interface GatherOptions {
  readonly moment: Moment;
  readonly includeUnpublished: boolean;
}

/** Reads the repository once and sorts what it finds into what may be shown and what may only be counted. */
export function gather(repository: Repository, selection: Selection, options: GatherOptions): Gathering {
  const pile = new Pile(selection, options);
  for (const manuscript of repository.manuscripts()) pile.add(manuscript, makeRelease(manuscript, repository));
  return pile.result();
}

const keptIn: ReadonlySet<unknown> = new Set(statuses.filter((status) => status !== 'published'));

/** Whether a file that is no valid release at least says that it is not to go out. */
function isKeptIn({ data }: Manuscript): boolean {
  return data !== undefined && keptIn.has(data['status']);
}

class Pile {
  readonly #selection: Selection;
  readonly #options: GatherOptions;
  readonly #cleared: ClearedRelease[] = [];
  readonly #tombstones: Tombstone[] = [];
  readonly #publicIds = new Set<string>();
  #heldBack = 0;
  #unreadable = 0;

  constructor(selection: Selection, options: GatherOptions) {
    this.#selection = selection;
    this.#options = options;
  }

  add(manuscript: Manuscript, release: Release | undefined): void {
    if (release === undefined) {
      // A draft with a slip in it is missed by nobody.
      if (!isKeptIn(manuscript)) this.#unreadable += 1;
      return;
    }
    const clearance = clear(release, this.#options.moment);
    if (clearance.public) this.#publicIds.add(release.id);
    if (matches(this.#selection.condition, release)) this.#judge(release, clearance);
  }

  result(): Gathering {
    const releases = arrange(this.#cleared, this.#selection, this.#options.moment.timezone);
    return {
      releases,
      tombstones: this.#tombstones,
      publicIds: this.#publicIds,
      heldBack: this.#heldBack,
      unreadable: this.#unreadable,
    };
  }

  #judge(release: Release, clearance: Clearance): void {
    const { moment, includeUnpublished } = this.#options;
    const tombstone = tombstoneOf(release, moment);
    if (tombstone !== undefined) this.#tombstones.push(tombstone);
    if (clearance.public) this.#cleared.push(clearance.release);
    else if (includeUnpublished) this.#cleared.push(clearForStaff(release, moment));
    else this.#heldBack += 1;
  }
}

/** A tombstone exists exactly where a withdrawal of what had been public is on record, and its moment has come. */
function tombstoneOf(release: Release, { now, timezone }: Moment): Tombstone | undefined {
  if (release.status !== 'withdrawn') return undefined;
  const entry = release.corrections.findLast((correction) => correction.kind === 'withdrawal');
  const written = entry === undefined ? undefined : parseReleaseDate(entry.date);
  if (entry === undefined || written === undefined) return undefined;
  const date = asInstant(written, timezone);
  return date.epochMilliseconds > now ? undefined : { id: release.id, date, reason: entry.note };
}

/** A day, as somebody wrote it by hand, is its first moment. */
function asInstant(written: CivilDate | Instant, timezone: string): Instant {
  if (written.kind === 'instant') return written;
  const { epochMilliseconds, offsetMinutes } = instantOf(written, timezone);
  return { kind: 'instant', epochMilliseconds, offsetMinutes, text: formatRfc3339(epochMilliseconds, offsetMinutes) };
}
