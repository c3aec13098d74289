/**
 * One spelling for all the ways in which people type a word: what `fold` makes equal is the same word to every lookup.
 *
 * A script is never turned into another one. «Баку» is found by «баку», not by «baku»: the vocabulary's labels and aliases
 * say which words of two scripts mean the same.
 */

const ASCII_ONLY = /^[\u0020-\u007E]*$/;
// Running text in English: besides ASCII only signs that part words and are nothing else in any form.
const PLAIN_RUNNING = /^[\u0000-\u007E\u00A0«»–—“”„…]*$/;

// Accents of alphabets, points and vowel signs of Arabic and Hebrew. The marks of other scripts are letters of their own:
// without them Hindi or Tamil words would run together.
const OPTIONAL_MARKS =
  // oxlint-disable-next-line no-misleading-character-class -- single marks are what this looks for
  /[\u0300-\u036F\u0483-\u0487\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]/g;
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;
const APOSTROPHES = /['’‘ʼʻ`´′]/g;
const NOT_WORD = /[^\p{L}\p{N}\p{M}]+/gu;
const NOT_ASCII_WORD = /[^a-z0-9]+/g;
const ELIDED_ARTICLE = /^[^\p{L}\p{N}]*l['’](?=[\p{L}\p{N}])/u;
const LETTERS_OF_THEIR_OWN = /[łøđðþæœħŧıəς]/g;

const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['ə', 'e'],
  ['ς', 'σ'],
]);

const ARTICLES: ReadonlySet<string> = new Set(['the', 'la', 'le', 'les', 'der', 'die', 'das']);

/**
 * The form under which a word or a label is looked up: lower case, no accents, compatibility forms resolved, every run of
 * blanks, punctuation and symbols one blank, apostrophes and invisible characters gone, leading articles dropped.
 *
 * The result is stable (folding it again changes nothing) and empty when the text has no letter and no digit.
 */
export function fold(text: string): string {
  return ASCII_ONLY.test(text) ? foldAscii(text) : foldAny(text);
}

/**
 * The form under which running text is searched. Unlike a label, it keeps its articles, and an apostrophe parts words: somebody who looks
 * for «Ukraine» or «Arménie» means «Ukraine’s» and «l’Arménie», too.
 */
export function foldRunning(text: string): string {
  const apart = text.replace(APOSTROPHES, ' ');
  return PLAIN_RUNNING.test(apart)
    ? wordsOf(apart.toLowerCase(), NOT_ASCII_WORD)
    : wordsOf(plainLetters(apart), NOT_WORD);
}

/**
 * Whether a word, as `foldRunning` gives it, may stand in the folded form of a running text: `false` is sure, and costs much less than
 * folding does.
 */
export function mayHoldWord(text: string, word: string): boolean {
  return !PLAIN_RUNNING.test(text.replace(APOSTROPHES, ' ')) || text.toLowerCase().includes(word);
}

function foldAscii(text: string): string {
  return withoutArticles(wordsOf(withoutApostrophes(text.toLowerCase()), NOT_ASCII_WORD));
}

function foldAny(text: string): string {
  return withoutArticles(wordsOf(withoutApostrophes(plainLetters(text)), NOT_WORD));
}

/** Small letters without accents, in compatibility forms. */
function plainLetters(text: string): string {
  const bare = withoutMarks(text.toLowerCase().toUpperCase()).toLowerCase();
  return withoutMarks(bare).replace(LETTERS_OF_THEIR_OWN, (letter) => PLAIN_LETTERS.get(letter) ?? letter);
}

function withoutApostrophes(text: string): string {
  return withoutElidedArticle(text).replace(APOSTROPHES, '');
}

function wordsOf(text: string, between: RegExp): string {
  return text.replace(between, ' ').trim();
}

function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(OPTIONAL_MARKS, '').replace(INVISIBLE, '');
}

function withoutElidedArticle(text: string): string {
  const article = text.includes("l'") || text.includes('l’') ? ELIDED_ARTICLE.exec(text) : null;
  return article === null ? text : text.slice(article[0].length);
}

function withoutArticles(words: string): string {
  let start = 0;
  for (;;) {
    const end = words.indexOf(' ', start);
    if (end === -1 || !ARTICLES.has(words.slice(start, end))) return start === 0 ? words : words.slice(start);
    start = end + 1;
  }
}
