/** Whether a text is in the letters of its language. */

/** Languages that are written in Cyrillic letters, as far as tags show it. */
const cyrillic: ReadonlySet<string> = new Set(['ru', 'uk', 'be', 'bg', 'mk', 'ky', 'tg', 'kk', 'mn']);
const latin: ReadonlySet<string> = new Set(
  'en fr de es it pt nl pl cs sk sl hr ro hu fi sv da nb no et lv lt sq tr az uz tk bs'.split(' '),
);
const MOST_READ = 20_000;
const FEWEST_LETTERS = 40;

/** Whether a text is written in other letters than its language is; not for one that may be written in several alphabets. */
export function isWrittenOtherwise(lang: string, text: string): boolean {
  const [primary = '', ...subtags] = lang.toLowerCase().split('-');
  if (subtags.includes('latn') || subtags.includes('cyrl')) return false;
  const own = cyrillic.has(primary) ? /\p{Script=Cyrillic}/gu : latin.has(primary) ? /\p{Script=Latin}/gu : undefined;
  if (own === undefined) return false;
  const read = text.slice(0, MOST_READ);
  const letters = (read.match(/\p{L}/gu) ?? []).length;
  const ownLetters = (read.match(own) ?? []).length;
  return letters >= FEWEST_LETTERS && letters - ownLetters > ownLetters * 2;
}
