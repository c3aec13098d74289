/** Texts of front matter, the places of their words, and the language they are written in. */
import type { DataPath, Manuscript, Span } from './manuscript.ts';
import { placeOf } from './places.ts';
import type { Settings } from './settings.ts';
import { primaryLanguage } from '../text/language-tag.ts';

/** The text under a key; undefined when there is none, or when it is something else than text. */
export function textUnder({ data }: Pick<Manuscript, 'data'>, key: string): string | undefined {
  const value = data !== undefined && Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The language subtag of a release's language (BCP 47, RFC 5646 §2.2.1) in small letters: `en` for `en-GB`. */
export function languageOf(manuscript: Pick<Manuscript, 'data'>, { language }: Settings): string {
  return primaryLanguage(textUnder(manuscript, 'lang') ?? language);
}

/**
 * Where a stretch of a text of front matter stands in the file. The whole value where that cannot be told, because the words are
 * folded over lines or escaped.
 */
export function placeInValue(manuscript: Manuscript, path: DataPath, words: Span & { readonly value: string }): Span {
  const place = placeOf(manuscript, path);
  const source = manuscript.text.slice(place.start, place.end);
  const whole = source.indexOf(words.value);
  if (whole !== -1) return { start: place.start + whole + words.start, end: place.start + whole + words.end };
  const stretch = words.value.slice(words.start, words.end);
  const only = source.indexOf(stretch);
  if (only === -1 || source.includes(stretch, only + 1)) return place;
  return { start: place.start + only, end: place.start + only + stretch.length };
}
