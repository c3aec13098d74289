import type { EditionFacts } from '../../model/edition-facts.ts';
import { canonicalLanguage } from '../../text/language-tag.ts';

/** The language that all releases share, in canonical form; undefined when there are several, or none, or it is no language. */
export function uniformLanguage({ languages }: EditionFacts): string | undefined {
  const [only] = languages;
  return languages.size === 1 && only !== undefined ? canonicalLanguage(only) : undefined;
}
