/**
 * How many columns of a terminal a text takes.
 *
 * The usual library builds its emoji pattern when it is loaded, which costs as much as starting Node; nearly all titles are Latin,
 * Greek or Cyrillic and need nothing but their length.
 */
import { eastAsianWidth } from 'get-east-asian-width';

// One column and one character each: printable ASCII, Latin, Greek, Cyrillic, Armenian without marks, general punctuation without format characters.
const oneColumnEach =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;
const invisible = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{M}\p{Cs}]+$/u;
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}{2}|\u20e3/u;

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a person counts them. The segmenter is made late: it costs a third of starting Node. */
export function graphemesOf(text: string): string[] {
  if (oneColumnEach.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Columns of a text without control characters: wide East Asian characters and emoji take two, marks none. */
export function displayWidth(text: string): number {
  if (oneColumnEach.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += graphemeWidth(grapheme);
  return width;
}

function graphemeWidth(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  if (emoji.test(grapheme)) return 2;
  return eastAsianWidth(grapheme.codePointAt(0) ?? 0);
}

/** The text, or as much of it as fits into a width with «…» behind. */
export function cutToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let short = '';
  let used = 0;
  for (const grapheme of graphemesOf(text)) {
    used += graphemeWidth(grapheme);
    if (used > width - 1) break;
    short += grapheme;
  }
  return `${short.trimEnd()}…`;
}

/** The text with blanks behind it up to a width. */
export function padToWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
