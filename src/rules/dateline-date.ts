import { bodyDateline, type BodyDateline } from '../model/body-dateline.ts';
import type { FrontMatter } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { parseCivilDate, parseReleaseDate, weekday, type CivilDate } from '../text/dates.ts';
import type { Settings } from '../model/settings.ts';
import { dayInZone } from '../text/day-in-zone.ts';

/** What the dateline leaves out is not judged: many have no year. */
export const datelineDate: Rule = {
  id: 'dateline-date',
  topic: 'dates',
  severity: 'warning',
  scope: 'manuscript',
  summary: 'The dateline names another day than the front matter.',
  why:
    'The date decides when a release is public and where it stands in every list; the dateline is what journalists quote. When the ' +
    'release was put off, one of the two was forgotten.',
  examples: [
    {
      wrong: sampleRelease({}, 'BAKU, 17 November 2009 - A course for election observers opened in Baku today.\n'),
      right: sampleRelease({}, 'BAKU, 16 November - A course for election observers opened in Baku today.\n'),
    },
  ],
  *check(manuscript, { settings }): Generator<Finding> {
    const days = manuscript.data === undefined ? [] : daysOf(manuscript.data, settings);
    const found = days.length === 0 ? undefined : bodyDateline(manuscript);
    const range = found?.dateline.dateRange;
    if (found === undefined || range === undefined) return;
    const meant = days.find((day) => agrees(found, day));
    if (meant !== undefined) yield* wrongWeekday(found, meant);
    else {
      const place = found.inFile(range);
      const written = manuscript.text.slice(place.start, place.end);
      const message = `The dateline says ${quoted(written)}, and the release is dated ${days[0]?.text ?? ''}.`;
      yield { ...place, message, hint: 'Put one of the two right.' };
    }
  },
};

/** The day that is written, and for an instant also the one that the newsroom's clock showed. */
function daysOf(data: FrontMatter, settings: Settings): CivilDate[] {
  const value: unknown = data['date'];
  const date = typeof value === 'string' ? parseReleaseDate(value) : undefined;
  if (date === undefined) return [];
  const texts =
    date.kind === 'date' ? [date.text] : [date.text.slice(0, 10), dayInZone(date.epochMilliseconds, settings.timezone)];
  return texts.flatMap((text) => parseCivilDate(text) ?? []);
}

function agrees({ dateline }: BodyDateline, date: CivilDate): boolean {
  const { year = date.year, month = date.month, day = date.day } = dateline;
  return year === date.year && month === date.month && day === date.day;
}

function* wrongWeekday({ dateline, inFile }: BodyDateline, date: CivilDate): Generator<Finding> {
  const named = dateline.weekday;
  if (named === undefined || dateline.day === undefined || named.day === weekday(date)) return;
  yield {
    ...inFile(named),
    message: `${date.text} is no ${quoted(named.word)}.`,
    hint: 'Put the day of the week right, or the date.',
  };
}
