import { instantOf } from '../model/embargo.ts';
import { bodyDateline } from '../model/body-dateline.ts';
import { releaseDay } from '../model/date-values.ts';
import type { Manuscript, OffsetFix, Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import type { EpochMilliseconds } from '../model/clock.ts';
import { dayFromEpoch, MILLISECONDS_PER_DAY } from '../text/civil-calendar.ts';
import { civilText, formatRfc3339, parseReleaseDate, type CivilDate, type Instant } from '../text/dates.ts';
import { distance } from '../text/nearest.ts';
import { isThinkableYear, yearAt } from '../model/thinkable-year.ts';

// Slips are looked for among the years in which somebody may have written the release.
const OLDEST_GUESS = 1990;

const course = (date: string): string =>
  sampleRelease({ date, place: undefined, source: 'secretariat' }, 'A course for election observers opens today.\n');

/** Under an embargo a coming date is no news. A year that cannot be meant is told whatever the status. */
export const dateFuture: Rule = {
  id: 'date-future',
  topic: 'dates',
  severity: 'info',
  scope: 'manuscript',
  usesClock: true,
  summary: 'A published release is dated in the future, or a date lies absurdly far off.',
  mends: { review: 'Puts the year that was meant in the place of one that cannot be right.' },
  why:
    'A published release with a coming date goes out by itself when the day begins, while nobody is looking; that may be meant or not. ' +
    'A year such as 2206 or 0209 is a slip of the finger: the release would wait for centuries, or be sorted to the very end.',
  examples: [
    {
      wrong: { [samplePath.replaceAll('2009', '2209')]: course('2209-11-16') },
      right: { [samplePath]: course('2009-11-16') },
    },
  ],
  mayFind: ({ data }, { now }) => {
    const day = releaseDay(data);
    return day !== undefined && (!isThinkableYear(Number(day.slice(0, 4)), now) || !isLongPast(day, now));
  },
  *check(manuscript, { settings: { timezone }, now }): Generator<Finding> {
    const { data } = manuscript;
    const written: unknown = data?.['date'];
    const date = typeof written === 'string' ? parseReleaseDate(written) : undefined;
    if (data === undefined || date === undefined) return;
    if (!isThinkableYear(Number(date.text.slice(0, 4)), now)) yield absurd(manuscript, date, now);
    else if (data['status'] === 'published' && !Object.hasOwn(data, 'embargo') && !isLongPast(date.text, now)) {
      const { epochMilliseconds, offsetMinutes } = instantOf(date, timezone);
      if (epochMilliseconds <= now) return;
      yield {
        ...placeOf(manuscript, ['date']),
        message: `The release becomes public by itself on ${formatRfc3339(epochMilliseconds, offsetMinutes)}.`,
        hint: 'If that is meant, nothing is to be done; «status: hold» keeps it in.',
      };
    }
  },
};

/** Spares asking for the zone: nowhere on earth is it two days later than in UTC. */
function isLongPast(day: string, now: EpochMilliseconds): boolean {
  return day.slice(0, 10) < civilText(dayFromEpoch(Math.floor(now / MILLISECONDS_PER_DAY) - 2));
}

function absurd(manuscript: Manuscript, date: CivilDate | Instant, now: EpochMilliseconds): Finding {
  const year = date.text.slice(0, 4);
  const place = placeOf(manuscript, ['date']);
  const meant = yearMeant(manuscript, date, now);
  return {
    ...place,
    severity: 'warning',
    message: `The release is dated ${date.text.slice(0, 10)}: the year ${year} can hardly be right.`,
    hint: meant === undefined ? 'Put the year right.' : `Was ${meant} meant?`,
    ...(meant === undefined ? {} : yearFix(manuscript.text, place, { wrong: date.text, year: meant })),
  };
}

/** The year of the file’s name, of its folder or of the dateline; else the only one that is a slip of the finger away. */
function yearMeant(manuscript: Manuscript, { text }: CivilDate | Instant, now: EpochMilliseconds): string | undefined {
  const [folder = '', name = ''] = manuscript.path.split('/').slice(-2);
  const witnesses = [
    /^(\d{4})-/.exec(name)?.[1],
    /^\d{4}$/.exec(folder)?.[0],
    String(bodyDateline(manuscript)?.dateline.year ?? ''),
  ];
  const stated = witnesses.find((year) => year !== undefined && isThinkableYear(Number(year), now));
  return stated ?? nearYear(text.slice(0, 4), yearAt(now) + 1);
}

function nearYear(wrong: string, last: number): string | undefined {
  const near: string[] = [];
  for (let year = OLDEST_GUESS; year <= last; year += 1)
    if (distance(wrong, String(year)) === 1) near.push(String(year));
  return near.length === 1 ? near[0] : undefined;
}

/** Changes the four digits alone, where they stand as they are read. */
function yearFix(
  text: string,
  place: Span,
  { wrong, year }: { readonly wrong: string; readonly year: string },
): { fix?: OffsetFix } {
  const start = text.indexOf(wrong, place.start);
  if (start === -1 || start + wrong.length > place.end) return {};
  return { fix: { title: `Write ${year}`, safety: 'review', edits: [{ start, end: start + 4, text: year }] } };
}
