/** Other numbers for a date in running text, in the form in which it stands there. */
import { civilText } from '../text/dates.ts';
import type { CalendarDay } from '../text/civil-calendar.ts';
import { monthLike } from '../text/calendar-spelling.ts';
import { monthNumber } from '../text/months.ts';

const ISO = /^\d{4}-\d{2}-\d{2}$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.\d{4}$/;
const PIECES = /\d+|\p{L}[\p{L}\p{M}]*/gu;

/**
 * `Nov. 17, 2009` becomes `Nov. 16, 2009`, `17 ноября` becomes `16 ноября`; a part that is not written stays away. `language` is
 * that of the text, two letters.
 *
 * Undefined where nobody can be sure of the new words: an ordinal (`1st`), a month that is spelt in another way.
 */
export function rewrittenDate(written: string, to: CalendarDay, language: string): string | undefined {
  if (ISO.test(written)) return civilText(to);
  const dotted = DOTTED.exec(written);
  if (dotted !== null) return [like(dotted[1], to.day), like(dotted[2], to.month), to.year].join('.');
  let isSure = !/\d\p{L}|[ºª]/u.test(written);
  const rewritten = written.replace(PIECES, (piece) => {
    const other = otherPiece(piece, to, language);
    isSure &&= other !== undefined;
    return other ?? piece;
  });
  return isSure ? rewritten : undefined;
}

function otherPiece(piece: string, to: CalendarDay, language: string): string | undefined {
  if (/^\d/.test(piece)) return piece.length > 2 ? String(to.year) : like(piece, to.day);
  return monthNumber(piece) === undefined ? piece : monthLike(piece, to.month, language);
}

/** A number with a leading zero where the other one has one. */
function like(piece = '', value: number): string {
  return piece.startsWith('0') ? String(value).padStart(2, '0') : String(value);
}
