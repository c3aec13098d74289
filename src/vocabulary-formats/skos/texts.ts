import type { Localized } from '../../model/taxonomy.ts';
import { inLanguage, type Literal } from '../rdf/triple.ts';

/** Each language once: two ways to write one tag are one language. */
export function eachText(text: Localized | undefined): Literal[] {
  const byTag = new Map<string, Literal>();
  for (const [lang, value] of text ?? []) {
    const tag = lang.toLowerCase();
    if (!byTag.has(tag)) byTag.set(tag, inLanguage(value, lang));
  }
  return [...byTag.values()];
}
