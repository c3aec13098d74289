/** A date as a page's own list writes it. */
import { parseDatelineDate } from '../../model/dateline-date.ts';
import { TokenStream } from '../../model/dateline-tokens.ts';
import type { DayAndMonth } from '../../model/importer.ts';
import { civilText, parseReleaseDate } from '../../text/dates.ts';

/** All of a date as `YYYY-MM-DD` or instant, or a day without its year. */
export type ReadDate = { readonly date: string } | { readonly dayAndMonth: DayAndMonth };

const LONGEST = 80;

/**
 * Reads «16 November 2009», «Monday, 16 November 2009, 14:00», «16.11.2009», an ISO date or an instant with offset.
 *
 * Undefined for everything that is not certainly one day: «11/12/2009», «November 2009», 31 February.
 */
export function readDate(written: string): ReadDate | undefined {
  const text = written.trim();
  const exact = parseReleaseDate(text);
  if (exact !== undefined) return { date: exact.text };
  if (text.length > LONGEST) return undefined;
  const tokens = new TokenStream(text, 0, false);
  const found = parseDatelineDate(tokens, 0);
  if (found?.day === undefined || !isTimeOfDay(text.slice(found.end))) return undefined;
  return dated({ day: found.day, month: found.month, year: found.year, weekday: found.weekday?.day });
}

interface DateNumbers {
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
  /** 0 = Sunday. */
  readonly weekday: number | undefined;
}

/** The date of numbers that were read somewhere; undefined when the calendar has no such day. */
export function dated({ day, month, year, weekday }: DateNumbers): ReadDate | undefined {
  if (year === undefined) return { dayAndMonth: { day, month, ...(weekday !== undefined && { weekday }) } };
  const date = parseReleaseDate(civilText({ year, month, day }));
  return date === undefined ? undefined : { date: date.text };
}

/** What may follow a date without changing the day: «г.», a time, «(local time)». */
function isTimeOfDay(rest: string): boolean {
  return /^\s*(?:г(?:ода|\.)?)?[\s,|–-]*(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?(?:\s?\p{L}{1,5})?\s*$/u.test(rest);
}
