/**
 * The words under which institutions' pages show what a release says about itself: «Place: BAKU», «Источник: …».
 *
 * These are data: another language is another column. A heading that is a facet's label, name or key needs no entry here.
 */
import { fold } from '../text/fold.ts';

/** What a heading asks; `facet` names the facet of the vocabulary that answers it, when there is one of that name. */
export type HeadingMeaning =
  | { readonly asks: 'date' | 'place' | 'lang' | 'type' | 'summary' | 'contact' }
  | { readonly asks: 'facet'; readonly facet: string };

/** A heading as it was recognised, with the language it is written in. */
export type KnownHeading = HeadingMeaning & { readonly lang: string };

interface HeadingWords {
  readonly meaning: HeadingMeaning;
  readonly words: Readonly<Record<'en' | 'ru', readonly string[]>>;
}

const headings: readonly HeadingWords[] = [
  {
    meaning: { asks: 'date' },
    words: {
      en: ['Date', 'Date of issue', 'Release date', 'Published', 'Published on', 'Publishing date'],
      ru: ['Дата', 'Дата выпуска', 'Дата публикации', 'Опубликовано'],
    },
  },
  {
    meaning: { asks: 'place' },
    words: {
      en: ['Place', 'Location', 'City', 'Dateline'],
      ru: ['Место', 'Место выпуска', 'Место публикации', 'Город'],
    },
  },
  { meaning: { asks: 'lang' }, words: { en: ['Language'], ru: ['Язык'] } },
  { meaning: { asks: 'type' }, words: { en: ['Type', 'Content type', 'Kind'], ru: ['Тип', 'Тип материала'] } },
  { meaning: { asks: 'summary' }, words: { en: ['Summary', 'In brief'], ru: ['Краткое содержание', 'Кратко'] } },
  {
    meaning: { asks: 'contact' },
    words: {
      en: ['Contact', 'Contacts', 'Contact person', 'Press contact', 'Media contact'],
      ru: ['Контакт', 'Контакты', 'Контактное лицо', 'Контакты для прессы'],
    },
  },
  {
    meaning: { asks: 'facet', facet: 'source' },
    words: { en: ['Source', 'Sources', 'Issued by'], ru: ['Источник', 'Источники'] },
  },
  {
    meaning: { asks: 'facet', facet: 'field' },
    words: {
      en: ['Field of work', 'Fields of work'],
      ru: ['Область деятельности', 'Области деятельности', 'Направления деятельности'],
    },
  },
  {
    meaning: { asks: 'facet', facet: 'country' },
    words: { en: ['Country', 'Countries'], ru: ['Страна', 'Страны'] },
  },
  {
    meaning: { asks: 'facet', facet: 'meeting' },
    words: {
      en: ['Meeting', 'Meetings', 'Conference', 'Meetings and conferences'],
      ru: ['Встреча', 'Встречи', 'Встречи и конференции', 'Мероприятие', 'Мероприятия'],
    },
  },
];

const byWord = new Map<string, KnownHeading>();
for (const { meaning, words } of headings) {
  for (const [lang, spellings] of Object.entries(words)) {
    for (const spelling of spellings) byWord.set(fold(spelling), { ...meaning, lang });
  }
}

/** What a heading asks, whatever its capitals and punctuation; undefined for one that stands in no table. */
export function headingMeaning(heading: string): KnownHeading | undefined {
  return byWord.get(fold(heading));
}

const types: ReadonlyMap<string, { readonly name: string; readonly lang: string }> = new Map(
  (
    [
      ['press-release', 'en', ['Press release', 'News release', 'Press Releases']],
      ['press-release', 'ru', ['Пресс-релиз']],
      ['statement', 'en', ['Statement', 'Press statement']],
      ['statement', 'ru', ['Заявление']],
      ['media-advisory', 'en', ['Media advisory', 'Press advisory']],
      ['media-advisory', 'ru', ['Анонс для СМИ', 'Анонс']],
      ['spot-report', 'en', ['Spot report']],
      ['spot-report', 'ru', ['Оперативный отчет']],
      ['daily-report', 'en', ['Daily report']],
      ['daily-report', 'ru', ['Ежедневный отчет']],
    ] as const
  ).flatMap(([name, lang, words]) => words.map((word) => [fold(word), { name, lang }] as const)),
);

/** The kind of release that a line of a page names, «Press release», with the language of the words. */
export function typeOfWords(words: string): { readonly name: string; readonly lang: string } | undefined {
  return types.get(fold(words));
}
