import { effectiveUpdate } from '../model/effective-update.ts';
import { instantOf } from '../model/embargo.ts';
import { isLater } from '../model/later-moment.ts';
import { fenceOf, type Manuscript, type OffsetFix, type Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import type { Release } from '../model/release.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import type { Settings } from '../model/settings.ts';
import { parseReleaseDate, type CivilDate, type Instant } from '../text/dates.ts';

type Moment = CivilDate | Instant;

interface Dated {
  readonly moment: Moment;
  /** Where it stands in `corrections`. */
  readonly index: number;
}

const corrected = (changes: Record<string, string>, date = '2009-11-18T16:00:00+04:00'): string =>
  sampleRelease({ ...changes, corrections: `\n  - {date: "${date}", kind: correction, note: There were twelve.}` });

/** Two dates of which one is a day alone are compared by their days. The order of the corrections is of no account. */
export const correctionWithoutUpdate: Rule = {
  id: 'correction-without-update',
  topic: 'publication',
  severity: 'warning',
  scope: 'release',
  summary: 'A correction is newer than «updated», or one of them is no later than the release.',
  mends: { review: 'Writes the date of the newest correction into «updated».' },
  why:
    'Feeds go by the newest of date, update and corrections, so a correction that is no later than the release is new to nobody. ' +
    'Tables, data files and other site builders read «updated» alone, and for them a corrected text without it is the old one.',
  examples: [
    { wrong: corrected({ updated: '2009-11-17' }), right: corrected({ updated: '2009-11-18' }) },
    { wrong: corrected({}), right: corrected({ updated: '"2009-11-18T16:00:00+04:00"' }) },
    {
      wrong: corrected({ updated: '2009-11-16' }, '2009-11-16'),
      right: corrected({ updated: '"2009-11-16T16:00:00+04:00"' }, '2009-11-16T16:00:00+04:00'),
    },
  ],
  needs: { keys: ['corrections', 'updated'] },
  *check(release, manuscript, { settings }): Generator<Finding> {
    const { date, updated } = release;
    if (date !== undefined && updated !== undefined && isEarlier(updated, date)) {
      yield {
        ...placeOf(manuscript, ['updated']),
        message: `«updated» says ${updated.text}, and the release is dated ${date.text}: nothing changes before it is issued.`,
        hint: 'Put one of the two right.',
      };
      return;
    }
    const newest = newestCorrection(release, settings);
    if (newest === undefined) return;
    if (isUnmoved(release, newest, settings)) yield unmoved(manuscript, newest);
    else if (updated === undefined) yield withoutUpdate(manuscript, newest);
    else if (isEarlier(updated, newest.moment)) yield outdated(manuscript, newest, updated);
  },
};

function isEarlier(one: Moment, other: Moment): boolean {
  if (one.kind === 'instant' && other.kind === 'instant') return one.epochMilliseconds < other.epochMilliseconds;
  return one.text.slice(0, 10) < other.text.slice(0, 10);
}

function newestCorrection({ corrections }: Release, { timezone }: Settings): Dated | undefined {
  let newest: Dated | undefined;
  for (const [index, { date }] of corrections.entries()) {
    const moment = parseReleaseDate(date);
    if (moment === undefined) continue;
    if (newest === undefined || isLater(moment, newest.moment, timezone)) newest = { moment, index };
  }
  return newest;
}

/** Whether the release counts as unchanged for feeds (`effectiveUpdate`). */
function isUnmoved(release: Release, newest: Dated, { timezone }: Settings): boolean {
  const { date } = release;
  if (date === undefined || isLater(newest.moment, date, timezone)) return false;
  const update = effectiveUpdate(release, timezone)?.epochMilliseconds;
  return update === instantOf(date, timezone).epochMilliseconds;
}

function placeOfDate(manuscript: Manuscript, { index }: Dated): Span {
  return placeOf(manuscript, ['corrections', index, 'date']);
}

function unmoved(manuscript: Manuscript, newest: Dated): Finding {
  return {
    ...placeOfDate(manuscript, newest),
    message: `The correction of ${newest.moment.text} is no later than the release itself: feed readers would not see it.`,
    hint: 'Write the moment of the correction, with time and distance from UTC, and the same under «updated».',
  };
}

function withoutUpdate(manuscript: Manuscript, newest: Dated): Finding {
  const fix = insertedUpdate(manuscript, newest);
  return {
    ...fenceOf(manuscript),
    message: `The release was corrected on ${newest.moment.text}, and «updated» is missing.`,
    hint: `Write «updated: ${newest.moment.text}».`,
    related: [{ manuscript, ...placeOfDate(manuscript, newest), message: 'The newest correction.' }],
    ...(fix === undefined ? {} : { fix }),
  };
}

function outdated(manuscript: Manuscript, newest: Dated, updated: Moment): Finding {
  const place = placeOf(manuscript, ['updated']);
  const text = asWritten(manuscript, newest);
  return {
    ...place,
    message: `«updated» says ${updated.text}, and the newest correction is of ${newest.moment.text}.`,
    hint: `Write «updated: ${newest.moment.text}».`,
    related: [{ manuscript, ...placeOfDate(manuscript, newest), message: 'The newest correction.' }],
    fix: {
      title: `Write ${newest.moment.text}`,
      safety: 'review',
      edits: [{ start: place.start, end: place.end, text }],
    },
  };
}

/** With its quotes, where it has some. */
function asWritten(manuscript: Manuscript, newest: Dated): string {
  const { start, end } = placeOfDate(manuscript, newest);
  const written = manuscript.text.slice(start, end);
  const { text } = newest.moment;
  return [text, `"${text}"`, `'${text}'`].includes(written) ? written : JSON.stringify(text);
}

/** A line of its own before the corrections; nothing where these do not begin a line. */
function insertedUpdate(manuscript: Manuscript, newest: Dated): OffsetFix | undefined {
  const { text } = manuscript;
  const { start } = placeOf(manuscript, ['corrections'], 'key');
  if (text.charAt(start - 1) !== '\n') return undefined;
  const lineEnd = text.charAt(start - 2) === '\r' ? '\r\n' : '\n';
  const line = `updated: ${asWritten(manuscript, newest)}${lineEnd}`;
  return { title: `Add updated: ${newest.moment.text}`, safety: 'review', edits: [{ start, end: start, text: line }] };
}
