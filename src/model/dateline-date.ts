import { monthNumber, weekdayNumber } from '../text/months.ts';
import type { Span, Token, TokenStream } from './dateline-tokens.ts';
import { ORDINAL_ENDINGS, WORDS_BEFORE_DAY, WORDS_INSIDE_DATE, YEAR_MARKS } from './dateline-words.ts';

/** A day of the week as a dateline names it; `day` 0 = Sunday to 6 = Saturday. */
export interface DatelineWeekday extends Span {
  readonly word: string;
  readonly day: number;
}

/**
 * A date as a dateline writes it. The numbers are what stands there: 31 February comes out as such, for the reader to
 * judge. `start` and `end` leave out the weekday and what follows the year; `next` is the piece after the whole.
 */
export interface DatelineDate extends Span {
  readonly day: number | undefined;
  readonly month: number;
  readonly year: number | undefined;
  readonly weekday: DatelineWeekday | undefined;
  readonly next: number;
}

/** A reading of some pieces as day, month and year, before a weekday is put in front. */
interface Reading {
  readonly day: number | undefined;
  readonly month: number;
  readonly year: number | undefined;
  /** The last piece that belongs to the date itself. */
  readonly last: number;
  readonly next: number;
}

interface Year {
  readonly year: number;
  readonly at: number;
  readonly next: number;
}

/** Reads a date that begins at a piece; `undefined` when none does. */
export function parseDatelineDate(tokens: TokenStream, at: number): DatelineDate | undefined {
  const named = parseWeekday(tokens, at);
  const first = skipWords(tokens, named === undefined ? at : named.next, WORDS_BEFORE_DAY);
  const reading = parseReading(tokens, first);
  if (reading === undefined) return undefined;
  const { day, month, year, last, next } = reading;
  return { day, month, year, weekday: named?.weekday, start: tokens.at(first).start, end: tokens.at(last).end, next };
}

function parseReading(tokens: TokenStream, at: number): Reading | undefined {
  const { kind } = tokens.at(at);
  if (kind === 'number') return parseNumeric(tokens, at) ?? parseDayFirst(tokens, at);
  return kind === 'word' ? parseMonthFirst(tokens, at) : undefined;
}

function parseWeekday(tokens: TokenStream, at: number): { weekday: DatelineWeekday; next: number } | undefined {
  const { kind, text: word, start, end } = tokens.at(at);
  const day = kind === 'word' ? weekdayNumber(word) : undefined;
  if (day === undefined) return undefined;
  const afterDot = skipGluedDot(tokens, at + 1);
  const next = tokens.at(afterDot).kind === 'comma' ? afterDot + 1 : afterDot;
  return { weekday: { word, day, start, end }, next };
}

/** 2009-11-16 and 16.11.2009; never 11/16/2009, of which nobody can say which number is the month. */
function parseNumeric(tokens: TokenStream, at: number): Reading | undefined {
  const mark = tokens.at(at + 1).text;
  if (mark !== '-' && mark !== '.') return undefined;
  if (tokens.at(at + 3).text !== mark || isSpaced(tokens, at)) return undefined;
  const [yearAt, dayAt] = mark === '-' ? [at, at + 4] : [at + 4, at];
  const year = yearOf(tokens.at(yearAt));
  const month = numberOf(tokens.at(at + 2), 12);
  const day = numberOf(tokens.at(dayAt), 31);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return { day, month, year, last: at + 4, next: at + 5 };
}

function isSpaced(tokens: TokenStream, at: number): boolean {
  return [1, 2, 3, 4].some((distance) => tokens.at(at + distance).gap);
}

/** 16 November 2009, 16th of November, 16. November 2009, 30 март, 2016 г. */
function parseDayFirst(tokens: TokenStream, at: number): Reading | undefined {
  const day = numberOf(tokens.at(at), 31);
  if (day === undefined) return undefined;
  const monthAt = skipWords(tokens, skipGluedDot(tokens, skipOrdinal(tokens, at + 1)), WORDS_INSIDE_DATE);
  const month = monthOf(tokens.at(monthAt));
  if (month === undefined) return undefined;
  return closeWithYear(tokens, { day, month, last: monthAt, next: skipAbbreviationDot(tokens, monthAt + 1) });
}

/** November 16, 2009; Nov. 16; November 2009. */
function parseMonthFirst(tokens: TokenStream, at: number): Reading | undefined {
  const month = monthOf(tokens.at(at));
  if (month === undefined) return undefined;
  const dayAt = skipGluedDot(tokens, at + 1);
  const day = numberOf(tokens.at(dayAt), 31);
  if (day !== undefined)
    return closeWithYear(tokens, { day, month, last: dayAt, next: skipOrdinal(tokens, dayAt + 1) });
  const found = parseYear(tokens, dayAt);
  return found === undefined ? undefined : { day, month, year: found.year, last: found.at, next: found.next };
}

/** Adds the year, with what belongs to it, to a date of which day and month are read. */
function closeWithYear(tokens: TokenStream, { day, month, last, next }: Omit<Reading, 'year'>): Reading {
  const afterComma = tokens.at(next).kind === 'comma' ? next + 1 : next;
  const found = parseYear(tokens, skipWords(tokens, afterComma, WORDS_INSIDE_DATE));
  if (found === undefined) return { day, month, year: undefined, last, next };
  return { day, month, year: found.year, last: found.at, next: found.next };
}

function parseYear(tokens: TokenStream, at: number): Year | undefined {
  const year = yearOf(tokens.at(at));
  if (year === undefined) return undefined;
  const mark = tokens.at(at + 1);
  const isMarked = mark.kind === 'word' && YEAR_MARKS.has(mark.text.toLowerCase());
  return { year, at, next: isMarked ? skipAbbreviationDot(tokens, at + 2) : at + 1 };
}

function yearOf({ kind, text }: Token): number | undefined {
  if (kind !== 'number' || text.length !== 4) return undefined;
  const year = Number(text);
  return year >= 1000 && year < 3000 ? year : undefined;
}

function numberOf({ kind, text }: Token, most: number): number | undefined {
  if (kind !== 'number' || text.length > 2) return undefined;
  const number = Number(text);
  return number >= 1 && number <= most ? number : undefined;
}

function monthOf({ kind, text }: Token): number | undefined {
  return kind === 'word' ? monthNumber(text) : undefined;
}

function skipWords(tokens: TokenStream, at: number, words: ReadonlySet<string>): number {
  const { kind, text } = tokens.at(at);
  return kind === 'word' && words.has(text.toLowerCase()) ? at + 1 : at;
}

function skipOrdinal(tokens: TokenStream, at: number): number {
  const { kind, text, gap } = tokens.at(at);
  return kind === 'word' && !gap && ORDINAL_ENDINGS.has(text.toLowerCase()) ? at + 1 : at;
}

function skipGluedDot(tokens: TokenStream, at: number): number {
  const { kind, gap } = tokens.at(at);
  return kind === 'dot' && !gap ? at + 1 : at;
}

/** Passes a dot that ends an abbreviation; before anything that could begin a sentence it is a full stop and stays. */
function skipAbbreviationDot(tokens: TokenStream, at: number): number {
  const after = skipGluedDot(tokens, at);
  return ['number', 'comma', 'dash', 'open', 'close', 'slash'].includes(tokens.at(after).kind) ? after : at;
}
