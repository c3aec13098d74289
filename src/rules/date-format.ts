import { dateTexts, isDate } from '../model/date-values.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { daysInMonth } from '../text/civil-calendar.ts';

/** `date`, `updated` and the dates of corrections: a day of the calendar, or an instant with offset (RFC 3339). */
export const dateFormat: Rule = {
  id: 'date-format',
  topic: 'dates',
  severity: 'error',
  isBinding: true,
  scope: 'manuscript',
  summary: 'A date is no day of the calendar, or is written in a way that can be misread.',
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
  *check(manuscript): Generator<Finding> {
    const { data } = manuscript;
    if (data === undefined) return;
    for (const { path, text } of dateTexts(data)) {
      if (!isDate(text)) yield { ...placeOf(manuscript, path), ...sentence(text) };
    }
  },
};

const BEGINS_WITH_DAY = /^(\d{4})-(\d{2})-(\d{2})(?=$|[T\s])/;

function sentence(text: string): { message: string; hint: string } {
  const day = BEGINS_WITH_DAY.exec(text);
  if (day === null) {
    const hint = 'Write year, month and day in this order, such as 2009-11-16.';
    return { message: `${quoted(text)} is no date that press can read.`, hint };
  }
  const impossible = whyImpossible(day.slice(1).map(Number));
  if (impossible !== undefined) return { message: `${quoted(text)} is no day of the calendar.`, hint: impossible };
  const hint = `Write day, time and distance from UTC, such as ${day[0]}T09:30:00+01:00, or the day alone.`;
  return { message: `${quoted(text)} is no moment that press can read.`, hint };
}

function whyImpossible([year = 0, month = 0, day = 0]: readonly number[]): string | undefined {
  const length = daysInMonth(year, month);
  if (year === 0) return 'The years are 0001 to 9999.';
  if (length === 0) return 'The months are 01 to 12.';
  return day < 1 || day > length ? `That month has the days 01 to ${length}.` : undefined;
}
