/** Days in running text that are named with their day of the week: «Monday, 16 November», «16 November 2009 (Monday)». */
import { weekdayPattern } from '../text/calendar-spelling.ts';
import { weekdayNumber } from '../text/months.ts';
import { parseDatelineDate, type DatelineDate } from './dateline-date.ts';
import { TokenStream } from './dateline-tokens.ts';
import type { Span } from './manuscript.ts';

/** `start` and `end` are those of the word. The numbers are what stands there and may be no day of the calendar. */
export interface WeekdayDate extends Span {
  readonly word: string;
  /** 0 = Sunday to 6 = Saturday. */
  readonly weekday: number;
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
}

/** As far from a day of the week as its date may reach. */
export const LONGEST_DATE = 60;
// What makes two days of one: «Thursday and Friday, November 19 and 20».
const JOINTS: ReadonlySet<string> = new Set(
  '- – — / & , and or to till until through и или по до та або і et ou au und oder bis y o al e'.split(' '),
);

/** Every such day from an offset on, also in comments, in the order of the text. `language` has two letters. */
export function* weekdayDates(text: string, from: number, language: string): Generator<WeekdayDate> {
  const pattern = weekdayPattern(language);
  if (pattern === undefined) return;
  let before = from;
  for (const { start, end } of wordsOf(text, pattern, from)) {
    const isSecond = before > from && JOINTS.has(text.slice(before, start).trim().toLowerCase());
    before = end;
    const found =
      isSecond || isNewspaper(text, { start, end })
        ? undefined
        : (dateBehind(text, start) ?? dateBefore(text, { start, end }));
    if (found !== undefined) yield found;
  }
}

/** «The Sun, 5 May» is no Sunday. */
function isNewspaper(text: string, { start, end }: Span): boolean {
  return end - start <= 3 && text.slice(Math.max(0, start - 4), start).toLowerCase() === 'the ';
}

function wordsOf(text: string, pattern: RegExp, from: number): Span[] {
  const words: Span[] = [];
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    words.push({ start: match.index, end: match.index + match[0].length });
  return words;
}

/** «Monday, 16 November 2009»; no day of several, of which nobody can say to which the weekday belongs. */
function dateBehind(text: string, at: number): WeekdayDate | undefined {
  const tokens = new TokenStream(text.slice(at, at + LONGEST_DATE), 0, at + LONGEST_DATE < text.length);
  const date = parseDatelineDate(tokens, 0);
  if (date?.weekday === undefined || date.day === undefined) return undefined;
  const { kind, text: mark } = tokens.at(date.next);
  const isJoined = kind === 'dash' || kind === 'slash' || JOINTS.has(mark.toLowerCase());
  if (date.year === undefined && kind !== 'comma' && isJoined && tokens.at(date.next + 1).kind === 'number')
    return undefined;
  const { start, end } = date.weekday;
  return named(text, { start: start + at, end: end + at }, date);
}

/** «16 November 2009 (Monday)». */
function dateBefore(text: string, word: Span): WeekdayDate | undefined {
  if (text.charAt(word.start - 1) !== '(' || !/[).]/.test(text.charAt(word.end))) return undefined;
  const first = Math.max(0, word.start - 1 - LONGEST_DATE);
  const before = text
    .slice(first, word.start - 1)
    .trimEnd()
    .replace(/\.$/, '');
  for (const { index } of before.matchAll(/(?<![\p{L}\d.])[\p{L}\d]+/gu)) {
    // What is cut off in the middle would be another number.
    if (index === 0 && first > 0) continue;
    const tokens = new TokenStream(before, index, false);
    const date = parseDatelineDate(tokens, 0);
    if (date !== undefined && tokens.at(date.next).kind === 'end')
      return date.weekday === undefined ? named(text, word, date) : undefined;
  }
  return undefined;
}

function named(text: string, { start, end }: Span, { day, month, year }: DatelineDate): WeekdayDate | undefined {
  const word = text.slice(start, end);
  const weekday = weekdayNumber(word);
  return day === undefined || weekday === undefined ? undefined : { start, end, word, weekday, day, month, year };
}
