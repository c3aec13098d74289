/** From what a person asked for, in words, to which releases in which order. After `choose` nobody sees words. */
import { parsePartialDate } from '../text/dates.ts';
import { nearest } from '../text/nearest.ts';
import { canBeFound, printCondition, type Condition, type ValueKey } from './condition.ts';
import { compareText } from './diagnostic.ts';
import { instantOf } from './embargo.ts';
import { didYouMean, PressError } from './press-error.ts';
import { parseQuery } from './query.ts';
import { checkWord } from './known-words.ts';
import type { Release } from './release.ts';
import type { Facet, Taxonomy } from './taxonomy.ts';
import { termCondition } from './term-condition.ts';

/** The words of the selection options. */
export interface Wish {
  /** Facet name → what any of must be there. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  /** Facet name → what none of may be there. */
  readonly notTerms: ReadonlyMap<string, readonly string[]>;
  readonly exact: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly place: readonly string[];
  readonly lang: readonly string[];
  readonly status: readonly string[];
  readonly type: readonly string[];
  readonly text?: string;
  readonly where: readonly string[];
  readonly sort?: string;
  readonly limit?: string;
  readonly offset?: string;
}

export interface Selection {
  readonly condition: Condition;
  /** The selection as one canonical query; empty when everything is chosen. */
  readonly filter: string;
  readonly sort: Sort;
  readonly limit: number | undefined;
  readonly offset: number;
}

export const sortKeys = ['date', 'title', 'place', 'id'] as const;

export interface Sort {
  readonly key: (typeof sortKeys)[number];
  readonly descending: boolean;
}

export interface ChooseContext {
  readonly taxonomy: Taxonomy;
  /** `YYYY-MM-DD` of the run. */
  readonly today: string;
  /** Names of the release types, where a misspelled one shall be noticed. */
  readonly types?: readonly string[];
}

/** What the words mean. Throws PressError for a word that means nothing. */
export function choose(wish: Wish, context: ChooseContext): Selection {
  const conditions = [
    ...termConditions(wish, context),
    ...dateConditions(wish),
    ...valueConditions('place', wish.place),
    ...valueConditions('lang', wish.lang),
    ...valueConditions('status', checked('status', wish.status, context)),
    ...valueConditions('type', checked('type', wish.type, context)),
    ...textConditions(wish.text),
    ...wish.where.map((query) => parseQuery(query, { ...context, exact: wish.exact })),
  ];
  const condition: Condition = conditions.length === 1 ? (conditions[0] as Condition) : { kind: 'all', of: conditions };
  return {
    condition,
    filter: printCondition(condition),
    sort: sortOf(wish.sort),
    limit: wish.limit === undefined ? undefined : wholeNumber('--limit', wish.limit),
    offset: wish.offset === undefined ? 0 : wholeNumber('--offset', wish.offset),
  };
}

function termConditions(wish: Wish, context: ChooseContext): Condition[] {
  const conditions: Condition[] = [];
  for (const [name, words] of wish.terms) conditions.push(...anyTerm(name, words, { wish, context }));
  for (const [name, words] of wish.notTerms) {
    for (const of of anyTerm(name, words, { wish, context })) conditions.push({ kind: 'not', of });
  }
  return conditions;
}

function anyTerm(
  name: string,
  words: readonly string[],
  { wish, context }: { readonly wish: Wish; readonly context: ChooseContext },
): Condition[] {
  const facet = context.taxonomy.facets.get(name) as Facet;
  const parts = words.map((word) => termCondition(word, { ...context, facet, exact: wish.exact }));
  return parts.length === 0 ? [] : [anyOf(parts)];
}

function anyOf(parts: readonly Condition[]): Condition {
  return parts.length === 1 ? (parts[0] as Condition) : { kind: 'any', of: parts };
}

function valueConditions(key: ValueKey, values: readonly string[]): Condition[] {
  return values.length === 0 ? [] : [anyOf(values.map((value) => ({ kind: 'value', key, value })))];
}

/** Each word by itself; a dash between two words is none. */
function textConditions(text: string | undefined): Condition[] {
  if (text === undefined) return [];
  const words = text.split(/\s+/).filter(canBeFound);
  if (words.length > 0) return words.map((phrase) => ({ kind: 'text', phrase }));
  throw new PressError('usage', `--text «${text}» has no letter and no digit in it.`, {
    hint: 'Name a word to look for.',
  });
}

function dateConditions({ from, to }: Wish): Condition[] {
  if (from !== undefined && to !== undefined && dateSpan('--from', from).from > dateSpan('--to', to).until) {
    throw new PressError('usage', `--from «${from}» is later than --to «${to}».`, { hint: 'Exchange the two.' });
  }
  const conditions: Condition[] = [];
  if (from !== undefined)
    conditions.push({ kind: 'date', from: dateSpan('--from', from).from, words: `date>=${from}` });
  if (to !== undefined) conditions.push({ kind: 'date', until: dateSpan('--to', to).until, words: `date<=${to}` });
  return conditions;
}

function dateSpan(option: string, text: string): { readonly from: string; readonly until: string } {
  const span = parsePartialDate(text);
  if (span !== undefined && span !== 'unknown') return span;
  throw new PressError('usage', `${option} «${text}» is no date.`, { hint: 'Write 2009, 2009-11 or 2009-11-16.' });
}

function checked(key: ValueKey, words: readonly string[], { types }: ChooseContext): readonly string[] {
  for (const word of words) checkWord(key, word, types);
  return words;
}

function sortOf(text: string | undefined): Sort {
  if (text === undefined) return { key: 'date', descending: true };
  const descending = text.startsWith('-');
  const key = descending ? text.slice(1) : text;
  const known = sortKeys.find((each) => each === key);
  if (known !== undefined) return { key: known, descending };
  const hint = didYouMean(nearest(key, sortKeys)) ?? `Sort by ${sortKeys.join(', ')}; with «-» in front, backwards.`;
  throw new PressError('usage', `--sort «${text}»: releases cannot be sorted by that.`, { hint });
}

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new PressError('usage', `${option} «${text}» is no whole number.`, { hint: 'Write a number such as 20.' });
}

/** What a release is sorted by: milliseconds for `date`, a text for everything else. */
export type Rank = number | string;

/** The rank of a release in an order; a draft without a date comes after every date. */
export function rankOf(release: Release, { key }: Sort, timezone: string): Rank {
  if (key === 'date')
    return release.date === undefined ? Infinity : instantOf(release.date, timezone).epochMilliseconds;
  return key === 'place' ? (release.places[0] ?? '') : release[key];
}

/** Puts what was chosen in the order of a selection, ties by id, and cuts offset and limit. */
export function arrange<Item extends { readonly id: string; readonly rank: Rank }>(
  items: readonly Item[],
  { sort, offset, limit }: Pick<Selection, 'sort' | 'offset' | 'limit'>,
): Item[] {
  const sign = sort.descending ? -1 : 1;
  const sorted = [...items].sort((a, b) => sign * compareRanks(a.rank, b.rank) || compareText(a.id, b.id));
  return sorted.slice(offset, limit === undefined ? undefined : offset + limit);
}

/** Ranks of one order are all of one kind. */
function compareRanks(a: Rank, b: Rank): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}
