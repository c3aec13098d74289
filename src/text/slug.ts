import anyAscii from 'any-ascii';

const LONGEST_SLUG = 80;

const PICTOGRAPHS =
  /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\p{Variation_Selector}\u200D]|\u20E3/gu;
const WORDS = /[a-z0-9]+/g;

/**
 * The part of a file name or web address that a title gives: Latin letters without accents and digits in lower case, words
 * joined by `-`, any script transliterated, pictographs dropped, at most 80 characters and cut between words.
 *
 * Empty when nothing is left; then a person has to choose. The result may still be a reserved name: see `isReservedName`.
 */
export function slugify(title: string): string {
  const latin = anyAscii(title.normalize('NFC').replace(PICTOGRAPHS, '')).toLowerCase().replaceAll("'", '');
  let slug = '';
  for (const [word] of latin.matchAll(WORDS)) {
    const longer = slug === '' ? word.slice(0, LONGEST_SLUG) : `${slug}-${word}`;
    if (longer.length > LONGEST_SLUG) break;
    slug = longer;
  }
  return slug;
}
