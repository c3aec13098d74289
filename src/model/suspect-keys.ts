/** Misspelled keys, and keys by other names, that decide whether a release is public: `embargo_until`, `Status`, `embrago`. */
import { distance } from '../text/nearest.ts';
import type { FrontMatter } from './manuscript.ts';

export interface SuspectKey {
  readonly key: string;
  readonly meant: 'embargo' | 'status';
  /** Not misspelled, but called something else. */
  readonly isOtherName: boolean;
  /** Where it is a group: the key in it that is meant. */
  readonly inside?: string;
}

const LONGEST_SLIP = 12;

/**
 * The same of front matter as a whole: a key that nobody knows may hold a group in which one of the two is meant (`meta: {embargo: …}`);
 * then it is the outer key.
 */
export function suspectKeysIn(data: FrontMatter, isKnown: (key: string) => boolean): SuspectKey[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (isKnown(key)) return [];
    const own = suspectKeys([key], isKnown);
    if (own.length > 0 || typeof value !== 'object' || value === null) return own;
    const [inner] = suspectKeys(Object.keys(value), () => false);
    return inner === undefined ? [] : [{ ...inner, key, inside: inner.key }];
  });
}

/** Keys that no schema knows and that somebody may have meant as `embargo` or `status`. */
export function suspectKeys(keys: Iterable<string>, isKnown: (key: string) => boolean): SuspectKey[] {
  const found: SuspectKey[] = [];
  for (const key of keys) {
    if (isKnown(key)) continue;
    const letters = lettersOf(key);
    const plain = plainLetters(letters);
    const other = otherNames.get(letters) ?? otherNames.get(plain);
    const meant = other ?? meaningOf(letters, plain);
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
    'visiblefrom validfrom confidential confidentialuntil visibility expires expiry expirydate expireson unpublishdate unpublishat ' +
    'publishtime publicationtime releasetime scheduledfor scheduledat scheduledon scheduledate schedule golivedate golivetime notbeforetime'
  )
    .split(' ')
    .map((name) => [name, 'embargo'] as const),
  ...(
    'draft isdraft published ispublished unpublished publish private hidden state hold onhold ishold held withdrawn iswithdrawn retracted ' +
    'donotpublish notforpublication holdback public ispublic visible isvisible статус черновик'
  )
    .split(' ')
    .map((name) => [name, 'status'] as const),
]);

/** Stems that mean an embargo wherever they stand: `embargo_until`, `эмбарго_до`, `sperrfrist_bis`. */
const stems = ['embarg', 'эмбарг', 'ембарг', 'sperrfrist', 'sperrvermerk'];

function meaningOf(letters: string, plain: string): SuspectKey['meant'] | undefined {
  if (stems.some((stem) => letters.includes(stem) || plain.includes(stem))) return 'embargo';
  if (plain.length > LONGEST_SLIP) return undefined;
  if (distance(plain, 'embargo') <= 2) return 'embargo';
  return distance(plain, 'status') <= 1 ? 'status' : undefined;
}
