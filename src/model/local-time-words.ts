/** What to say to somebody who wrote a time of the clock on the wall and not its distance from UTC. */
import { instantsOf, skippedTime, type SkippedTime } from '../text/zoned-time.ts';

export interface LocalTimeWords {
  /** A sentence or two with every moment that may have been meant, as it is to be written. */
  readonly hint: string;
  /** The one moment that the clocks of the newsroom make of it; undefined when they show that time never, or twice. */
  readonly only: string | undefined;
}

/** The way out for a time such as `2026-03-08T09:00` in the newsroom's zone; undefined for a text that is no such time. */
export function localTimeWords(text: string, timezone: string): LocalTimeWords | undefined {
  const instants = instantsOf(text, timezone);
  if (instants === undefined) return undefined;
  const [first, second] = instants;
  const skipped = first === undefined ? skippedTime(text, timezone) : undefined;
  if (skipped !== undefined) return { hint: gapSentences(text, skipped, timezone), only: undefined };
  if (second === undefined) return { hint: `${MISSING}. In ${timezone} that is ${first}.`, only: first };
  return {
    hint: `${MISSING}, and in ${timezone} the clocks show that time twice: ${first} or ${second}.`,
    only: undefined,
  };
}

const MISSING = 'The distance from UTC is missing';

function gapSentences(text: string, { from, to, before, after }: SkippedTime, timezone: string): string {
  const isOneDay = from.slice(0, 10) === to.slice(0, 10);
  const [last, first] = [from, to].map((clock) =>
    isOneDay ? timeOf(clock) : `${clock.slice(0, 10)} ${timeOf(clock)}`,
  );
  return `${timeOf(text)} does not exist on ${text.slice(0, 10)} in ${timezone}: the clocks go from ${last} to ${first}. Write ${before} or ${after}.`;
}

/** `HH:MM`, with seconds where there are any. */
function timeOf(clock: string): string {
  const time = clock.slice(11);
  return time.endsWith(':00') ? time.slice(0, 5) : time;
}
