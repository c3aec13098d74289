/** Texts that look the same and are not: how a character is stored (Unicode NFC, UAX 15), ligatures, characters that nobody sees. */

export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** As it stands there. */
  readonly found: string;
  /** As it should be. */
  readonly text: string;
}

// Up to here every character is its own normal form.
const MAY_DIFFER = /[\u0300-\uFFFF]/;
/**
 * The characters without one of which nothing below finds anything: soft hyphens, accents and other marks, and those that NFC writes
 * otherwise. Latin, Cyrillic and the signs of print are not among them.
 */
export const mayBeWrittenOtherwise: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x300, 0x3ff],
  [0x483, 0x489],
  [0x530, 0x200f],
  [0x2060, 0x2069],
  [0x20d0, 0x20ff],
  [0x2126, 0x212b],
  [0x2180, 0xffff],
];

// A letter with its marks; the parts of a Korean syllable, which stand side by side.
// No script has as many of either in a row; a run that does goes on as another one.
const CLUSTER = /[\u1100-\u11FF]{1,300}|[^\p{M}]\p{M}{0,100}|\p{M}{1,100}/gu;

/**
 * The stretches that Unicode NFC writes with fewer characters or with another one, a letter with its marks each. The order of marks, which
 * NFC changes in Arabic and Hebrew texts as everybody types them, is nobody's fault; nor are the variants of ideographs in names.
 */
export function* notComposed(text: string): Generator<Stretch> {
  if (!MAY_DIFFER.test(text) || text.normalize('NFC') === text) return;
  for (const { 0: found, index: start } of text.matchAll(CLUSTER)) {
    if (!MAY_DIFFER.test(found)) continue;
    const composed = found.normalize('NFC');
    if (composed.length < found.length || isOldDouble(found, composed))
      yield { start, end: start + found.length, found, text: composed };
  }
}

/** Signs that stand for another one, such as the one for ångström. */
function isOldDouble(found: string, composed: string): boolean {
  return found.length === 1 && composed.length === 1 && composed !== found && !/[\uF900-\uFAFF]/.test(found);
}

/** Letters that were joined for print: `ﬁ` for `fi`. Texts copied from PDF files are full of them. */
export function* ligatures(text: string): Generator<Stretch> {
  for (const { 0: found, index: start } of text.matchAll(/[\uFB00-\uFB06]/g))
    yield { start, end: start + 1, found, text: found.normalize('NFKC') };
}

/** Zero-width spaces (U+200B), and byte-order marks (U+FEFF) within a text. Scripts that write no blanks use the former: theirs are left out. */
export function* zeroWidths(text: string): Generator<Stretch> {
  for (const { 0: found, index: start } of text.matchAll(/[\u200B\uFEFF]/g))
    if (!isBetweenWords(text, start)) yield { start, end: start + 1, found, text: '' };
}

// Thai, Lao, Tibetan, Myanmar, Khmer.
const UNSPACED = /[\u0E00-\u0FFF\u1000-\u109F\u1780-\u17FF]/;

function isBetweenWords(text: string, at: number): boolean {
  return UNSPACED.test(text.charAt(at - 1)) || UNSPACED.test(text.charAt(at + 1));
}

/** Soft hyphens (U+00AD). */
export function* softHyphens(text: string): Generator<Stretch> {
  for (const { 0: found, index: start } of text.matchAll(/\u00AD/g)) yield { start, end: start + 1, found, text: '' };
}
