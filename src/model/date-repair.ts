/** What somebody meant who wrote a day or a moment in another form than the one that press reads. */
import { civilText, parseInstant } from '../text/dates.ts';
import { dayOfWeek, type CalendarDay } from '../text/civil-calendar.ts';
import { parseDatelineDate } from './dateline-date.ts';
import { TokenStream } from './dateline-tokens.ts';
import { isDay } from './issue-day.ts';

const YEAR_FIRST = /^(\d{4})(?:([-/.\u2010-\u2015])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))$/u;
const YEAR_LAST = /^(\d{1,2})([-/.\u2010-\u2015])(\d{1,2})\2(\d{4})$/u;
const MOMENT =
  /^(\S{8,10})(?:[Tt]|[ ]+)(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?(?: ?([Zz]|UTC|GMT)| ?([+-]\d{2})(?::?(\d{2}))?)?$/;

const LONGEST = 60;

/**
 * Every reading of a text that was meant as a date: one where nothing can be misread, two for 03/04/2009, none for what is no
 * date. Days come as `YYYY-MM-DD`, moments in the form of RFC 3339; a time without distance from UTC is none of them.
 */
export function dateReadings(written: string): string[] {
  const text = written.trim();
  if (text === '' || text.length > LONGEST) return [];
  const days = [...numericDays(text), ...spelledDays(text)];
  if (days.length > 0) return [...new Set(days.map(civilText))];
  return [...new Set(momentsOf(text).filter((moment) => parseInstant(moment) !== undefined))];
}

/** The day and the time of the clock (`2009-11-16T09:30:00`) of a moment that lacks nothing but its distance from UTC. */
export function localTimeOf(written: string): string | undefined {
  const [, day = '', hour = '', minute, second = '00', utc, offset] = MOMENT.exec(written.trim()) ?? [];
  const [only, another] = numericDays(day);
  if (only === undefined || another !== undefined || utc !== undefined || offset !== undefined) return undefined;
  const local = `${civilText(only)}T${hour.padStart(2, '0')}:${minute}:${second}`;
  return parseInstant(`${local}Z`) === undefined ? undefined : local;
}

function momentsOf(text: string): string[] {
  const [, day = '', hour = '', minute, second = '00', utc, offset, minutes = '00'] = MOMENT.exec(text) ?? [];
  if (utc === undefined && offset === undefined) return [];
  const time = `${hour.padStart(2, '0')}:${minute}:${second}`;
  const distance = utc === undefined ? `${offset}:${minutes}` : 'Z';
  return numericDays(day).map((each) => `${civilText(each)}T${time}${distance}`);
}

function numericDays(text: string): CalendarDay[] {
  const first = YEAR_FIRST.exec(text);
  if (first !== null) {
    const [, year, , month = first[5], day = first[6]] = first;
    return [dayOf(year, month, day)].filter(isDay);
  }
  const [, one, , two, year] = YEAR_LAST.exec(text) ?? [];
  return year === undefined ? [] : [dayOf(year, two, one), dayOf(year, one, two)].filter(isDay);
}

function dayOf(year?: string, month?: string, day?: string): CalendarDay {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** «16 November 2009», «Monday, Nov. 16, 2009», «16 ноября 2009 г.»; not with a day of the week that it was not. */
function spelledDays(text: string): CalendarDay[] {
  const tokens = new TokenStream(text.endsWith('.') ? text.slice(0, -1) : text, 0, false);
  const date = parseDatelineDate(tokens, 0);
  if (date?.day === undefined || date.year === undefined || tokens.at(date.next).kind !== 'end') return [];
  const day = { year: date.year, month: date.month, day: date.day };
  if (!isDay(day) || (date.weekday !== undefined && date.weekday.day !== dayOfWeek(day))) return [];
  return [day];
}
