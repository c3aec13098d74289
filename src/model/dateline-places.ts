import { monthNumber } from '../text/months.ts';
import { parseDatelineDate } from './dateline-date.ts';
import { parseWire } from './dateline-ending.ts';
import type { Span, Token, TokenStream } from './dateline-tokens.ts';
import { ABBREVIATED_NAMES, HEADING_WORDS, JOINING_WORDS, NAME_PARTICLES, SENTENCE_OPENERS } from './dateline-words.ts';

/** One or more places that stand at one spot of a dateline; `next` is the piece after them. */
export interface DatelinePlaces {
  readonly cities: readonly Span[];
  /** Whether every one is written in capitals. */
  readonly isInCapitals: boolean;
  readonly next: number;
}

/** A state, province or country after a place. */
export interface DatelineRegion extends Span {
  readonly next: number;
}

interface Name extends Span {
  readonly isInCapitals: boolean;
  readonly next: number;
}

const MOST_WORDS = 6;
const MOST_PLACES = 6;

/** Reads `PLACE`, `PLACE/PLACE`, `PLACE & PLACE` and, in capitals, `PLACE and PLACE`; `undefined` when no place begins here. */
export function parsePlaces(tokens: TokenStream, at: number): DatelinePlaces | undefined {
  const names: Name[] = [];
  for (let next = at; names.length < MOST_PLACES; next += 1) {
    const name = parseName(tokens, next);
    if (name === undefined) break;
    names.push(name);
    next = name.next;
    if (!isJoint(tokens, next, name)) break;
  }
  const last = names.at(-1);
  if (last === undefined) return undefined;
  return { cities: names, isInCapitals: names.every(({ isInCapitals }) => isInCapitals), next: last.next };
}

/** Reads `Calif.`, `D.C.`, `Texas`, `New South Wales, Australia`; `undefined` when none begins here. */
export function parseRegion(tokens: TokenStream, at: number): DatelineRegion | undefined {
  const first = parseRegionName(tokens, at);
  if (first === undefined) return undefined;
  const second = tokens.at(first.next).kind === 'comma' ? parseRegionName(tokens, first.next + 1) : undefined;
  return second === undefined ? first : { start: first.start, end: second.end, next: second.next };
}

function parseName(tokens: TokenStream, at: number): Name | undefined {
  const opener = tokens.at(at);
  if (!beginsName(opener) || SENTENCE_OPENERS.has(opener.text.toLowerCase())) return undefined;
  let next = at;
  while (next - at < MOST_WORDS && continuesName(tokens, next, at)) {
    if (HEADING_WORDS.has(tokens.at(next).text.toLowerCase())) return undefined;
    next = afterNameWord(tokens, next);
  }
  if (continuesName(tokens, next, at)) return undefined;
  const span = { start: opener.start, end: tokens.at(next - 1).end };
  return { ...span, isInCapitals: isInCapitals(tokens.plain(span.start, span.end)), next };
}

function continuesName(tokens: TokenStream, at: number, first: number): boolean {
  const word = tokens.at(at);
  if (word.kind !== 'word' || isDateStart(tokens, at)) return false;
  if (at === first) return true;
  if (!word.gap && tokens.at(at - 1).kind !== 'dot') return false;
  if (beginsName(word)) return true;
  if (!NAME_PARTICLES.has(word.text)) return false;
  if (JOINING_WORDS.has(word.text) && isInCapitals(tokens.at(at - 1).text)) return false;
  const after = tokens.at(at + 1);
  return after.kind === 'word' && (beginsName(after) || NAME_PARTICLES.has(after.text));
}

function afterNameWord(tokens: TokenStream, at: number): number {
  const dot = tokens.at(at + 1);
  const isAbbreviated = dot.kind === 'dot' && !dot.gap && ABBREVIATED_NAMES.has(tokens.at(at).text.toLowerCase());
  return isAbbreviated && tokens.at(at + 2).kind === 'word' ? at + 2 : at + 1;
}

function isJoint(tokens: TokenStream, at: number, before: Name): boolean {
  const { kind, text, gap } = tokens.at(at);
  if (kind === 'slash') return !gap || parseWire(tokens, at) === undefined;
  if (kind === 'ampersand') return true;
  return kind === 'word' && before.isInCapitals && JOINING_WORDS.has(text);
}

function parseRegionName(tokens: TokenStream, at: number): DatelineRegion | undefined {
  if (!beginsName(tokens.at(at))) return undefined;
  let next = at;
  while (next - at < 2 * MOST_WORDS && continuesRegion(tokens, next, at)) next += 1;
  return next === at ? undefined : { start: tokens.at(at).start, end: tokens.at(next - 1).end, next };
}

function continuesRegion(tokens: TokenStream, at: number, first: number): boolean {
  const { kind, gap, text } = tokens.at(at);
  if (kind === 'dot') return !gap && at > first && tokens.at(at - 1).kind === 'word';
  if (kind !== 'word' || isDateStart(tokens, at)) return false;
  return beginsName({ kind, text }) || (at > first && NAME_PARTICLES.has(text));
}

/** Whether a word is a month's name with a number: «NEW YORK July 21», where the place ends before the month. */
function isDateStart(tokens: TokenStream, at: number): boolean {
  return monthNumber(tokens.at(at).text) !== undefined && parseDatelineDate(tokens, at) !== undefined;
}

/** Whether a word begins with a capital, or with a letter of a script that has none. */
function beginsName({ kind, text }: Pick<Token, 'kind' | 'text'>): boolean {
  if (kind !== 'word') return false;
  const first = text.slice(0, 1);
  return first === first.toUpperCase();
}

function isInCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
