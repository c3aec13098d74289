/** What becomes public by itself, and what waits for somebody although its day has come or is near. */
import { compareText } from '../model/diagnostic.ts';
import { instantOf, type Moment } from '../model/embargo.ts';
import type { EpochMilliseconds } from '../model/clock.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { publicnessOf, type PlacedReason, type Publicness, type PublicnessReason } from '../model/publicness.ts';
import type { Release, Status } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import { matches } from '../model/condition.ts';
import type { Selection } from '../model/selection.ts';
import type { Range } from '../model/text-range.ts';
import { MILLISECONDS_PER_DAY } from '../text/civil-calendar.ts';
import { dayInZone } from '../text/day-in-zone.ts';
import { detached } from '../text/detached.ts';
import { isKeptIn } from './gather.ts';

/** A release that nobody has to do anything for. */
export interface Coming {
  readonly id: string;
  readonly title: string;
  /** From the repository's root, with `/`. */
  readonly path: string;
  /** When it becomes public. */
  readonly turn: EpochMilliseconds;
  /** What it waits for last. */
  readonly waitsFor: 'date' | 'embargo';
  /** Where that stands. */
  readonly range: Range;
}

/** A release whose date has come, or comes soon, and that stays in until somebody does something. */
export interface Waiting {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly status: Status;
  /** The first thing that only a person can change. */
  readonly waitsFor: PublicnessReason['kind'];
  /** As written. */
  readonly date: string;
  readonly from: EpochMilliseconds;
}

export interface Outlook {
  /** Soonest first, ties by id; cut to the offset and limit of the selection. */
  readonly coming: readonly Coming[];
  /** How many there are before offset and limit. */
  readonly total: number;
  /** By date, ties by id. */
  readonly waiting: readonly Waiting[];
  /** Files that cannot be read as releases: nobody knows when they would come. */
  readonly unreadable: number;
}

export interface OutlookWish {
  readonly selection: Pick<Selection, 'condition' | 'offset' | 'limit'>;
  readonly moment: Moment;
  /** The last day that counts, `YYYY-MM-DD` in the newsroom's zone. */
  readonly until: string | undefined;
}

/** How near a date has to be for a release to be missed. */
export const DAYS_AHEAD = 14;

/** Reads the archive once, and keeps a few words of each release that is not public. */
export function lookAhead(repository: Repository, wish: OutlookWish): Outlook {
  const watch = new Watch(repository, wish);
  for (const manuscript of repository.manuscripts()) watch.see(manuscript);
  return watch.outlook();
}

class Watch {
  readonly #repository: Repository;
  readonly #wish: OutlookWish;
  readonly #coming: Coming[] = [];
  readonly #waiting: Waiting[] = [];
  /** Paths of what is public, by id: of two with one id the first goes out. */
  readonly #out = new Map<string, string>();
  #unreadable = 0;

  constructor(repository: Repository, wish: OutlookWish) {
    this.#repository = repository;
    this.#wish = wish;
  }

  see(manuscript: Manuscript): void {
    const id = manuscript.data?.['id'];
    const twin = typeof id === 'string' ? this.#out.get(id) : undefined;
    const publicness = publicnessOf(manuscript, this.#repository, { moment: this.#wish.moment, twin });
    const { release, reasons } = publicness;
    if (release === undefined) this.#unreadable += isKeptIn(manuscript) ? 0 : 1;
    else if (reasons.length === 0) this.#out.set(detached(release.id), release.path);
    else if (matches(this.#wish.selection.condition, release)) this.#note(release, publicness, manuscript);
  }

  outlook(): Outlook {
    const { offset, limit } = this.#wish.selection;
    const coming = this.#coming.sort((a, b) => a.turn - b.turn || compareText(a.id, b.id));
    return {
      coming: coming.slice(offset, limit === undefined ? undefined : offset + limit),
      total: coming.length,
      waiting: this.#waiting.sort((a, b) => a.from - b.from || compareText(a.id, b.id)),
      unreadable: this.#unreadable,
    };
  }

  #note(release: Release, { reasons, turn }: Publicness, { lines }: Manuscript): void {
    const { moment, until } = this.#wish;
    const names = { id: detached(release.id), title: detached(release.title), path: release.path };
    if (turn === undefined) {
      const waiting = waitingOf(release, reasons, moment);
      if (waiting !== undefined) this.#waiting.push({ ...names, ...waiting });
      return;
    }
    if (until !== undefined && dayInZone(turn, moment.timezone) > until) return;
    const last = reasons.findLast(({ reason }) => 'until' in reason && reason.until === turn);
    if (last === undefined) return;
    const waitsFor = last.reason.kind === 'embargo' ? 'embargo' : 'date';
    this.#coming.push({ ...names, turn, waitsFor, range: lines.range(last.place.start, last.place.end) });
  }
}

/** Undefined for what was withdrawn, has no date, or is not due for a while. */
function waitingOf(
  { status, date }: Release,
  reasons: readonly PlacedReason[],
  { now, timezone }: Moment,
): Pick<Waiting, 'status' | 'waitsFor' | 'date' | 'from'> | undefined {
  if (status === 'withdrawn' || date === undefined) return undefined;
  const from = instantOf(date, timezone).epochMilliseconds;
  if (from > now + DAYS_AHEAD * MILLISECONDS_PER_DAY) return undefined;
  const first = reasons.find(({ reason: { kind } }) => kind !== 'date' && kind !== 'embargo');
  return first === undefined ? undefined : { status, waitsFor: first.reason.kind, date: detached(date.text), from };
}
