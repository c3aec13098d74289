import { isEmbargo } from '../model/date-values.ts';
import { dateReadings, localTimeOf } from '../model/date-repair.ts';
import { localTimeWords, type LocalTimeWords } from '../model/local-time-words.ts';
import { onlyItem } from '../model/list-edits.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import { dateReplacement, fixOf } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { parseInstant, withSeconds } from '../text/dates.ts';

export const embargoFormat: Rule = {
  id: 'embargo-format',
  topic: 'publication',
  severity: 'error',
  isBinding: true,
  scope: 'manuscript',
  summary: 'The embargo is no moment: day, time and distance from UTC.',
  mends: {
    review:
      'Writes a moment that can be read in one way only in the form that press reads, with the distance from UTC of the newsroom’s clocks where it is missing; takes a moment out of a list.',
  },
  why:
    '«Until Monday morning» is a different moment in Vienna and in Washington. press lifts an embargo at one moment only and does ' +
    'not guess which one was meant, so the release stays in until the embargo is clear.',
  examples: [
    {
      wrong: sampleRelease({ embargo: '2009-11-16 09:00' }),
      right: sampleRelease({ embargo: '2009-11-16T09:00:00+04:00' }),
    },
    { wrong: sampleRelease({ embargo: '' }), right: sampleRelease() },
  ],
  needs: { keys: ['embargo'] },
  *check(manuscript, { settings }): Generator<Finding> {
    const { data } = manuscript;
    if (data === undefined || !Object.hasOwn(data, 'embargo') || isEmbargo(data['embargo'])) return;
    const embargo = data['embargo'];
    yield {
      ...placeOf(manuscript, ['embargo']),
      message: `${sayWhat(embargo)}: the release is not public until that is mended.`,
      hint: wayOut(embargo, settings.timezone),
      ...fixFor(manuscript, embargo, settings.timezone),
    };
  },
};

/** The one moment that a text can mean. A day alone is none. */
function momentMeant(text: string): string | undefined {
  const readings = dateReadings(text);
  const [only, another] = readings.filter((reading) => parseInstant(reading) !== undefined);
  return another === undefined && readings.length === 1 ? only : undefined;
}

/** What the newsroom's clocks make of a time without its distance from UTC. */
function localMeant(text: string, timezone: string): LocalTimeWords | undefined {
  const local = localTimeOf(text);
  return local === undefined ? undefined : localTimeWords(local, timezone);
}

function fixFor(manuscript: Manuscript, embargo: unknown, timezone: string): Pick<Finding, 'fix'> {
  if (isOneInList(embargo)) return fixOf('Take it out of the list', 'review', onlyItem(manuscript, ['embargo'], 0));
  if (typeof embargo !== 'string') return {};
  const meant = momentMeant(embargo) ?? localMeant(embargo, timezone)?.only;
  return meant === undefined ? {} : { fix: dateReplacement(placeOf(manuscript, ['embargo']), meant, 'review') };
}

function isOneInList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 1 && isEmbargo(value[0]);
}

function wayOut(value: unknown, timezone: string): string {
  if (isOneInList(value)) return 'Write the moment without the list around it.';
  return (typeof value === 'string' ? wayOutOf(value, timezone) : undefined) ?? form;
}

/** What a text lacks, or how it is written; undefined for what is far from any moment. */
function wayOutOf(text: string, timezone: string): string | undefined {
  const whole = withSeconds(text);
  if (whole !== undefined) return `The seconds are missing: write ${whole}.`;
  const meant = momentMeant(text);
  if (meant !== undefined) return `Write ${meant}, if that is the moment that was meant.`;
  const local = localMeant(text, timezone);
  if (local !== undefined) return local.hint;
  const [one, another] = dateReadings(text).filter((reading) => parseInstant(reading) !== undefined);
  if (another !== undefined) return `It may be ${one} or ${another}: write the one that was meant.`;
  return SHAPE.test(text) ? `There is no such day or time. ${form}` : undefined;
}

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const form =
  'Write day, time and distance from UTC, such as 2026-03-08T09:00:00+01:00. Take the key out if there is no embargo.';

function sayWhat(value: unknown): string {
  if (value === null || value === '') return 'The embargo is empty';
  if (typeof value === 'object') return 'The embargo is no single moment';
  return `${quoted(String(value))} is no moment at which an embargo can end`;
}
