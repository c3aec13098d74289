/** What a release must be to belong to a selection: one tree of conditions, whoever asked, in ids that the vocabulary knows. */
import { fold } from '../text/fold.ts';
import { within, type Period } from '../text/dates.ts';
import { withoutComments } from './embargo.ts';
import type { Release } from './release.ts';

export type ValueKey = 'place' | 'lang' | 'type' | 'status' | 'id';

export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | TermCondition
  | DateCondition
  | { readonly kind: 'value'; readonly key: ValueKey; readonly value: string }
  | TextCondition;

/** Days, `YYYY-MM-DD`: `from` and `until` belong to what is asked for, `after` and `before` do not. As asked for, in `words`. */
export interface DateCondition {
  readonly kind: 'date';
  readonly from?: string;
  readonly until?: string;
  readonly after?: string;
  readonly before?: string;
  readonly words: string;
}

/** Words that must follow each other in title, summary or body, or in the title alone. */
export interface TextCondition {
  readonly kind: 'text';
  readonly phrase: string;
  readonly only?: 'title';
}

export interface TermCondition {
  readonly kind: 'term';
  readonly facet: string;
  readonly property: string;
  /** The term that was asked for. */
  readonly id: string;
  readonly exact: boolean;
  /** Every id that counts, with the periods in which it does; none = always. */
  readonly counting: ReadonlyMap<string, readonly Period[]>;
}

/** Whether a release answers a condition. The plain truth that every index and fast path is tested against. */
export function matches(condition: Condition, release: Release): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => matches(part, release));
    case 'any':
      return condition.of.some((part) => matches(part, release));
    case 'not':
      return !matches(condition.of, release);
    case 'term':
      return hasTerm(condition, release);
    case 'date':
      return isDated(condition, release);
    case 'value':
      return hasValue(condition, release);
    case 'text':
      return hasPhrase(condition, release);
  }
}

function hasTerm({ property, counting }: TermCondition, release: Release): boolean {
  const ids = release.terms.get(property) ?? [];
  return ids.some((id) => {
    const periods = counting.get(id);
    return periods !== undefined && (periods.length === 0 || periods.some((period) => coversDate(period, release)));
  });
}

/** A membership counts at the release's date; where partial dates cannot decide, it does. */
function coversDate(period: Period, release: Release): boolean {
  return release.date === undefined || within(dayOf(release) ?? '', period) !== false;
}

function isDated({ from, until, after, before }: DateCondition, release: Release): boolean {
  const day = dayOf(release);
  if (day === undefined) return false;
  const isIn = (from === undefined || day >= from) && (until === undefined || day <= until);
  return isIn && (after === undefined || day > after) && (before === undefined || day < before);
}

/** The day of a release, `YYYY-MM-DD`, as written. */
export function dayOf(release: Release): string | undefined {
  return release.date?.text.slice(0, 10);
}

/** An id is itself or another one; everything else is what a person may have typed. */
function hasValue({ key, value }: { readonly key: ValueKey; readonly value: string }, release: Release): boolean {
  const values = valuesOf(release, key);
  return key === 'id' ? values.includes(value) : values.some((each) => fold(each) === fold(value));
}

function valuesOf(release: Release, key: ValueKey): readonly string[] {
  switch (key) {
    case 'place':
      return release.places;
    case 'lang':
      return [release.lang, release.lang.split('-')[0] ?? release.lang];
    case 'type':
      return [release.type];
    case 'status':
      return [release.status];
    case 'id':
      return [release.id];
  }
}

/** Whether there is anything in a phrase that could be looked for: a letter or a digit. */
export function canBeFound(phrase: string): boolean {
  return fold(phrase) !== '';
}

/** Comments in a body are no part of what the release says: nobody finds out by searching what stands in them. */
function hasPhrase({ phrase, only }: TextCondition, release: Release): boolean {
  const wanted = ` ${fold(phrase)} `;
  const texts =
    only === 'title' ? [release.title] : [release.title, release.summary ?? '', withoutComments(release.body)];
  return texts.some((text) => ` ${fold(text)} `.includes(wanted));
}

/** A condition as a query that means the same: canonical, with ids, fit to be an identity. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map((part) => grouped(part, condition.of.length > 1)).join(' AND ');
    case 'any':
      return condition.of.map((part) => grouped(part, condition.of.length > 1)).join(' OR ');
    case 'not':
      return `NOT ${grouped(condition.of, true)}`;
    case 'term':
      return `${condition.facet}${condition.exact ? '=' : ':'}${quoted(condition.id)}`;
    case 'date':
      return condition.words;
    case 'value':
      return `${condition.key}:${quoted(condition.value)}`;
    case 'text':
      return `${condition.only === undefined ? '' : `${condition.only}:`}${inQuotes(condition.phrase)}`;
  }
}

function grouped(part: Condition, inside: boolean): string {
  const several = (part.kind === 'all' || part.kind === 'any') && part.of.length > 1;
  return several && inside ? `(${printCondition(part)})` : printCondition(part);
}

function quoted(word: string): string {
  return /^[\p{L}\p{N}._/-]+$/u.test(word) ? word : inQuotes(word);
}

function inQuotes(phrase: string): string {
  return `"${phrase.replaceAll(/["\\]/g, '\\$&')}"`;
}
