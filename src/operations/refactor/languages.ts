/** Labels in the languages of a facet. */
import { PressError } from '../../model/press-error.ts';
import { quotedList } from '../../model/quoting.ts';
import type { Facet, Localized } from '../../model/taxonomy.ts';
import type { YamlValue } from '../../model/yaml-values.ts';

/** The language that a person means, the facet's main one where nothing is said. Throws PressError for one that the facet does not have. */
export function languageOf({ languages }: Facet, lang: string | undefined): string {
  const [main = 'en'] = languages;
  if (lang === undefined) return main;
  const found = languages.find((each) => each.toLowerCase() === lang.toLowerCase());
  if (found !== undefined) return found;
  throw new PressError('usage', `«${lang}» is not a language of the vocabulary.`, {
    hint: `taxonomy.yaml has ${quotedList(languages, 'and')}; add another one under «languages» first.`,
  });
}

/** A label as it is written: plain text in the main language alone, else one text for each. */
export function localizedYaml(label: Localized, { languages }: Facet): YamlValue {
  const [main] = languages;
  const [only, another] = [...label];
  return only !== undefined && another === undefined && only[0] === main ? only[1] : Object.fromEntries(label);
}

/** Texts as `words`, or `LANG=words` for another language than the main one, put together. Throws PressError for one given twice. */
export function wordsByLanguage(texts: readonly string[], facet: Facet): Map<string, string> {
  const found = new Map<string, string>();
  for (const text of texts) {
    const [language, words] = splitWords(text, facet);
    if (found.has(language))
      throw new PressError(
        'usage',
        `There are two texts for «${language}»: «${found.get(language) ?? ''}» and «${words}».`,
        {
          hint: `Give one for each language, with the language before it: --label ${language}="…".`,
        },
      );
    found.set(language, words);
  }
  return found;
}

/** Only what is a language of the facet is taken for one: a name may have a sign of equality. */
export function splitWords(text: string, facet: Facet): [string, string] {
  const sign = text.indexOf('=');
  const language = facet.languages.find((each) => sign > 0 && each.toLowerCase() === text.slice(0, sign).toLowerCase());
  return language === undefined ? [languageOf(facet, undefined), text] : [language, text.slice(sign + 1)];
}
