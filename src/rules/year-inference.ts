import { bodyDateline } from '../model/body-dateline.ts';
import { dayInNeighbouringYear, issueDays, statesDay } from '../model/issue-day.ts';
import { otherDateline } from '../model/other-dateline.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import { dateReplacement } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { civilText } from '../text/dates.ts';

const release = (date: string): string =>
  sampleRelease(
    { id: '2010-01-04-observer-course', date },
    'BAKU, 28 December - A course for election observers opened in Baku today.\n',
  );

/** Only around the turn of the year; every other difference is for `dateline-date`. */
export const yearInference: Rule = {
  id: 'year-inference',
  topic: 'dates',
  severity: 'warning',
  scope: 'manuscript',
  summary: 'A dateline without a year names a day of the year before or after the release’s date.',
  mends: { review: 'Puts the day of the dateline, in the year in which it lies nearest, in the place of the date.' },
  why:
    'Around New Year nobody can tell which year such a dateline means. Whoever files the release under the year of its date makes ' +
    '28 December a day of the future.',
  examples: [
    {
      wrong: { 'releases/2010/2010-01-04-observer-course.md': release('2010-01-04') },
      right: { 'releases/2009/2009-12-28-observer-course.md': release('2009-12-28') },
    },
  ],
  mayFind: (manuscript, { settings }) => otherDateline(manuscript, settings) !== undefined,
  *check(manuscript, { settings }): Generator<Finding> {
    const { data, text } = manuscript;
    const days = data === undefined ? [] : issueDays(data, settings);
    const [issued] = days;
    const found = issued === undefined ? undefined : bodyDateline(manuscript);
    const range = found?.dateline.dateRange;
    if (issued === undefined || found === undefined || range === undefined) return;
    if (days.some((day) => statesDay(found.dateline, day))) return;
    const meant = dayInNeighbouringYear(found.dateline, issued);
    if (meant === undefined) return;
    const place = found.inFile(range);
    const written = quoted(text.slice(place.start, place.end));
    const day = civilText(meant);
    yield {
      ...place,
      message: `The dateline says ${written} without a year, and the release is dated ${issued.text}.`,
      hint: `The nearest such day is ${day}: put «date» right, or write the day of issue and its year in the dateline.`,
      ...(issued.text === data?.['date'] ? { fix: dateReplacement(placeOf(manuscript, ['date']), day, 'review') } : {}),
    };
  },
};
