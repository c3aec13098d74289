/** Another month or day of the week in the place of one that stands in a text, spelt in the same way. */
import { calendarWords, type CalendarWords } from './months.ts';

// Their days of the week are inflected, and the form cannot be told from the word alone.
const INFLECTED: ReadonlySet<string> = new Set(['ru', 'uk', 'mk', 'sr', 'bg']);

const ASCII = /^[A-Za-z]+$/;

const weekdayPatterns = new Map<string, RegExp | undefined>();

/** A global pattern for the days of the week of a language (two letters), whatever their case; undefined for a language not known here. */
export function weekdayPattern(language: string): RegExp | undefined {
  if (!weekdayPatterns.has(language)) weekdayPatterns.set(language, makeWeekdayPattern(language));
  return weekdayPatterns.get(language);
}

function makeWeekdayPattern(language: string): RegExp | undefined {
  const words = calendarWords(language)?.weekdays.flat();
  if (words === undefined) return undefined;
  const any = words.map((word) => word.replace("'", "['’]")).join('|');
  return words.every((word) => ASCII.test(word))
    ? new RegExp(String.raw`\b(?:${any})\b`, 'gi')
    : new RegExp(String.raw`(?<!\p{L})(?:${any})(?!\p{L})`, 'giu');
}

/** What a day of the week (0 = Sunday to 6 = Saturday) is called in a language; in English where that is not known here. */
export function weekdayName(day: number, language: string): string {
  return (calendarWords(language) ?? calendarWords('en'))?.weekdays[day]?.[0] ?? '';
}

/** A day of the week, long or short and in capitals as `word` is; undefined where that cannot be told. */
export function weekdayLike(word: string, day: number, language: string): string | undefined {
  return INFLECTED.has(language) ? undefined : spelledLike(word, day, calendarWords(language)?.weekdays);
}

/** A month (1 to 12), long or short, inflected and in capitals as `word` is; undefined where that cannot be told. */
export function monthLike(word: string, month: number, language: string): string | undefined {
  return spelledLike(word, month - 1, calendarWords(language)?.months);
}

function spelledLike(word: string, index: number, names: CalendarWords['months'] | undefined): string | undefined {
  const wanted = word.toLowerCase();
  for (const spellings of names ?? []) {
    const form = spellings.findIndex((spelling) => spelling.toLowerCase() === wanted);
    const found = form === -1 ? undefined : names?.[index]?.[form];
    if (found !== undefined) return inCaseOf(word, found);
  }
  return undefined;
}

function inCaseOf(word: string, other: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return other.toUpperCase();
  const first = other.charAt(0);
  return (word.charAt(0) === word.charAt(0).toUpperCase() ? first.toUpperCase() : first.toLowerCase()) + other.slice(1);
}
