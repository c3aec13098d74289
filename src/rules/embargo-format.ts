import { isEmbargo } from '../model/date-values.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { withSeconds } from '../text/dates.ts';

export const embargoFormat: Rule = {
  id: 'embargo-format',
  topic: 'publication',
  severity: 'error',
  isBinding: true,
  scope: 'manuscript',
  summary: 'The embargo is no moment: day, time and distance from UTC.',
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
  *check(manuscript): Generator<Finding> {
    const { data } = manuscript;
    if (data === undefined || !Object.hasOwn(data, 'embargo') || isEmbargo(data['embargo'])) return;
    const place = placeOf(manuscript, ['embargo']);
    yield {
      ...place,
      message: `${sayWhat(data['embargo'])}: the release is not public until that is mended.`,
      hint: wayOut(data['embargo']),
    };
  },
};

function wayOut(value: unknown): string {
  const whole = typeof value === 'string' ? withSeconds(value) : undefined;
  if (whole !== undefined) return `The seconds are missing: write ${whole}.`;
  return 'Write day, time and distance from UTC, such as 2026-03-08T09:00:00+01:00. Take the key out if there is no embargo.';
}

function sayWhat(value: unknown): string {
  if (value === null || value === '') return 'The embargo is empty';
  if (typeof value === 'object') return 'The embargo is no single moment';
  return `${quoted(String(value))} is no moment at which an embargo can end`;
}
