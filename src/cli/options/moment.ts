/** The moment that a command judges publicness at: now, or the earlier one that the person names. */
import { instantOf, type Moment } from '../../model/embargo.ts';
import type { OptionValues } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import { localTimeWords } from '../../model/local-time-words.ts';
import { PressError } from '../../model/press-error.ts';
import type { Settings } from '../../model/settings.ts';
import { parseReleaseDate } from '../../text/dates.ts';
import { dayInZone } from '../../text/day-in-zone.ts';

export interface RunMoment extends Moment {
  /** `YYYY-MM-DD` in the newsroom's zone. */
  readonly today: string;
  readonly includeUnpublished: boolean;
}

/** Reads `--as-of` and `--include-unpublished`. Throws PressError for a moment that is none, or that lies ahead. */
export function momentFrom(options: OptionValues, environment: Environment, { timezone }: Settings): RunMoment {
  const includeUnpublished = options['includeUnpublished'] === true;
  const run = { timezone, now: environment.now, includeUnpublished };
  return {
    ...datedMoment(options, run, 'Name an earlier moment, or add --include-unpublished if you may see it.'),
    includeUnpublished,
  };
}

/**
 * The same for a command that shows what is not public anyway, and says itself when it will be: there, too, nothing is taken for
 * public because somebody looks ahead.
 */
export function earlierMoment(
  options: OptionValues,
  { now }: Pick<Environment, 'now'>,
  { timezone }: Pick<Settings, 'timezone'>,
): Omit<RunMoment, 'includeUnpublished'> {
  const run = { timezone, now, includeUnpublished: false };
  return datedMoment(options, run, 'Name an earlier moment, or leave --as-of out: press says when it will be public.');
}

interface Run extends Moment {
  readonly includeUnpublished: boolean;
}

function datedMoment({ asOf }: OptionValues, run: Run, hint: string): Omit<RunMoment, 'includeUnpublished'> {
  const { timezone } = run;
  const now = typeof asOf === 'string' ? earlier(asOf, run, hint) : run.now;
  return { now, timezone, today: dayInZone(now, timezone) };
}

function earlier(words: string, run: Run, hint: string): number {
  const date = parseReleaseDate(words);
  if (date === undefined) {
    throw new PressError('usage', `--as-of «${words}» is no moment.`, {
      hint: localTimeWords(words, run.timezone)?.hint ?? 'Write 2009-11-16 or 2009-11-16T09:30:00+04:00.',
    });
  }
  const { epochMilliseconds } = instantOf(date, run.timezone);
  // Nothing becomes public because somebody looks ahead: the marks are those of today.
  if (epochMilliseconds <= run.now || run.includeUnpublished) return Math.min(epochMilliseconds, run.now);
  throw new PressError('usage', `--as-of «${words}» lies ahead, and would show what is not public yet.`, {
    hint,
  });
}
