/**
 * The form that most datelines have, «BAKU, 16 November 2009 – », read at a glance. The grammar (`dateline-grammar.ts`) says the same of it,
 * and knows all the others.
 */
import { monthNumber, weekdayNumber } from '../text/months.ts';
import type { Dateline } from './dateline.ts';
import { HEADING_WORDS, SENTENCE_OPENERS } from './dateline-words.ts';

// Behind the dash two words that are no news service, which may stand there: «– Reuters – » or «– (OSCE) – ».
const FORM =
  /([A-Z]{2,20}(?: [A-Z]{2,20}){0,2}), ([1-9]|[12]\d|3[01]) ([A-Z][a-z]{2,8}) ([12]\d{3}) ([-–—]) (?=[A-Z][a-z]* [a-z]+(?:,| [A-Za-z]))/y;

/** The dateline of that form that begins at an offset; undefined for any other, which the grammar must look at. */
export function plainDateline(text: string, start: number): Dateline | undefined {
  FORM.lastIndex = start;
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [whole, city = '', day = '', monthWord = '', year = ''] = match;
  const month = monthNumber(monthWord);
  if (month === undefined || !city.split(' ').every(isOfName)) return undefined;
  const end = start + whole.length;
  const dateStart = start + city.length + ', '.length;
  const dateEnd = end - ' – '.length;
  return {
    cities: [city],
    cityRanges: [{ start, end: start + city.length }],
    dateRange: { start: dateStart, end: dateEnd },
    month,
    day: Number(day),
    year: Number(year),
    separator: text.slice(dateEnd, end),
    start,
    end,
  };
}

/** Not a month, a day of the week, or a word that begins a sentence or a heading. */
function isOfName(word: string): boolean {
  const small = word.toLowerCase();
  if (SENTENCE_OPENERS.has(small) || HEADING_WORDS.has(small)) return false;
  return monthNumber(word) === undefined && weekdayNumber(word) === undefined;
}
