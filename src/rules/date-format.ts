import { dateReadings, localTimeOf } from '../model/date-repair.ts';
import { dateTexts, isDate } from '../model/date-values.ts';
import { localTimeWords, type LocalTimeWords } from '../model/local-time-words.ts';
import type { Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { dateReplacement } from '../model/replacement.ts';
import { sampleRelease } from '../model/sample-release.ts';
import type { Settings } from '../model/settings.ts';
import { daysInMonth } from '../text/civil-calendar.ts';

/** `date`, `updated` and the dates of corrections: a day of the calendar, or an instant with offset (RFC 3339). */
export const dateFormat: Rule = {
  id: 'date-format',
  topic: 'dates',
  severity: 'error',
  isBinding: true,
  scope: 'manuscript',
  summary: 'A date is no day of the calendar, or is written in a way that can be misread.',
  mends: {
    safe: 'Writes a date that has one meaning alone, such as 16.11.2009, as year, month and day.',
    review: 'Adds the distance from UTC that the newsroom’s clocks had.',
  },
  why:
    'The date decides when a release is public and where it stands in every list. 11/12/2009 is one day in London and another in ' +
    'New York, and a time without its distance from UTC is a different moment in every office.',
  examples: [
    { wrong: sampleRelease({ updated: '2009-11-31' }), right: sampleRelease({ updated: '2009-11-30' }) },
    { wrong: sampleRelease({ updated: '17.11.2009' }), right: sampleRelease({ updated: '2009-11-17' }) },
    {
      wrong: sampleRelease({ updated: '2009-11-17 09:30' }),
      right: sampleRelease({ updated: '2009-11-17T09:30:00+04:00' }),
    },
  ],
  mayFind: ({ data }) => data !== undefined && dateTexts(data).some(({ text }) => !isDate(text)),
  *check(manuscript, { settings }): Generator<Finding> {
    const { data } = manuscript;
    if (data === undefined) return;
    for (const { path, text } of dateTexts(data)) {
      if (!isDate(text)) yield finding(text, placeOf(manuscript, path), settings);
    }
  },
};

const BEGINS_WITH_DAY = /^(\d{4})-(\d{2})-(\d{2})(?=$|[Tt\s])/;

function finding(text: string, place: Span, { timezone }: Settings): Finding {
  const readings = dateReadings(text);
  const [only] = readings;
  if (only !== undefined) return readable(text, place, readings);
  const day = BEGINS_WITH_DAY.exec(text);
  const impossible = day === null ? undefined : whyImpossible(day.slice(1).map(Number));
  if (impossible !== undefined)
    return { ...place, message: `${quoted(text)} is no day of the calendar.`, hint: impossible };
  const local = localTimeOf(text);
  const words = local === undefined ? undefined : localTimeWords(local, timezone);
  if (words !== undefined) return withoutOffset(text, place, words);
  if (day !== null)
    return {
      ...place,
      message: noMoment(text),
      hint: `${WHOLE_MOMENT}, such as ${day[0]}T09:30:00+01:00, or the day alone.`,
    };
  return { ...place, message: noDate(text), hint: `${WHOLE_DAY}, such as 2009-11-16.` };
}

const WHOLE_DAY = 'Write year, month and day in this order';
const WHOLE_MOMENT = 'Write day, time and distance from UTC';

function noDate(text: string): string {
  return `${quoted(text)} is no date that press can read.`;
}

function noMoment(text: string): string {
  return `${quoted(text)} is no moment that press can read.`;
}

/** What a person can read: the one meaning, or the two that it may have. */
function readable(text: string, place: Span, readings: readonly string[]): Finding {
  const [only = '', another] = readings;
  if (another !== undefined) {
    const message = `${quoted(text)} may be ${only} or ${another}.`;
    return { ...place, message, hint: 'Write the one that was meant.' };
  }
  const isMoment = only.length > 'YYYY-MM-DD'.length;
  return {
    ...place,
    message: isMoment ? noMoment(text) : noDate(text),
    hint: `${isMoment ? WHOLE_MOMENT : WHOLE_DAY}: ${only}.`,
    fix: dateReplacement(place, only, 'safe'),
  };
}

/** The newsroom's zone says which moment was probably meant, unless its clocks skipped that time or showed it twice. */
function withoutOffset(text: string, place: Span, { only, hint: readings }: LocalTimeWords): Finding {
  const message = noMoment(text);
  if (only === undefined) return { ...place, message, hint: readings };
  const hint = `${WHOLE_MOMENT}, such as ${only}, or the day alone.`;
  return { ...place, message, hint, fix: dateReplacement(place, only, 'review') };
}

function whyImpossible([year = 0, month = 0, day = 0]: readonly number[]): string | undefined {
  const length = daysInMonth(year, month);
  if (year === 0) return 'The years are 0001 to 9999.';
  if (length === 0) return 'The months are 01 to 12.';
  return day < 1 || day > length ? `That month has the days 01 to ${length}.` : undefined;
}
