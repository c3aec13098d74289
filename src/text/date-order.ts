/** What is sure about the order of dates that may be known by year or month alone (`2005`, `2005-03`), or not at all. */
import { daysSinceEpoch } from './civil-calendar.ts';
import { parseCivilDate, parsePartialDate, type DaySpan } from './dates.ts';

/** A bound of a period as it is written; undefined for none. */
type Bound = string | undefined;

/** Whether every day that the first may mean lies before every day that the second may mean. */
export function isSurelyBefore(first: Bound, second: Bound): boolean {
  const [a, b] = [daysOf(first), daysOf(second)];
  return a !== undefined && b !== undefined && a.until < b.from;
}

/** Whether at least one day surely lies between the two: 2005 and 2006 are neighbours, 2005 and 2007 are not. */
export function isSurelyApart(first: Bound, second: Bound): boolean {
  const [a, b] = [daysOf(first), daysOf(second)];
  if (a === undefined || b === undefined || a.until >= b.from) return false;
  return dayNumber(b.from) - dayNumber(a.until) > 1;
}

/** Whether the second surely begins no later than the first ends, both days counted. */
export function isSurelyWithin(end: Bound, begin: Bound): boolean {
  const [a, b] = [daysOf(end), daysOf(begin)];
  return a !== undefined && b !== undefined && b.until <= a.from;
}

function daysOf(bound: Bound): DaySpan | undefined {
  const span = bound === undefined ? undefined : parsePartialDate(bound);
  return span === 'unknown' ? undefined : span;
}

function dayNumber(day: string): number {
  const date = parseCivilDate(day);
  return date === undefined ? Number.NaN : daysSinceEpoch(date);
}
