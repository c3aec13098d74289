/** Texts as a spreadsheet takes them (ECMA-376 part 1; limits of Excel). */
import { withoutControls } from '../../../text/control-characters.ts';

/** UTF-16 units that a cell holds at most. */
const LONGEST_CELL = 32_767;
const LONGEST_SHEET_NAME = 31;
const CUT = ' … [cut: a cell holds no more than 32,767 characters]';

// `_x0041_` in a file means A (ECMA-376 part 1, 22.9.2.19), so a text with these very letters has its first `_` written that way.
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;
const ESCAPED_UNDERSCORE = '_x005F_';

// Characters that cannot be in a file of XML, besides the controls and half pairs of `withoutControls`.
const NO_CHARACTERS = /[\uFFFE\uFFFF]/g;

/**
 * A text for a cell: without control characters, line ends as Excel has them, cut where a cell ends, and then it says so. What
 * looks like an escape is escaped, so that it comes back as it was.
 */
export function cellText(text: string): string {
  const clean = withoutControls(text).replace(NO_CHARACTERS, '').replace(/\r\n?/g, '\n');
  const whole = clean.length <= LONGEST_CELL ? clean : cut(clean, LONGEST_CELL - CUT.length) + CUT;
  return whole.replace(ESCAPE_LIKE, ESCAPED_UNDERSCORE);
}

/**
 * A text as the name of a sheet: one line of at most 31 characters, none of them one that Excel forbids there; `otherwise` where
 * nothing is left, and for the one name that Excel keeps for itself.
 */
export function sheetName(text: string, otherwise: string): string {
  const line = withoutControls(text)
    .replace(NO_CHARACTERS, '')
    .replace(/[[\]:*?/\\\s]+/g, ' ')
    .replace(ESCAPE_LIKE, '')
    .trim();
  const name = withoutQuotesAround(
    line.length <= LONGEST_SHEET_NAME ? line : `${cut(line, LONGEST_SHEET_NAME - 1).trimEnd()}…`,
  );
  return name === '' || name.toLowerCase() === 'history' ? otherwise : name;
}

function withoutQuotesAround(name: string): string {
  let start = 0;
  let end = name.length;
  while (start < end && isQuoteOrBlank(name, start)) start += 1;
  while (end > start && isQuoteOrBlank(name, end - 1)) end -= 1;
  return name.slice(start, end);
}

function isQuoteOrBlank(name: string, at: number): boolean {
  return name[at] === "'" || name[at] === ' ';
}

/** At most so many UTF-16 units, and no half of a character that takes two. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
