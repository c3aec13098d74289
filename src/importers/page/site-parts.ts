/** Where a release ends and the site goes on: menus, links to share, the footer. */
import { fold } from '../../text/fold.ts';
import { entriesOf, textOfPassage, type Passage } from './passage.ts';

// Lines that sites put below a text, in the two languages of the house; data, like the headings of a page's list.
const siteWords: ReadonlySet<string> = new Set(
  [
    ...[
      'Home',
      'Print',
      'Print this page',
      'Share',
      'Share this page',
      'Share this',
      'Follow us',
      'Back to top',
      'Top',
      'Back',
    ],
    ...[
      'Facebook',
      'Twitter',
      'X',
      'YouTube',
      'LinkedIn',
      'Instagram',
      'Telegram',
      'Flickr',
      'RSS',
      'Newsletter',
      'Subscribe',
    ],
    ...[
      'Related',
      'Related content',
      'Related stories',
      'Related news',
      'See also',
      'Read more',
      'More news',
      'Next',
      'Previous',
    ],
    ...[
      'Search',
      'Sitemap',
      'Site map',
      'About us',
      'Contact us',
      'Careers',
      'Privacy policy',
      'Cookie policy',
      'Terms of use',
    ],
    ...['Legal notice', 'Imprint', 'Accessibility', 'Feedback', 'Download', 'Languages', 'English', 'Русский'],
    ...[
      'Главная',
      'Печать',
      'Распечатать',
      'Поделиться',
      'Подписаться',
      'Наверх',
      'Назад',
      'Далее',
      'Поиск',
      'Карта сайта',
    ],
    ...[
      'О нас',
      'Свяжитесь с нами',
      'Вакансии',
      'Читайте также',
      'См. также',
      'Похожие новости',
      'Условия использования',
    ],
  ].map(fold),
);

const COPYRIGHT = /^(?:©|\(c\) ?\d|copyright\b)|all rights reserved|все права защищены|\bcookies\b/i;

/** When the page was changed: another day than that of the release, and no word of it. */
const UPDATED =
  /^(?:(?:page |this page was )?last (?:updated|modified|reviewed)|последнее обновление|обновлено)(?!\p{L})(?=.*\d).{0,60}$/iu;

function isOwnLine(line: string): boolean {
  return COPYRIGHT.test(line) || UPDATED.test(line);
}

const SHORTEST_SENTENCE = 40;
const LONG_ENOUGH = 120;

/**
 * How many of the passages belong to the text. `before` is what stood above the headline: what comes again below the text is
 * the site's. Where nothing shows a menu, everything belongs to the text.
 */
export function bodyEnd(passages: readonly Passage[], before: readonly Passage[]): BodyEnd {
  const menus = new Set(
    before.flatMap((passage) => entriesOf(passage).map(({ text }) => fold(text))).filter((text) => text !== ''),
  );
  const repeated = passages.findIndex((passage, at) => repeats(passage, menus) && !isIntroduced(passages[at - 1]));
  const limit = repeated === -1 ? passages.length : repeated;
  const lastSentence = passages.slice(0, limit).findLastIndex(isSentence);
  const sign = passages.findIndex(
    (passage, at) => at > lastSentence && at < limit && isSiteSign(passage, passages[at - 1], menus),
  );
  const end = sign === -1 ? limit : sign;
  // A lone dash is where a flattened page opens a menu.
  const menu = passages.findIndex((passage, at) => at >= end && passage.kind === 'empty-item');
  return { end, sure: menu === -1 ? limit : Math.min(menu, limit) };
}

/** Where a text ends. */
export interface BodyEnd {
  /** What begins here is taken for the site's. */
  readonly end: number;
  /** What begins here is the site's for certain: it repeats its menus, or opens one. What lies between is a guess. */
  readonly sure: number;
}

/** Whether a passage can only be the site's: «Print», a line of copyright, a ruler. */
export function isSiteLine(passage: Passage): boolean {
  if (passage.kind === 'empty-item' || passage.kind === 'rule') return true;
  const lines = passage.kind === 'list' ? entriesOf(passage).map(({ text }) => text) : [textOfPassage(passage)];
  return lines.every((line) => siteWords.has(fold(line)) || isOwnLine(line.trim()));
}

/** Whether a passage above the text belongs to the site: a list that says nothing about the release, «Print», «Share». */
export function isAboveText(passage: Passage): boolean {
  if (passage.kind === 'list' || passage.kind === 'empty-item' || passage.kind === 'rule') return true;
  return siteWords.has(fold(textOfPassage(passage)));
}

/** A list with two entries of the menus above, or nothing else: the text does not go on after it. */
function repeats(passage: Passage, menus: ReadonlySet<string>): boolean {
  if (passage.kind !== 'list') return false;
  const entries = entriesOf(passage).map(({ text }) => fold(text));
  const known = entries.filter((text) => menus.has(text)).length;
  return known > 0 && (known > 1 || entries.length === 1);
}

/** A paragraph that speaks in sentences; what is above the last one is the text, whatever it looks like. */
function isSentence(passage: Passage): boolean {
  if (passage.kind === 'quote' || passage.kind === 'footnote' || passage.kind === 'code') return true;
  if (passage.kind !== 'paragraph')
    return passage.kind === 'list' && entriesOf(passage).some(({ text }) => isSentenceText(text));
  return isSentenceText(textOfPassage(passage));
}

/** Whether words are long enough, and end as sentences do. A line of copyright is none. */
export function isSentenceText(text: string): boolean {
  const words = text.trim();
  if (isOwnLine(words)) return false;
  return words.length >= LONG_ENOUGH || (words.length >= SHORTEST_SENTENCE && /[.!?…:;][»”"')\]]*$/.test(words));
}

function isSiteSign(passage: Passage, before: Passage | undefined, menus: ReadonlySet<string>): boolean {
  if (passage.kind === 'empty-item') return true;
  const text = textOfPassage(passage).trim();
  if (passage.kind === 'list') return !isIntroduced(before) && isMenu(entriesOf(passage).map((entry) => entry.text));
  return (
    isOwnLine(text) || (text !== '' && !isIntroduced(passage) && (siteWords.has(fold(text)) || menus.has(fold(text))))
  );
}

const CONTACT = /@|\d[\d ()/.-]{5,}\d/;

/** Several short lines without an address or a telephone number, or one that sites have. */
function isMenu(lines: readonly string[]): boolean {
  if (lines.some((line) => CONTACT.test(line))) return false;
  return lines.length > 1 || siteWords.has(fold(lines[0] ?? ''));
}

/** «The course covers:» makes the list after it part of the text. */
function isIntroduced(before: Passage | undefined): boolean {
  return before !== undefined && /[:：]\s*$/.test(textOfPassage(before));
}
