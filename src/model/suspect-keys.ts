/** Misspelled keys, and keys by other names, that decide whether a release is public: `embargo_until`, `Status`, `embrago`. */
import { distance } from '../text/nearest.ts';

export interface SuspectKey {
  readonly key: string;
  readonly meant: 'embargo' | 'status';
  /** Not misspelled, but called something else. */
  readonly isOtherName: boolean;
}

const LONGEST_SLIP = 12;

/** Keys that no schema knows and that somebody may have meant as `embargo` or `status`. */
export function suspectKeys(keys: Iterable<string>, isKnown: (key: string) => boolean): SuspectKey[] {
  const found: SuspectKey[] = [];
  for (const key of keys) {
    if (isKnown(key)) continue;
    const letters = lettersOf(key);
    const plain = plainLetters(letters);
    const other = otherNames.get(letters) ?? otherNames.get(plain);
    const meant = other ?? meaningOf(plain);
    if (meant !== undefined) found.push({ key, meant, isOtherName: other !== undefined });
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

/** The letters of a key: capitals, accents, signs and invisible characters hide no meaning. */
function lettersOf(key: string): string {
  return key
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{C}\p{P}\p{S}\p{Z}]/gu, '');
}

/** What they look like, since other alphabets hide none either. */
function plainLetters(letters: string): string {
  return letters.replace(/[^a-z]/gu, (character) => lookAlikes.get(character) ?? character);
}

/**
 * The same under another name: in other languages, and as other programs have it. Without signs and capitals: `publish_at` and
 * `publishAt` are one.
 */
const otherNames: ReadonlyMap<string, SuspectKey['meant']> = new Map([
  ...(
    'sperrfrist sperrvermerk gesperrt gesperrtbis эмбарго holduntil notbefore notbeforedate nottobepublishedbefore publishat publishon ' +
    'publishdate publishafter publicationdate releaseat releaseon releasedate releaseafter golive goliveat liveon liveat availablefrom ' +
    'visiblefrom validfrom confidential confidentialuntil visibility expires expiry expirydate expireson unpublishdate unpublishat'
  )
    .split(' ')
    .map((name) => [name, 'embargo'] as const),
  ...'draft isdraft published ispublished unpublished publish private hidden state hold onhold ishold held withdrawn iswithdrawn retracted'
    .split(' ')
    .map((name) => [name, 'status'] as const),
]);

function meaningOf(plain: string): SuspectKey['meant'] | undefined {
  if (plain.includes('embarg')) return 'embargo';
  if (plain.length > LONGEST_SLIP) return undefined;
  if (distance(plain, 'embargo') <= 2) return 'embargo';
  return distance(plain, 'status') <= 1 ? 'status' : undefined;
}
