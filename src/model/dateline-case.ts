import { fold } from '../text/fold.ts';
import { NAME_PARTICLES } from './dateline-words.ts';

const SMALL_WORDS: ReadonlySet<string> = new Set([...NAME_PARTICLES, 'es']);
const KEPT_IN_CAPITALS: ReadonlySet<string> = new Set(['UK', 'USA', 'UAE', 'UN', 'EU', 'DC', 'NYC']);

const WORD = /[\p{L}\p{M}\p{N}'’ʼ]+(?:\.\p{L}+)*/gu;
const INITIALS = /^\p{L}(?:\.\p{L})+$/u;
const ELIDED = /^(\p{L}['’ʼ])(\p{L}.*)$/su;

/**
 * A city as it is spelt in running text: `BAKU` → `Baku`, `THE HAGUE` → `The Hague`, `SAINT-DENIS` → `Saint-Denis`.
 *
 * `spellings` maps folded names (see `fold`) to the vocabulary's spelling, which wins. A name that is not in capitals
 * throughout stays as it is.
 */
export function displayCase(city: string, spellings?: ReadonlyMap<string, string>): string {
  const known = spellings?.get(fold(city));
  if (known !== undefined) return known;
  if (city !== city.toUpperCase()) return city;
  return city.replace(WORD, (word, at: number) => wordInDisplayCase(word, at === 0));
}

function wordInDisplayCase(word: string, isFirst: boolean): string {
  if (INITIALS.test(word) || KEPT_IN_CAPITALS.has(word)) return word;
  const small = lowerCase(word);
  if (!isFirst && SMALL_WORDS.has(small)) return small;
  const [, elided, rest] = ELIDED.exec(word) ?? [];
  if (elided === undefined || rest === undefined) return capitalised(word);
  return `${isFirst ? elided : lowerCase(elided)}${capitalised(rest)}`;
}

function capitalised(word: string): string {
  const [first = '', ...rest] = word;
  return first + lowerCase(rest.join(''));
}

// JavaScript makes two characters of a Turkish İ; its small letter is a plain i.
function lowerCase(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase();
}
