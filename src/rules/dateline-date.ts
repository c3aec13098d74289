import { bodyDateline, type BodyDateline } from '../model/body-dateline.ts';
import { rewrittenDate } from '../model/date-rewriting.ts';
import { dayInNeighbouringYear, isDay, issueDays, statesDay } from '../model/issue-day.ts';
import { listOf } from '../model/make-release.ts';
import type { Manuscript, OffsetFix } from '../model/manuscript.ts';
import { otherDateline } from '../model/other-dateline.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import { dateReplacement } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { civilText, type CivilDate } from '../text/dates.ts';
import { primaryLanguage } from '../text/language-tag.ts';
import { fileNameOf } from '../text/file-name-form.ts';

/** What the dateline leaves out is not judged: many have no year. Around the turn of a year that is for `year-inference`. */
export const datelineDate: Rule = {
  id: 'dateline-date',
  topic: 'dates',
  severity: 'warning',
  scope: 'manuscript',
  summary: 'The dateline names another day than the front matter.',
  mends: {
    review:
      'Writes the day of the front matter into the dateline; or the other way round where the file’s name bears the dateline out.',
  },
  why:
    'The date decides when a release is public and where it stands in every list; the dateline is what journalists quote. When the ' +
    'release was put off, one of the two was forgotten.',
  examples: [
    {
      wrong: sampleRelease({}, 'BAKU, 17 November 2009 - A course for election observers opened in Baku today.\n'),
      right: sampleRelease({}, 'BAKU, 16 November - A course for election observers opened in Baku today.\n'),
    },
  ],
  mayFind: (manuscript, { settings }) => otherDateline(manuscript, settings) !== undefined,
  *check(manuscript, { settings }): Generator<Finding> {
    const days = manuscript.data === undefined ? [] : issueDays(manuscript.data, settings);
    const [issued] = days;
    const found = issued === undefined ? undefined : bodyDateline(manuscript);
    const range = found?.dateline.dateRange;
    if (issued === undefined || found === undefined || range === undefined) return;
    if (days.some((day) => statesDay(found.dateline, day))) return;
    if (dayInNeighbouringYear(found.dateline, issued) !== undefined) return;
    const place = found.inFile(range);
    const written = manuscript.text.slice(place.start, place.end);
    yield {
      ...place,
      message: `The dateline says ${quoted(written)}, and the release is dated ${issued.text}.`,
      ...wayOut(manuscript, found, { issued, written, language: languageOf(manuscript, settings.language) }),
    };
  },
};

// Farther off it is rather the year of the date that is a slip of the finger.
const MOST_YEARS_OFF = 50;

interface Conflict {
  readonly issued: CivilDate;
  /** The date as the dateline has it. */
  readonly written: string;
  readonly language: string;
}

/** The file's name is a third witness; without it the front matter is believed, by which everything else goes. */
function wayOut(
  manuscript: Manuscript,
  { dateline, inFile }: BodyDateline,
  { issued, written, language }: Conflict,
): { hint: string; fix?: OffsetFix } {
  const { year = issued.year, month = 0, day = 0, dateRange } = dateline;
  const stated = isDay({ year, month, day }) ? civilText({ year, month, day }) : undefined;
  if (stated !== undefined && isNamedAfter(manuscript, stated))
    return { hint: 'The file’s name says the same as the dateline: put «date» right.', ...dateFix(manuscript, stated) };
  const right = Math.abs(year - issued.year) > MOST_YEARS_OFF ? undefined : rewrittenDate(written, issued, language);
  if (right === undefined || right === written || dateRange === undefined) return { hint: 'Put one of the two right.' };
  return {
    hint: `Write ${quoted(right)} in the dateline, or put «date» right.`,
    fix: { title: `Write ${right}`, safety: 'review', edits: [{ ...inFile(dateRange), text: right }] },
  };
}

function isNamedAfter({ path }: Manuscript, day: string): boolean {
  return fileNameOf(path).startsWith(day);
}

/** A moment is not mended: nobody knows at what time of the other day it was. */
function dateFix(manuscript: Manuscript, day: string): { fix?: OffsetFix } {
  const value = manuscript.data?.['date'];
  if (typeof value !== 'string' || value.length !== day.length) return {};
  return { fix: dateReplacement(placeOf(manuscript, ['date']), day, 'review') };
}

function languageOf({ data }: Manuscript, usual: string): string {
  const [lang = usual] = data === undefined ? [] : listOf(data, 'lang');
  return primaryLanguage(lang);
}
