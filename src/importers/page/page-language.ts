/** The language that a page names, or shows by the headings of its list. */
import { typeOfWords } from '../../model/page-headings.ts';
import type { Stated } from '../../model/importer.ts';
import type { FoundRelease } from './find-release.ts';

const names: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['английский', 'en'],
  ['russian', 'ru'],
  ['русский', 'ru'],
  ['french', 'fr'],
  ['français', 'fr'],
  ['german', 'de'],
  ['deutsch', 'de'],
  ['spanish', 'es'],
  ['español', 'es'],
  ['italian', 'it'],
  ['italiano', 'it'],
]);

/** «Russian» as `ru`; what is no name of a language known here stays, for the schema to judge. */
export function languageNamed({ value, origin }: Stated): Stated {
  return { value: names.get(value.toLowerCase()) ?? value, origin };
}

/** The language in which a page asks its questions, when it asks all of them in one. */
export function languageOfHeadings({
  statements,
  typeLine,
}: Pick<FoundRelease, 'statements' | 'typeLine'>): Stated | undefined {
  const shown = new Set(
    statements.flatMap(({ meaning }) => (meaning === undefined || meaning.lang === '' ? [] : [meaning.lang])),
  );
  const type = typeLine === undefined ? undefined : typeOfWords(typeLine.text);
  if (type !== undefined) shown.add(type.lang);
  const [lang] = shown;
  return lang !== undefined && shown.size === 1 ? { value: lang, origin: 'headings of the page' } : undefined;
}

/** Languages that are written in Cyrillic letters, as far as tags show it. */
const cyrillic: ReadonlySet<string> = new Set(['ru', 'uk', 'be', 'bg', 'mk', 'ky', 'tg', 'kk', 'mn']);
const latin: ReadonlySet<string> = new Set(
  'en fr de es it pt nl pl cs sk sl hr ro hu fi sv da nb no et lv lt sq tr az uz tk bs'.split(' '),
);
const MOST_READ = 20_000;
const FEWEST_LETTERS = 40;

/** Whether a text is written in other letters than its language is: labels of a page may be in one, and the text in another. */
export function isWrittenOtherwise(lang: string, text: string): boolean {
  const [primary = '', ...subtags] = lang.toLowerCase().split('-');
  if (subtags.includes('latn') || subtags.includes('cyrl')) return false;
  const read = text.slice(0, MOST_READ);
  const cyrillicLetters = (read.match(/\p{Script=Cyrillic}/gu) ?? []).length;
  const latinLetters = (read.match(/\p{Script=Latin}/gu) ?? []).length;
  if (cyrillicLetters + latinLetters < FEWEST_LETTERS) return false;
  return cyrillic.has(primary)
    ? latinLetters > cyrillicLetters * 2
    : latin.has(primary) && cyrillicLetters > latinLetters * 2;
}
