/** What decides whether a release is public, each thing with its place in the file, what may be hard to see in it, and the way out. */
import { embargoInstant, instantOf } from '../model/embargo.ts';
import type { Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import type { PublicnessReason } from '../model/publicness.ts';
import { reasonWords, type ReasonWords, type WayOut, type WordsContext } from '../model/publicness-words.ts';
import { parseReleaseDate, type CivilDate } from '../text/dates.ts';
import { wallClock } from '../text/wall-clock.ts';
import type { Subject } from './subject.ts';

export interface Ground {
  /** Of a public release what let it out last, its date or its embargo. */
  readonly kind: PublicnessReason['kind'];
  /** A sentence. */
  readonly what: string;
  /** More sentences: which clock a time was written by, what a day without a time means. */
  readonly remarks: readonly string[];
  readonly ways: readonly WayOut[];
  readonly place: Span;
}

/** All reasons why it is not public; of a public one the one thing since which it is. */
export function groundsOf(subject: Subject, context: WordsContext): Ground[] {
  const { reasons } = subject.publicness;
  if (reasons.length === 0) return letOutBy(subject, context);
  return reasons.map(({ reason, place }) => ({
    kind: reason.kind,
    ...wordsFor(reason, subject, context),
    remarks: remarksOn(reason.kind, subject, context),
    place,
  }));
}

/** Where a file is no valid release, a date may stand there that is none. */
function wordsFor(
  reason: PublicnessReason,
  { manuscript }: Subject,
  context: WordsContext,
): Pick<ReasonWords, 'what' | 'ways'> {
  const { what, ways } = reasonWords(reason, context);
  const isWritten = reason.kind === 'no-date' && manuscript.locate(['date'], 'key') !== undefined;
  return { what: isWritten ? 'Its date is none that press can read.' : what, ways };
}

function letOutBy(subject: Subject, context: WordsContext): Ground[] {
  const { publicness, manuscript } = subject;
  const { release, turn } = publicness;
  if (release === undefined || turn === undefined) return [];
  const kind = embargoInstant(release.embargo)?.epochMilliseconds === turn ? 'embargo' : 'date';
  const what = `It is published, and its ${kind === 'embargo' ? 'embargo has ended' : 'date has come'}.`;
  return [{ kind, what, remarks: remarksOn(kind, subject, context), ways: [], place: placeOf(manuscript, [kind]) }];
}

function remarksOn(
  kind: PublicnessReason['kind'],
  { manuscript }: Subject,
  { timezone }: Pick<WordsContext, 'timezone'>,
): string[] {
  if (kind !== 'date' && kind !== 'embargo') return [];
  const written = manuscript.data?.[kind];
  return typeof written === 'string' ? clockRemarks(written, timezone) : [];
}

/** What a written date means in a zone, where that does not meet the eye. */
export function clockRemarks(written: string, timezone: string): string[] {
  const date = parseReleaseDate(written);
  if (date === undefined) return [];
  if (date.kind === 'date') return [dayRemark(date, timezone)];
  const here = wallClock(date.epochMilliseconds, timezone);
  if (here.offsetMinutes === date.offsetMinutes) return [];
  return [`It is written by another clock: ${written} is ${here.time} on ${here.day} in ${timezone}.`];
}

function dayRemark(date: CivilDate, timezone: string): string {
  const { day, time } = wallClock(instantOf(date, timezone).epochMilliseconds, timezone);
  if (day !== date.text) return `A date alone means midnight, and in ${timezone} the clocks skip all of that day.`;
  if (time !== '00:00')
    return `A date alone means midnight, and in ${timezone} the clocks skip it: the day begins at ${time}.`;
  return `A date alone means midnight in ${timezone}.`;
}
