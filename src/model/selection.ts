/** From what a person asked for, in words, to which releases in which order. After `choose` nobody sees words. */
import type { DaySpan } from '../text/dates.ts';
import { nearest } from '../text/nearest.ts';
import { allOf, anyOf, canBeFound, notOf, type Condition, type ValueKey } from './condition.ts';
import { comparedDate, datesAreWritten, daysOf, type Comparison } from './date-condition.ts';
import { compareText } from './diagnostic.ts';
import { instantOf, type Moment } from './embargo.ts';
import { knownWord } from './known-words.ts';
import { foreignMark } from './foreign-marks.ts';
import { didYouMean, PressError } from './press-error.ts';
import { printCondition } from './print-condition.ts';
import { parseQuery } from './query.ts';
import type { QueryContext } from './query-values.ts';
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
  /** Queries of a saved feed, which everything else narrows. */
  readonly feed?: readonly string[];
  readonly sort?: string;
  readonly limit?: string;
  readonly offset?: string;
}

export interface Selection {
  readonly condition: Condition;
  /** The condition in pieces, each with the option that it came from; missing where nobody asked. */
  readonly asked?: readonly AskedPart[];
  /** The selection as one canonical query; empty when everything is chosen. */
  readonly filter: string;
  readonly sort: Sort;
  readonly limit: number | undefined;
  readonly offset: number;
}

/** What one option asked for. */
export interface AskedPart {
  /** `--field` */
  readonly option: string;
  readonly condition: Condition;
}

export const sortKeys = ['date', 'title', 'place', 'id'] as const;

export interface Sort {
  readonly key: (typeof sortKeys)[number];
  readonly descending: boolean;
}

export interface ChooseContext extends Moment {
  readonly taxonomy: Taxonomy;
  /** `YYYY-MM-DD` of the run. */
  readonly today: string;
  /** Names of the release types, where a misspelled one shall be noticed. */
  readonly types?: readonly string[];
}

/** What the words mean. Throws PressError for a word that means nothing. */
export function choose(wish: Wish, context: ChooseContext): Selection {
  const asked = [
    ...termParts(wish, context),
    ...dateParts(wish, context),
    ...valueParts(wish, context),
    ...textParts(wish.text),
    // A saved feed says itself what it means: «--exact» would let out what it excludes with everything narrower.
    ...queryParts('--feed', wish.feed ?? [], { ...context, exact: false }),
    ...queryParts('--where', wish.where, { ...context, exact: wish.exact }),
  ];
  const condition = allOf(asked.map((part) => part.condition));
  return {
    condition,
    asked,
    filter: printCondition(condition),
    sort: sortOf(wish.sort),
    limit: wish.limit === undefined ? undefined : wholeNumber('--limit', wish.limit),
    offset: wish.offset === undefined ? 0 : wholeNumber('--offset', wish.offset),
  };
}

function queryParts(option: string, queries: readonly string[], context: QueryContext): AskedPart[] {
  return queries.map((query) => ({ option, condition: parseQuery(query, context) }));
}

function termParts(wish: Wish, context: ChooseContext): AskedPart[] {
  const parts: AskedPart[] = [];
  for (const [facet, words] of wish.terms)
    for (const condition of anyTerm(facet, words, { wish, context })) parts.push({ option: `--${facet}`, condition });
  for (const [facet, words] of wish.notTerms)
    for (const unwanted of anyTerm(facet, words, { wish, context }))
      parts.push({ option: `--not-${facet}`, condition: notOf(unwanted) });
  return parts;
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

const valueKeys = ['place', 'lang', 'status', 'type'] as const satisfies readonly ValueKey[];

function valueParts(wish: Wish, { types }: ChooseContext): AskedPart[] {
  return valueKeys.flatMap((key) => {
    const parts = wish[key].map((word) => ({ kind: 'value' as const, key, value: knownWord(key, word, types) }));
    return parts.length === 0 ? [] : [{ option: `--${key}`, condition: anyOf(parts) }];
  });
}

/** Each word by itself; a dash between two words is none. */
function textParts(text: string | undefined): AskedPart[] {
  if (text === undefined) return [];
  const words = text.split(/\s+/).filter(canBeFound);
  for (const word of words) refuseForeignMarks(word);
  if (words.length > 0) return words.map((phrase) => ({ option: '--text', condition: { kind: 'text', phrase } }));
  throw new PressError('usage', `--text «${text}» has no letter and no digit in it.`, {
    hint: 'Name a word to look for.',
  });
}

function refuseForeignMarks(word: string): void {
  const mark = foreignMark(word);
  if (mark === undefined) return;
  const isLeftOut = mark === 'leaves-out';
  throw new PressError(
    'usage',
    `--text «${word}»: ${isLeftOut ? 'the sign leaves nothing out' : 'there is no wildcard'}.`,
    {
      hint: isLeftOut
        ? `Write --where 'NOT "${word.slice(1)}"' to leave something out.`
        : 'Write whole words; accents and capitals do not matter.',
    },
  );
}

function dateParts({ from, to }: Wish, context: ChooseContext): AskedPart[] {
  if (from !== undefined && to !== undefined && daysIn('--from', from).from > daysIn('--to', to).until) {
    throw new PressError('usage', `--from «${from}» is later than --to «${to}».`, { hint: 'Exchange the two.' });
  }
  return [
    ...(from === undefined ? [] : [datePart('--from', ['>=', from], context)]),
    ...(to === undefined ? [] : [datePart('--to', ['<=', to], context)]),
  ];
}

function datePart(option: string, [sign, text]: readonly [Comparison, string], { timezone }: ChooseContext): AskedPart {
  daysIn(option, text);
  return { option, condition: comparedDate({ key: 'date', timezone }, sign, text) };
}

function daysIn(option: string, text: string): DaySpan {
  const days = daysOf(text);
  if (days !== undefined) return days;
  throw new PressError('usage', `${option} «${text}» is no date.`, { hint: datesAreWritten });
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
export function rankOf(
  release: Pick<Release, 'id' | 'title' | 'date' | 'places'>,
  { key }: Sort,
  timezone: string,
): Rank {
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
