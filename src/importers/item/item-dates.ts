/** When an item was issued and when it was changed, of everything that it says about it. */
import type { Contradiction, Stated } from '../../model/importer.ts';
import { compareCivil, parseCivilDate, parseInstant } from '../../text/dates.ts';
import { parseLenientMoment, type LenientMoment } from '../../text/lenient-moment.ts';
import { readDate } from '../page/stated-date.ts';

export interface ItemDates {
  readonly date: Stated | undefined;
  /** When it was last changed, if that was later. */
  readonly updated: Stated | undefined;
  readonly contradictions: readonly Contradiction[];
  readonly notes: readonly string[];
  readonly notCarried: readonly string[];
}

interface WrittenDates {
  /** What names the day of issue, the surest first. */
  readonly issued: readonly Stated[];
  /** What names the last change. */
  readonly changed: readonly Stated[];
}

interface ReadMoment extends LenientMoment {
  readonly origin: string;
}

/** The first date of issue that can be read. Where an item has none, the day of its last change stands in, and that is said. */
export function itemDates({ issued, changed }: WrittenDates): ItemDates {
  const all = [...issued, ...changed];
  const [first, ...others] = issued.flatMap(momentIn);
  const [change] = changed.flatMap(momentIn);
  const used = first ?? change;
  return {
    date: dateOf(first, change),
    updated: first === undefined || change === undefined || !isAfter(change, first) ? undefined : asStated(change),
    contradictions: used === undefined ? [] : [...rivalsOf(used, others), ...wrongWeekdays([used])],
    notes: [...onlyChanged(first, change), ...[used].flatMap(lostTime)],
    notCarried: all.filter((stated) => momentIn(stated).length === 0).map(unread),
  };
}

function momentIn({ value, origin }: Stated): ReadMoment[] {
  const moment = parseLenientMoment(value) ?? spelledOut(value);
  return moment === undefined ? [] : [{ ...moment, origin }];
}

/** «16 November 2009», «Monday, 16 November 2009, 14:00», «16.11.2009». */
function spelledOut(value: string): LenientMoment | undefined {
  const read = readDate(value);
  return read !== undefined && 'date' in read ? { value: read.date } : undefined;
}

function dateOf(issued: ReadMoment | undefined, change: ReadMoment | undefined): Stated | undefined {
  if (issued !== undefined) return asStated(issued);
  return change === undefined ? undefined : { ...asStated(change), confidence: 'likely' };
}

function asStated({ value, origin, lostTime: lost }: ReadMoment): Stated {
  return { value, origin, ...(lost !== undefined && { confidence: 'likely' as const }) };
}

function onlyChanged(issued: ReadMoment | undefined, change: ReadMoment | undefined): string[] {
  if (issued !== undefined || change === undefined) return [];
  return [`It says only when it was last changed (${change.origin}): that was taken for its date. Look whether it is.`];
}

function lostTime(moment: ReadMoment | undefined): string[] {
  if (moment?.lostTime === undefined) return [];
  return [`Of its date (${moment.origin}) the day alone was taken: ${moment.lostTime}.`];
}

function unread({ value, origin }: Stated): string {
  return `«${value.slice(0, 60)}» (${origin}), which is not certainly one day`;
}

function rivalsOf(used: ReadMoment, others: readonly ReadMoment[]): Contradiction[] {
  return others
    .filter(({ value }) => !mayBeOneDay(value, used.value))
    .map(({ value, origin }) => ({ key: 'date', value, origin }));
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function wrongWeekdays(moments: readonly ReadMoment[]): Contradiction[] {
  return moments.flatMap(({ wrongWeekday, origin, value }) =>
    wrongWeekday === undefined
      ? []
      : [{ key: 'date', value: `${weekdays[wrongWeekday]} ${value.slice(0, 10)}`, origin: `the weekday of ${origin}` }],
  );
}

const HOUR = 3_600_000;
const EAST = 14 * HOUR;
const WEST = 12 * HOUR;

/** Whether two dates can be of one day somewhere: a feed in UTC may be a day ahead of the dateline, or behind. */
export function mayBeOneDay(one: string, other: string): boolean {
  const [a, b] = [parseInstant(one), parseInstant(other)];
  if (a === undefined && b === undefined) return one === other;
  if (a !== undefined && b !== undefined) return Math.abs(a.epochMilliseconds - b.epochMilliseconds) <= EAST;
  const moment = (a ?? b)?.epochMilliseconds ?? 0;
  const start = parseInstant(`${a === undefined ? one : other}T00:00:00Z`)?.epochMilliseconds ?? 0;
  return moment >= start - EAST && moment < start + 24 * HOUR + WEST;
}

function isAfter({ value }: ReadMoment, other: ReadMoment): boolean {
  const [a, b] = [parseInstant(value), parseInstant(other.value)];
  if (a !== undefined && b !== undefined) return a.epochMilliseconds > b.epochMilliseconds;
  const [day, otherDay] = [parseCivilDate(value.slice(0, 10)), parseCivilDate(other.value.slice(0, 10))];
  return day !== undefined && otherDay !== undefined && compareCivil(day, otherDay) > 0;
}
