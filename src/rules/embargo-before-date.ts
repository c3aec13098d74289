import { embargoInstant, instantOf } from '../model/embargo.ts';
import { isLater } from '../model/later-moment.ts';
import { placeOf } from '../model/places.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { formatRfc3339, parseReleaseDate } from '../text/dates.ts';

/** A date without a time begins at midnight in the zone of press.yaml. */
export const embargoBeforeDate: Rule = {
  id: 'embargo-before-date',
  topic: 'publication',
  severity: 'warning',
  scope: 'manuscript',
  summary: 'The embargo ends before the release’s own date begins.',
  why:
    'A release waits for its date anyway, so an embargo that ends earlier holds nothing back. One of the two was written for another ' +
    'day, and journalists were perhaps told the wrong one.',
  examples: [
    {
      wrong: sampleRelease({ embargo: '2009-11-15T09:00:00+04:00' }),
      right: sampleRelease({ embargo: '2009-11-16T09:00:00+04:00' }),
    },
  ],
  needs: { keys: ['embargo'] },
  *check(manuscript, { settings }): Generator<Finding> {
    const { data } = manuscript;
    const written: unknown = data?.['date'];
    const date = typeof written === 'string' ? parseReleaseDate(written) : undefined;
    const embargo = embargoInstant(data?.['embargo']);
    if (
      date === undefined ||
      embargo === undefined ||
      isAsWritten(date.text, embargo.text) ||
      !isLater(date, embargo, settings.timezone)
    )
      return;
    const { epochMilliseconds, offsetMinutes } = instantOf(date, settings.timezone);
    const begins = date.kind === 'instant' ? date.text : formatRfc3339(epochMilliseconds, offsetMinutes);
    const where = date.kind === 'instant' ? '' : `, midnight in ${settings.timezone}`;
    yield {
      ...placeOf(manuscript, ['embargo']),
      message: `The embargo ends at ${embargo.text}, before the date of the release begins (${begins}${where}).`,
      hint: 'Put one of the two right; or take the embargo out, since the release waits for its date anyway.',
    };
  },
};

/** The days as they are written agree: then nobody was told another one, and no time zone has to be asked. */
function isAsWritten(date: string, embargo: string): boolean {
  return date.length === 10 && embargo.slice(0, 10) >= date;
}
