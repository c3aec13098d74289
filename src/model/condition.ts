/** What a release must be to belong to a selection: one tree of conditions, whoever asked, in ids that the vocabulary knows. */
import { fold, foldRunning, mayHoldWord } from '../text/fold.ts';
import { formatRfc3339, within, type Period } from '../text/dates.ts';
import { effectiveUpdate } from './effective-update.ts';
import type { Moment } from './embargo.ts';
import { withoutComments } from './house-notes.ts';
import type { Release } from './release.ts';
import { isInState, standsIn, type PresenceKey, type ReleaseState } from './release-state.ts';

export type ValueKey = 'place' | 'lang' | 'type' | 'status' | 'id';
export type DateKey = 'date' | 'updated';

export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | TermCondition
  | FiledCondition
  | { readonly kind: 'has'; readonly key: PresenceKey }
  | StateCondition
  | DateCondition
  | { readonly kind: 'value'; readonly key: ValueKey; readonly value: string }
  | TextCondition;

/**
 * Days, `YYYY-MM-DD`: `from` and `until` belong to what is asked for, `after` and `before` do not. `words` is the canonical
 * spelling. `updated` asks for the effective update, which depends on where a day begins: the IANA zone.
 */
export interface DateCondition {
  readonly kind: 'date';
  readonly key: DateKey;
  readonly from?: string;
  readonly until?: string;
  readonly after?: string;
  readonly before?: string;
  readonly words: string;
  readonly timezone: string;
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

/** Any word at all under the key of a facet. */
export interface FiledCondition {
  readonly kind: 'filed';
  readonly facet: string;
  readonly property: string;
}

/** What a release is at the moment of the run, which is no part of the question as printed. */
export interface StateCondition {
  readonly kind: 'state';
  readonly state: ReleaseState;
  readonly moment: Moment;
}

/** All of some conditions. A group within a group of its kind is one group, and one condition alone is itself. */
export function allOf(parts: readonly Condition[]): Condition {
  return together('all', parts);
}

/** Any of some conditions, simplified like `allOf`. */
export function anyOf(parts: readonly Condition[]): Condition {
  return together('any', parts);
}

/** The opposite of a condition; the opposite of an opposite is the condition. */
export function notOf(condition: Condition): Condition {
  return condition.kind === 'not' ? condition.of : { kind: 'not', of: condition };
}

function together(kind: 'all' | 'any', parts: readonly Condition[]): Condition {
  const of = parts.flatMap((part) => (part.kind === kind ? part.of : [part]));
  const [only, another] = of;
  return only !== undefined && another === undefined ? only : { kind, of };
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
      return hasTerm(condition, release.terms, dayOf(release));
    case 'filed':
      return release.terms.has(condition.property);
    case 'has':
      return standsIn(condition.key, release);
    case 'state':
      return isInState(condition.state, release, condition.moment);
    case 'date':
      return isDated(condition, condition.key === 'date' ? dayOf(release) : dayOfUpdate(release, condition.timezone));
    case 'value':
      return hasValue(condition, valuesOf(release, condition.key));
    case 'text':
      return hasPhrase(condition, release);
  }
}

/** Whether a release of a day (`YYYY-MM-DD`) with these terms has what is asked for. */
export function hasTerm(
  { property, counting }: TermCondition,
  terms: Release['terms'],
  day: string | undefined,
): boolean {
  const ids = terms.get(property) ?? [];
  return ids.some((id) => {
    const periods = counting.get(id);
    return periods !== undefined && (periods.length === 0 || periods.some((period) => coversDay(period, day)));
  });
}

/** A membership counts at the release's date; where partial dates cannot decide, it does. */
function coversDay(period: Period, day: string | undefined): boolean {
  return day === undefined || within(day, period) !== false;
}

/** Whether a day (`YYYY-MM-DD`) is one that is asked for. */
export function isDated({ from, until, after, before }: DateCondition, day: string | undefined): boolean {
  if (day === undefined) return false;
  const isIn = (from === undefined || day >= from) && (until === undefined || day <= until);
  return isIn && (after === undefined || day > after) && (before === undefined || day < before);
}

/** The day of a release, `YYYY-MM-DD`, as written. */
export function dayOf(release: Release): string | undefined {
  return release.date?.text.slice(0, 10);
}

/** The day of the effective update, in the offset that it was written with. */
function dayOfUpdate(release: Release, timezone: string): string | undefined {
  const update = effectiveUpdate(release, timezone);
  return update === undefined
    ? undefined
    : formatRfc3339(update.epochMilliseconds, update.offsetMinutes).slice(0, 'YYYY-MM-DD'.length);
}

/** Whether one of the values is what is asked for. An id is itself or another one; everything else is what a person may have typed. */
export function hasValue(
  { key, value }: { readonly key: ValueKey; readonly value: string },
  values: readonly string[],
): boolean {
  if (key === 'id') return values.includes(value);
  const wanted = foldedValue(value);
  // A language is meant with all its scripts and regions (RFC 4647 §3.3.1).
  return values.map(fold).some((each) => each === wanted || (key === 'lang' && each.startsWith(`${wanted} `)));
}

const MOST_WORDS = 10_000;

/** What was asked for is asked of every release: it is folded for the first one. */
function remembering(how: (text: string) => string): (text: string) => string {
  const words = new Map<string, string>();
  return (text) => {
    const known = words.get(text);
    if (known !== undefined) return known;
    if (words.size >= MOST_WORDS) words.clear();
    const result = how(text);
    words.set(text, result);
    return result;
  };
}

const foldedValue = remembering(fold);
const foldedPhrase = remembering(foldRunning);

function valuesOf(release: Release, key: ValueKey): readonly string[] {
  switch (key) {
    case 'place':
      return release.places;
    case 'lang':
      return [release.lang];
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
  return foldRunning(phrase) !== '';
}

function hasPhrase({ phrase, only }: TextCondition, release: Release): boolean {
  const words = foldedPhrase(phrase);
  if (isRefusedAtAGlance(release, words)) return false;
  const texts = foldedTexts(release);
  return (only === 'title' ? [texts.title] : texts.all).some((text) => text.includes(` ${words} `));
}

const glancedAt = new WeakSet<Release>();

/** Whether the longest of the words is surely in no text, for the first words that a release is asked for: most searches end here. */
function isRefusedAtAGlance(release: Release, words: string): boolean {
  if (glancedAt.has(release)) return false;
  glancedAt.add(release);
  const longest = words.split(' ').reduce((one, other) => (other.length > one.length ? other : one));
  return !textsOf(release).some((text) => mayHoldWord(text, longest));
}

// A query of a thousand words looks at each release a thousand times.
const folded = new WeakMap<Release, FoldedTexts>();

interface FoldedTexts {
  readonly title: string;
  readonly all: readonly string[];
}

/** Title, summary and body. Comments in a body are no part of what the release says: no search finds what stands in them. */
function textsOf({ title, summary = '', body }: Release): string[] {
  return [title, summary, body].map(withoutComments);
}

function foldedTexts(release: Release): FoldedTexts {
  const known = folded.get(release);
  if (known !== undefined) return known;
  const all = textsOf(release).map((text) => ` ${foldRunning(text)} `);
  const texts = { title: all[0] ?? '', all };
  folded.set(release, texts);
  return texts;
}
