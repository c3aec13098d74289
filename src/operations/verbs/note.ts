/** Notes that people give with a verb. */
import { codePoint } from '../../model/quoting.ts';
import { PressError } from '../../model/press-error.ts';
import { inOneLine } from '../../text/one-line.ts';
import { wallClock } from '../../text/wall-clock.ts';
import type { KeyChange } from '../edit-release.ts';
import type { Moment } from '../../model/embargo.ts';

const LONGEST = 2000;
// Signs that nobody sees and that move, hide or cut text (hazards of terminals, feeds and YAML alike).
const UNFIT = /[\p{Cc}\p{Surrogate}\p{Bidi_Control}\uFEFF\uFFFE\uFFFF]/u;

/** The note on one line. Throws PressError for one that says nothing, is too long, or holds signs that no output can show. */
export function noteOf(words: string): string {
  const note = inOneLine(words);
  const unfit = UNFIT.exec(note)?.[0];
  if (unfit !== undefined)
    throw unusable(`The note holds the sign ${codePoint(unfit)}, which nobody sees and no output can show.`);
  if (!/[\p{L}\p{N}]/u.test(note)) throw unusable(`«${note}» is no note: there is no word in it.`);
  if (note.includes('<!--'))
    throw unusable('The note holds «<!--», with which a comment begins, and no output holds comments.');
  if (note.length > LONGEST) throw unusable(`The note has ${note.length} characters; at most ${LONGEST} can be kept.`);
  return note;
}

function unusable(message: string): PressError {
  return new PressError('usage', message, {
    hint: 'Say in a sentence what happened: --note "The number of places was wrong."',
  });
}

/** A remark of the house above a key: the day, what was done, and why. Nothing where nobody said why. */
export function remarkOn(
  above: string,
  said: { readonly word: string; readonly note: string | undefined },
  moment: Moment,
): KeyChange[] {
  if (said.note === undefined) return [];
  const { day } = wallClock(moment.now, moment.timezone);
  return [{ kind: 'remark', above, text: `${day} ${said.word}: ${said.note}` }];
}
