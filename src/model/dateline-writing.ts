import type { CalendarDay } from '../text/civil-calendar.ts';
import { primaryLanguage } from '../text/language-tag.ts';
import { monthInDate } from '../text/months.ts';

/** What the dateline of a new release says: its places as they are spelt in running text, its day, and its language. */
export interface DatelineFacts {
  readonly places: readonly string[];
  readonly date: CalendarDay;
  /** A language tag; a language whose months are not known here gets English ones. */
  readonly lang: string;
}

type DateForm = (day: number, month: string, year: number) => string;

const PLAIN_FORM: DateForm = (day, month, year) => `${day} ${month} ${year}`;

const DATE_FORMS: ReadonlyMap<string, DateForm> = new Map<string, DateForm>([
  ['ru', (day, month, year) => `${day} ${month} ${year} года`],
  ['uk', (day, month, year) => `${day} ${month} ${year} року`],
  ['mk', (day, month, year) => `${day} ${month} ${year} година`],
  ['sr', (day, month, year) => `${day}. ${month} ${year}.`],
  ['bg', (day, month, year) => `${day} ${month} ${year} г.`],
  ['de', (day, month, year) => `${day}. ${month} ${year}`],
  ['es', (day, month, year) => `${day} de ${month} de ${year}`],
]);

/**
 * The dateline of a release, with the separator at its end: `BAKU, 16 November 2009 - `, in Russian
 * `БАКУ, 16 ноября 2009 года - `. Several places are divided by `/`; without any it is the date alone.
 *
 * `parseDateline` reads it back.
 */
export function datelineFor({ places, date, lang }: DatelineFacts): string {
  const language = knownForm(lang);
  const cities = places.map((place) => place.toLocaleUpperCase(language)).join('/');
  return `${cities === '' ? '' : `${cities}, `}${dateInDateline(date, lang)} - `;
}

/** A day as the dateline of a language has it: `16 November 2009`, `16 ноября 2009 года`. */
export function dateInDateline(date: CalendarDay, lang: string): string {
  const language = knownForm(lang);
  const known = monthInDate(date.month, language);
  const form = known === undefined ? PLAIN_FORM : (DATE_FORMS.get(language) ?? PLAIN_FORM);
  return form(date.day, known ?? monthInDate(date.month, 'en') ?? '', date.year);
}

function knownForm(tag: string): string {
  const primary = primaryLanguage(tag);
  return /^[a-z]{2,3}$/.test(primary) ? primary : 'en';
}
