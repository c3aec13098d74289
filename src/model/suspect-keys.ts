/** Misspelled keys that decide whether a release is public: `embargo_until`, `Status`, `embrago`. */
import { distance } from '../text/nearest.ts';

export interface SuspectKey {
  readonly key: string;
  readonly meant: 'embargo' | 'status';
}

const LONGEST_SLIP = 12;

/** Keys that no schema knows and that somebody may have meant as `embargo` or `status`. */
export function suspectKeys(keys: Iterable<string>, isKnown: (key: string) => boolean): SuspectKey[] {
  const found: SuspectKey[] = [];
  for (const key of keys) {
    if (isKnown(key)) continue;
    const meant = meaningOf(plainLetters(key));
    if (meant !== undefined) found.push({ key, meant });
  }
  return found;
}

// Letters of other alphabets, and a digit, that pass for letters of the two words (some of Unicode's confusables, UTS 39).
const passingFor = { a: 'аαɑ', b: 'вьβ', e: 'еєε', g: 'ɡԍ', m: 'мμ', o: 'оοσ0', r: 'г', s: 'ѕ', t: 'тτ', u: 'υս' };
const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries(passingFor).flatMap(([letter, others]) =>
    [...others].map((other): [string, string] => [other, letter]),
  ),
);

/** What a key looks like: capitals, accents, signs, invisible characters and other alphabets hide no meaning. */
function plainLetters(key: string): string {
  const letters = key
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{C}\p{P}\p{S}\p{Z}]/gu, '');
  return letters.replace(/[^a-z]/gu, (character) => lookAlikes.get(character) ?? character);
}

function meaningOf(plain: string): SuspectKey['meant'] | undefined {
  if (plain.includes('embarg')) return 'embargo';
  if (plain.length > LONGEST_SLIP) return undefined;
  if (distance(plain, 'embargo') <= 2) return 'embargo';
  return distance(plain, 'status') <= 1 ? 'status' : undefined;
}
