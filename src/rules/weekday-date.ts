import { bodyDateline, type BodyDateline } from '../model/body-dateline.ts';
import { daysApart, isDay, issueDays, statesDay } from '../model/issue-day.ts';
import { outlineOf } from '../model/body-outline.ts';
import { listOf } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { LONGEST_DATE, weekdayDates, type WeekdayDate } from '../model/weekday-dates.ts';
import { weekdayLike, weekdayName } from '../text/calendar-spelling.ts';
import { civilText, weekday, type CivilDate } from '../text/dates.ts';
import type { CalendarDay } from '../text/civil-calendar.ts';
import { primaryLanguage } from '../text/language-tag.ts';

// A day without a year lies within ten months of the release; farther off another year is meant.
const FARTHEST = 300;

/** In the language of the release. A dateline whose day is another than the release's is left to the rules about that. */
export const weekdayDate: Rule = {
  id: 'weekday-date',
  topic: 'dates',
  severity: 'warning',
  scope: 'manuscript',
  summary: 'A date in the text is given the wrong day of the week.',
  mends: {
    review: 'Puts the right day of the week in the place of the wrong one, where the language does not inflect it.',
  },
  why:
    'Readers who want to come look at the day of the week and at the number, and believe one of the two. When both do not fit, half ' +
    'of them stand before a closed door.',
  examples: [
    {
      wrong: sampleRelease({}, 'BAKU, 16 November 2009 - A course opens in Baku on Wednesday, 19 November.\n'),
      right: sampleRelease({}, 'BAKU, 16 November 2009 - A course opens in Baku on Thursday, 19 November.\n'),
    },
  ],
  mayFind: (manuscript) => manuscript.data !== undefined && mayNameDay(manuscript),
  *check(manuscript, { settings }): Generator<Finding> {
    const { data, text, bodyStart } = manuscript;
    if (data === undefined) return;
    const [lang = settings.language] = listOf(data, 'lang');
    const language = primaryLanguage(lang);
    const days = issueDays(data, settings);
    const dateline = bodyDateline(manuscript);
    if (dateline !== undefined) yield* inDateline(dateline, days, language);
    const start = dateline === undefined ? bodyStart : dateline.inFile(dateline.dateline).end;
    for (const named of weekdayDates(text, start, language)) {
      const day = dayMeant(named, days[0]);
      if (day !== undefined && weekday(day) !== named.weekday && isRead(manuscript, named))
        yield finding(named, day, language);
    }
  },
};

/** A day of the week in the dateline, or behind it a number, without which no day is named. */
function mayNameDay(manuscript: Manuscript): boolean {
  const dateline = bodyDateline(manuscript);
  if (dateline === undefined || dateline.dateline.weekday !== undefined) return true;
  DIGIT.lastIndex = dateline.inFile(dateline.dateline).end;
  if (DIGIT.test(manuscript.text)) return true;
  // «… 16 November (Monday)»: whether the day belongs to the dateline or not.
  const { end } = dateline.inFile(dateline.dateline);
  return manuscript.text.slice(end - 1, end + LONGEST_DATE).includes('(');
}

const DIGIT = /[0-9]/g;

function* inDateline(
  { dateline, inFile }: BodyDateline,
  days: readonly CivilDate[],
  language: string,
): Generator<Finding> {
  const meant = days.find((day) => statesDay(dateline, day));
  const { weekday: named } = dateline;
  if (named === undefined || dateline.day === undefined || meant === undefined) return;
  if (named.day !== weekday(meant)) yield finding({ ...inFile(named), word: named.word }, meant, language);
}

/** Notes of the house, code and addresses are nothing that readers read. */
function isRead(manuscript: Manuscript, { start, end, word }: WeekdayDate): boolean {
  return outlineOf(manuscript).proseAt({ start, end }) === word;
}

function finding(
  { start, end, word }: Pick<WeekdayDate, 'start' | 'end' | 'word'>,
  day: CalendarDay,
  language: string,
): Finding {
  const right = weekday(day);
  const other = weekdayLike(word, right, language);
  return {
    start,
    end,
    message: `${civilText(day)} is a ${weekdayName(right, 'en')}, not ${quoted(word)}.`,
    hint:
      other === undefined
        ? 'Put the day of the week or the date right.'
        : `Write ${quoted(other)}, or put the date right.`,
    ...(other === undefined
      ? {}
      : { fix: { title: `Write ${other}`, safety: 'review', edits: [{ start, end, text: other }] } }),
  };
}

/** The day that is named; without a year the one nearest to the release. Undefined when it is none, or may be right in another year. */
function dayMeant(
  { weekday: written, day, month, year }: WeekdayDate,
  issued: CivilDate | undefined,
): CalendarDay | undefined {
  if (year !== undefined) return isDay({ year, month, day }) ? { year, month, day } : undefined;
  if (issued === undefined) return undefined;
  const possible = [issued.year, issued.year - 1, issued.year + 1]
    .map((each) => ({ year: each, month, day }))
    .filter((each) => isDay(each) && daysApart(each, issued) <= FARTHEST)
    .sort((one, other) => daysApart(one, issued) - daysApart(other, issued));
  return possible.some((each) => weekday(each) === written) ? undefined : possible[0];
}
