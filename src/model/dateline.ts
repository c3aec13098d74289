import type { DatelineWeekday } from './dateline-date.ts';
import type { Span } from './dateline-tokens.ts';
import type { DatelineReading } from './dateline-grammar.ts';
import { TokenStream } from './dateline-tokens.ts';
import { readDateline } from './dateline-grammar.ts';
import { plainDateline } from './dateline-plain.ts';

/**
 * Where and when a text says that it was issued. Offsets are UTF-16 offsets into the text that was parsed.
 *
 * Day, month and year are what stands there and may be no day of the calendar; each is absent where the text has none.
 */
export interface Dateline {
  /** As written, without marks of emphasis: `BAKU`; none where the dateline is a date alone. */
  readonly cities: readonly string[];
  readonly cityRanges: readonly Span[];
  /** What follows the place: `Calif.`, `Nova Scotia`. */
  readonly region?: string;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  readonly dateRange?: Span;
  readonly weekday?: DatelineWeekday;
  /** The news service, without its brackets: `PRNewswire`. */
  readonly wire?: string;
  /** What stands between the last of these and the text proper, blanks included. */
  readonly separator: string;
  readonly start: number;
  /** Where the text proper begins. */
  readonly end: number;
}

/** A dateline stands at the very beginning or after a short notice or caption; what lies farther on is not looked at. */
const WINDOW = 480;
const LAST_START = 400;
const MOST_STARTS = 24;

const LINE_OR_SENTENCE_END = /\n\s*|[.!?:)\]][*_]*[^\S\n]+/g;

/**
 * Finds the dateline with which a text begins, possibly after a notice or a caption; `undefined` when there is none, and
 * also when it is not certain that there is one: «Paris – the city of light» is a sentence.
 *
 * Any number of places, the forms of date of several languages, weekdays, regions, news services and separators are known.
 * Time and memory do not depend on the length of the text.
 */
export function parseDateline(text: string): Dateline | undefined {
  return plainDateline(text, skipBlanks(text.slice(0, WINDOW), 0)) ?? datelineByGrammar(text);
}

/** The same, whatever its form. */
export function datelineByGrammar(text: string): Dateline | undefined {
  const head = text.slice(0, WINDOW);
  const isCut = head.length < text.length;
  const first = parseFrom(head, skipBlanks(head, 0), isCut);
  if (first !== undefined && first.kind !== 'line') return first.dateline;
  // A dateline on a line of its own may be followed by the one that leads the text.
  const starts = first === undefined ? laterStarts(head) : [{ at: first.dateline.end, isLineStart: true }];
  for (const { at, isLineStart } of starts) {
    const found = parseFrom(head, at, isCut);
    if (found?.isPlain && (isLineStart || found.isInCapitals)) return found.dateline;
  }
  return first?.dateline;
}

interface Found {
  readonly dateline: Dateline;
  readonly kind: DatelineReading['ending'];
  /** Whether it is a dateline beyond doubt: place, date, dash. */
  readonly isPlain: boolean;
  readonly isInCapitals: boolean;
}

function parseFrom(head: string, start: number, isCut: boolean): Found | undefined {
  const tokens = new TokenStream(head, start, isCut);
  const reading = readDateline(tokens);
  if (reading === undefined) return undefined;
  const isPlain = reading.cities.length > 0 && reading.date?.day !== undefined && reading.ending === 'dash';
  return { dateline: assemble(tokens, reading), kind: reading.ending, isPlain, isInCapitals: reading.isInCapitals };
}

function assemble(tokens: TokenStream, reading: DatelineReading): Dateline {
  const { cities, region, date, wire, lastEnd, separatorEnd } = reading;
  const { start, end } = outerSpan(tokens, separatorEnd);
  return {
    cities: cities.map((city) => tokens.plain(city.start, city.end)),
    cityRanges: cities.map((city) => ({ start: city.start, end: city.end })),
    ...(region !== undefined && { region: tokens.plain(region.start, region.end) }),
    ...(date !== undefined && { dateRange: { start: date.start, end: date.end }, month: date.month }),
    ...(date?.day !== undefined && { day: date.day }),
    ...(date?.year !== undefined && { year: date.year }),
    ...(date?.weekday !== undefined && { weekday: date.weekday }),
    ...(wire !== undefined && { wire }),
    separator: tokens.plain(lastEnd, end),
    start,
    end,
  };
}

/** Takes in marks of emphasis that open before the dateline when they also close in it, and those that close right after. */
function outerSpan(tokens: TokenStream, separatorEnd: number): Span {
  const first = tokens.at(0).start;
  const closing = tokens.emphasis.find(({ start }) => start === separatorEnd);
  const inside = tokens.emphasis.filter(({ start }) => start < separatorEnd).length;
  const isClosedAfter = closing !== undefined && inside % 2 === 1;
  const isBalanced = isClosedAfter || inside % 2 === 0;
  const opening = isBalanced ? tokens.emphasis.find(({ end }) => end === first) : undefined;
  const end = skipBlanks(tokens.text, isClosedAfter ? closing.end : separatorEnd);
  return { start: opening?.start ?? first, end };
}

/** Where else a dateline may begin: at the start of a line, and in capitals after the end of a sentence or a bracket. */
function laterStarts(head: string): { at: number; isLineStart: boolean }[] {
  const starts: { at: number; isLineStart: boolean }[] = [];
  for (const { 0: mark, index } of head.slice(0, LAST_START).matchAll(LINE_OR_SENTENCE_END)) {
    starts.push({ at: index + mark.length, isLineStart: mark.startsWith('\n') });
    if (starts.length === MOST_STARTS) break;
  }
  return starts;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at).trim() === '') at += 1;
  return at;
}
