import { bodyDateline } from '../model/body-dateline.ts';
import { fenceOf } from '../model/manuscript.ts';
import { quotedList } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

export const datelineMissing: Rule = {
  id: 'dateline-missing',
  topic: 'dates',
  severity: 'warning',
  scope: 'release',
  summary: 'A published release has a place, but its text does not begin with a dateline.',
  why:
    'A release travels without its front matter: in an e-mail, in a newspaper’s system, on paper. There the dateline is all that ' +
    'says where and when it was issued.',
  examples: [
    { wrong: sampleRelease({}, 'A course for election observers opened in Baku today.\n'), right: sampleRelease() },
  ],
  *check(release, manuscript): Generator<Finding> {
    if (release.status !== 'published' || release.places.length === 0 || bodyDateline(manuscript) !== undefined) return;
    yield {
      ...fenceOf(manuscript),
      message: `The release was issued in ${quotedList(release.places, 'and')}, but its text has no dateline.`,
      hint: `Let the text begin with it, as in «${example(release.places, release.date?.text.slice(0, 10))}».`,
    };
  },
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function example(places: readonly string[], day = ''): string {
  const date = `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
  return `${places.map((place) => place.toUpperCase()).join('/')}, ${date} – `;
}
