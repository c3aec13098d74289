/** When a post was issued: key before file name before dateline; where two differ, the other one is reported. */
import { parseDateline, type Dateline } from '../../../model/dateline.ts';
import type { Contradiction, DayAndMonth, Stated, Undecided } from '../../../model/importer.ts';
import { parseInstant } from '../../../text/dates.ts';
import { dated } from '../../page/stated-date.ts';
import { datePrecedence, plainKey } from './key-table.ts';
import type { PathFacts } from './path-facts.ts';
import { shown, type NamedKey, type StatedKeys } from './stated-keys.ts';
import { readWritten } from './written-date.ts';

export interface PostDates {
  readonly date: Stated | undefined;
  readonly dayAndMonth: Stated<DayAndMonth> | undefined;
  readonly updated: Stated | undefined;
  readonly dateline: Dateline | undefined;
  readonly contradictions: readonly Contradiction[];
  readonly undecided: readonly Undecided[];
  readonly notCarried: readonly string[];
  readonly changed: readonly string[];
}

interface Known {
  readonly keys: StatedKeys;
  readonly path: PathFacts;
  /** The text from its first paragraph on. */
  readonly opening: string;
  readonly now: number | undefined;
}

interface Candidate extends Stated {
  readonly name?: string;
}

/** Reads all dates of a post. */
export function postDates({ keys, path, opening, now }: Known): PostDates {
  const reading = new Reading(now);
  const stated = inOrder(keys.known.get('date') ?? []).flatMap((key) => reading.read(key));
  const made = (keys.known.get('made') ?? []).flatMap((key) => reading.read(key));
  const dateline = parseDateline(opening);
  const inText = dateInText(dateline, opening);
  const named: Candidate[] = path.day === undefined ? [] : [{ value: path.day, origin: path.dayOrigin }];
  const all: Candidate[] = [...stated, ...named, ...inText.full];
  const later = laterInFuture(stated, now);
  const date = later ?? all[0] ?? made[0];
  const updated = (keys.known.get('updated') ?? []).flatMap((key) => reading.read(key));
  const rivals = [...all, ...inText.odd].filter(
    (other) => other !== date && date !== undefined && dayOf(other) !== dayOf(date),
  );
  return {
    date: date === undefined ? undefined : { value: date.value, origin: date.origin },
    dayAndMonth: inText.partial,
    updated: laterThan(updated, date),
    dateline,
    contradictions: rivals.map(({ value, origin }) => ({ key: 'date', value, origin })),
    undecided: reading.undecided,
    notCarried: [
      ...reading.notCarried,
      ...earlierUpdates(updated, date),
      ...(all.length === 0 ? [] : made.map(madeOnly)),
    ],
    changed: reading.changed,
  };
}

function inOrder(keys: readonly NamedKey[]): NamedKey[] {
  const rank = ({ name }: NamedKey): number => datePrecedence.indexOf(plainKey(name));
  return [...keys].sort((a, b) => rank(a) - rank(b));
}

class Reading {
  readonly notCarried: string[] = [];
  readonly changed: string[] = [];
  readonly undecided: Undecided[] = [];
  readonly #now: number | undefined;

  constructor(now: number | undefined) {
    this.#now = now;
  }

  read({ name, value, origin }: NamedKey): Candidate[] {
    const { date, changed, time } = readWritten(value);
    if (date === undefined) {
      this.notCarried.push(`«${name}: ${shown(value)}» (no date that is certainly one day)`);
      return [];
    }
    if (changed !== undefined)
      this.changed.push(
        `«${name}»: ${changed}${time === undefined ? '' : ', without its time of day, which does not say how far from UTC it is'}.`,
      );
    if (time !== undefined && this.#mayBeAhead(date)) this.undecided.push(timeAhead({ name, value, origin }));
    return [{ value: date, origin, name }];
  }

  /** Two days are more than any clock is away from another. */
  #mayBeAhead(day: string): boolean {
    const start = parseInstant(`${day}T00:00:00Z`)?.epochMilliseconds ?? 0;
    return this.#now !== undefined && start > this.#now - 2 * 86_400_000;
  }
}

function timeAhead({ name, value, origin }: NamedKey): Undecided {
  return {
    key: name,
    value: shown(value),
    origin,
    message: `«${name}: ${shown(value)}» may lie ahead, and does not say how far from UTC its clock is.`,
    hint: 'Write the date with its distance from UTC, as in 2026-03-08T09:00:00+01:00.',
  };
}

/** A day ahead on which the source lets the post out counts before the day that it is dated with. */
function laterInFuture(stated: readonly Candidate[], now: number | undefined): Candidate | undefined {
  if (now === undefined) return undefined;
  return stated.find(({ value }) => startOf(value) > now);
}

function startOf(date: string): number {
  return parseInstant(date.length === 10 ? `${date}T00:00:00Z` : date)?.epochMilliseconds ?? 0;
}

function dayOf({ value }: Candidate): string {
  return value.slice(0, 10);
}

function laterThan(updated: readonly Candidate[], date: Candidate | undefined): Stated | undefined {
  const later = updated.filter((each) => date === undefined || dayOf(each) > dayOf(date));
  const [last] = [...later].sort((a, b) => startOf(b.value) - startOf(a.value));
  return last === undefined ? undefined : { value: last.value, origin: last.origin };
}

/** What was changed before it was issued, and nothing says otherwise, was not changed since. */
function earlierUpdates(updated: readonly Candidate[], date: Candidate | undefined): string[] {
  return updated
    .filter((each) => date !== undefined && dayOf(each) < dayOf(date))
    .map(({ name = 'updated', value }) => `«${name}: ${value}» (before the date of issue)`);
}

function madeOnly({ name = 'created', value }: Candidate): string {
  return `«${name}: ${value}» (when it was written; its date says when it was issued)`;
}

interface InText {
  readonly full: readonly Candidate[];
  readonly partial: PostDates['dayAndMonth'];
  /** A day that no calendar has: it is shown beside the one that was taken. */
  readonly odd: readonly Candidate[];
}

function dateInText(dateline: Dateline | undefined, opening: string): InText {
  const none: InText = { full: [], partial: undefined, odd: [] };
  if (dateline?.day === undefined || dateline.month === undefined || dateline.dateRange === undefined) return none;
  const { day, month, year, weekday, dateRange } = dateline;
  const read = dated({ day, month, year, weekday: weekday?.day });
  const origin = 'dateline';
  if (read === undefined) return { ...none, odd: [{ value: opening.slice(dateRange.start, dateRange.end), origin }] };
  if ('date' in read) return { ...none, full: [{ value: read.date, origin }] };
  return { ...none, partial: { value: read.dayAndMonth, origin } };
}
