/** Dates as people read them. */
import type { CivilDate, Instant } from '../../../text/dates.ts';
import { civilOf } from '../../../text/dates.ts';
import { monthByItself, monthInDate } from '../../../text/months.ts';
import { primaryLanguage } from '../../../text/language-tag.ts';

/** `16 November 2009`; a time as it was written follows, `14:30 (UTC+05:00)`. In Russian or English. */
export function shownDate(date: CivilDate | Instant, lang: string): string {
  const { year, month, day } = date.kind === 'date' ? date : civilOf(date);
  const shown = `${day} ${monthInDate(month, primaryLanguage(lang)) ?? ''} ${year}`;
  if (date.kind === 'date') return shown;
  return `${shown}, ${date.text.slice(11, 16)} (UTC${date.text.endsWith('Z') ? '' : date.text.slice(-6)})`;
}

/** A date as the `datetime` attribute of HTML takes it: seconds have three decimals at most there. */
export function machineDate(date: CivilDate | Instant): string {
  return date.text.replace(/(\.\d{3})\d+/, '$1');
}

/** `November 2009` of `2009-11`; in English where the months of a language (BCP 47) are not known. */
export function shownMonth(month: string, lang: string): string {
  const number = Number(month.slice(5, 7));
  const name = monthByItself(number, primaryLanguage(lang)) ?? monthByItself(number, 'en') ?? '';
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${Number(month.slice(0, 4))}`;
}
