/** Languages by their names, for people who write the name where the tag belongs. */

const names: readonly (readonly [tag: string, names: string])[] = [
  ['ar', 'arabic|العربية'],
  ['az', 'azerbaijani|azeri|azərbaycanca|azərbaycan dili'],
  ['de', 'german|deutsch'],
  ['en', 'english'],
  ['es', 'spanish|español|castellano'],
  ['fr', 'french|français'],
  ['hy', 'armenian|հայերեն'],
  ['it', 'italian|italiano'],
  ['ka', 'georgian|ქართული'],
  ['kk', 'kazakh|қазақша|қазақ тілі'],
  ['ky', 'kyrgyz|кыргызча'],
  ['pl', 'polish|polski'],
  ['pt', 'portuguese|português'],
  ['ro', 'romanian|română'],
  ['ru', 'russian|русский|по-русски'],
  ['sq', 'albanian|shqip'],
  ['sr', 'serbian|српски|srpski'],
  ['tg', 'tajik|тоҷикӣ'],
  ['tr', 'turkish|türkçe'],
  ['uk', 'ukrainian|українська'],
  ['uz', 'uzbek|oʻzbekcha|o‘zbekcha|o’zbekcha|ўзбекча'],
];

let tags: ReadonlyMap<string, string> | undefined;

/** The tag (ISO 639-1) of a language that is written by its name, in English or in its own words; undefined for any other text. */
export function languageNamed(name: string): string | undefined {
  tags ??= new Map(names.flatMap(([tag, all]) => all.split('|').map((each) => [each.normalize('NFC'), tag] as const)));
  return tags.get(name.trim().normalize('NFC').toLowerCase());
}
