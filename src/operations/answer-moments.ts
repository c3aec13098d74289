/** From the words that somebody gives for a date or an embargo to what stands in front matter. */
import { localTimeWords } from '../model/local-time-words.ts';
import { PressError } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import { dayFromEpoch, daysSinceEpoch } from '../text/civil-calendar.ts';
import { instantsOf } from '../text/zoned-time.ts';
import { civilText, parseCivilDate, parseInstant, parseReleaseDate, withSeconds } from '../text/dates.ts';

export interface Today {
  /** `YYYY-MM-DD` where the newsroom is. */
  readonly today: string;
  /** IANA zone of the newsroom. */
  readonly timezone: string;
}

/** A day, `today`, `tomorrow`, or an instant with offset, as it is written into `date`. Throws PressError. */
export function answerDate(words: string, { today, timezone }: Today): string {
  const plain = words.trim();
  if (plain === 'today') return today;
  if (plain === 'tomorrow') return dayAfter(today);
  if (parseReleaseDate(plain) !== undefined) return plain;
  const hint = offsetHint(plain, timezone) ?? 'Write a day such as 2009-11-16, today or tomorrow.';
  throw new PressError('usage', `${quoted(words)} is no date.`, { hint });
}

/** An instant with offset, as it is written into `embargo`. Throws PressError: a time without offset is never guessed at. */
export function answerEmbargo(words: string, { today, timezone }: Today): string {
  const plain = words.trim();
  if (parseInstant(plain) !== undefined) return plain;
  const clock = onTheWall(plain, today);
  const example = instantsOf(`${dayAfter(today)}T09:00`, timezone)?.[0] ?? '2026-03-08T09:00:00+01:00';
  const hint =
    offsetHint(clock ?? plain, timezone) ?? `Write day, time and distance from UTC: tomorrow at nine is ${example}.`;
  throw new PressError('usage', `${quoted(words)} is no moment that an embargo could end at.`, { hint });
}

const CLOCK = /^(today|tomorrow|\d{4}-\d{2}-\d{2})[T ,]+(\d{1,2}):(\d{2})(?::00)?$/;

/** `tomorrow 9:00` as a clock on the wall shows it, `2026-11-24T09:00`; undefined for what is no such time. */
function onTheWall(words: string, today: string): string | undefined {
  const [, day = '', hour = '', minute = ''] = CLOCK.exec(words) ?? [];
  if (day === '') return undefined;
  const date = day === 'today' ? today : day === 'tomorrow' ? dayAfter(today) : day;
  return `${date}T${hour.padStart(2, '0')}:${minute}`;
}

function offsetHint(words: string, timezone: string): string | undefined {
  const whole = withSeconds(words);
  if (whole !== undefined) return `The seconds are missing: write ${whole}.`;
  return localTimeWords(words, timezone)?.hint;
}

function dayAfter(day: string): string {
  const date = parseCivilDate(day);
  if (date === undefined) throw new RangeError(`${day} is no day`);
  return civilText(dayFromEpoch(daysSinceEpoch(date) + 1));
}
