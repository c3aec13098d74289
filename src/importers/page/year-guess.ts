/** Which year a text without one may be of: a guess for people, never a value. */
import { monthNumber } from '../../text/months.ts';
import { civilText, compareCivil, parseCivilDate, weekday, type CivilDate } from '../../text/dates.ts';
import type { DayAndMonth, Guess } from '../../model/importer.ts';

const WRITTEN_DATE =
  /(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th)?[^\S\n](?:of[^\S\n])?(\p{L}{3,12})\.?,?[^\S\n](\d{4})(?!\d)/gu;
const MOST_DATES = 200;

/**
 * The day that a release of this day and month was probably issued on: the first one after the latest full date in its text.
 *
 * That is sound when the text looks back, which nobody but a reader can know, unless the day of the week agrees as well.
 * Undefined when the text has no full date, when the day comes before the latest one, or when the weekday contradicts.
 */
export function guessDate(text: string, day: DayAndMonth): Guess | undefined {
  const latest = latestDate(text);
  if (latest === undefined) return undefined;
  const candidate = parseCivilDate(civilText({ ...day, year: latest.year }));
  if (candidate === undefined || compareCivil(candidate, latest) < 0) return undefined;
  if (day.weekday !== undefined && weekday(candidate) !== day.weekday) return undefined;
  const fits = day.weekday === undefined ? '' : ', and the day of the week fits';
  const reason = `it is the first such day after ${latest.text}, the latest full date in the text${fits}`;
  return { key: 'date', value: candidate.text, reason };
}

function latestDate(text: string): CivilDate | undefined {
  let latest: CivilDate | undefined;
  let count = 0;
  for (const [, day, word, year] of text.matchAll(WRITTEN_DATE)) {
    const month = monthNumber(word ?? '');
    const date =
      month === undefined ? undefined : parseCivilDate(civilText({ year: Number(year), month, day: Number(day) }));
    if (date !== undefined && (latest === undefined || compareCivil(date, latest) > 0)) latest = date;
    if ((count += 1) === MOST_DATES) break;
  }
  return latest;
}
