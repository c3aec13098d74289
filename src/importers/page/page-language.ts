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
