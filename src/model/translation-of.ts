/** What a release says of the text that it translates, before its schema has been asked. */
import type { FrontMatter } from './manuscript.ts';

export interface TranslationOf {
  readonly id: string;
  readonly digest: string | undefined;
}

/** The `translationOf` of front matter; undefined when there is none, or none that names an original. */
export function translationOf(data: FrontMatter | undefined): TranslationOf | undefined {
  const original = data !== undefined && Object.hasOwn(data, 'translationOf') ? data['translationOf'] : undefined;
  if (typeof original !== 'object' || original === null || Array.isArray(original)) return undefined;
  const { id, digest } = original as FrontMatter;
  if (typeof id !== 'string' || id === '') return undefined;
  return { id, digest: typeof digest === 'string' ? digest : undefined };
}
