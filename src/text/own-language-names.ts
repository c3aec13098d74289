/** What languages call themselves, as a link to a translation says it. */

const NAMES: ReadonlyMap<string, string> = new Map([
  ['ar', 'العربية'],
  ['az', 'Azərbaycanca'],
  ['be', 'Беларуская'],
  ['bg', 'Български'],
  ['bs', 'Bosanski'],
  ['cs', 'Čeština'],
  ['de', 'Deutsch'],
  ['el', 'Ελληνικά'],
  ['en', 'English'],
  ['es', 'Español'],
  ['fa', 'فارسی'],
  ['fr', 'Français'],
  ['he', 'עברית'],
  ['hr', 'Hrvatski'],
  ['hu', 'Magyar'],
  ['hy', 'Հայերեն'],
  ['it', 'Italiano'],
  ['ka', 'ქართული'],
  ['kk', 'Қазақша'],
  ['ky', 'Кыргызча'],
  ['mk', 'Македонски'],
  ['mn', 'Монгол'],
  ['nl', 'Nederlands'],
  ['pl', 'Polski'],
  ['pt', 'Português'],
  ['ro', 'Română'],
  ['ru', 'Русский'],
  ['sq', 'Shqip'],
  ['sr', 'Српски'],
  ['sr-Latn', 'Srpski'],
  ['sr-ME', 'Crnogorski'],
  ['tg', 'Тоҷикӣ'],
  ['tk', 'Türkmençe'],
  ['tr', 'Türkçe'],
  ['uk', 'Українська'],
  ['uz', 'Oʻzbekcha'],
]);

/** The own name of a language by its tag in canonical form (BCP 47); the tag itself where no name is known here. */
export function ownLanguageName(tag: string): string {
  return NAMES.get(tag) ?? NAMES.get(tag.split('-')[0] ?? tag) ?? tag;
}
