/** The words that stand around releases on a page or in a digest. */
import { primaryLanguage } from '../../../text/language-tag.ts';

export interface PageWords {
  readonly language: string;
  readonly skip: string;
  readonly contents: string;
  readonly releases: string;
  readonly nothing: string;
  readonly undated: string;
  readonly holdsUnpublished: string;
  readonly notPublic: string;
  readonly updated: string;
  readonly contacts: string;
  readonly files: string;
  readonly otherLanguages: string;
  readonly address: string;
  readonly table: string;
  readonly picture: string;
}

const ENGLISH: PageWords = {
  language: 'en',
  skip: 'Skip to the releases',
  contents: 'Contents',
  releases: 'Releases',
  nothing: 'No release was found.',
  undated: 'Without a date',
  holdsUnpublished: 'Not for publication: this page holds releases that are not public.',
  notPublic: 'not public',
  updated: 'Updated',
  contacts: 'Contacts',
  files: 'Files',
  otherLanguages: 'Other languages',
  address: 'Address',
  table: 'Table',
  picture: 'Picture',
};

const RUSSIAN: PageWords = {
  language: 'ru',
  skip: 'Перейти к сообщениям',
  contents: 'Содержание',
  releases: 'Сообщения',
  nothing: 'Ничего не найдено.',
  undated: 'Без даты',
  holdsUnpublished: 'Не для публикации: на этой странице есть неопубликованные сообщения.',
  notPublic: 'не опубликовано',
  updated: 'Обновлено',
  contacts: 'Контакты',
  files: 'Файлы',
  otherLanguages: 'На других языках',
  address: 'Адрес',
  table: 'Таблица',
  picture: 'Изображение',
};

/** The words in a language (BCP 47); English ones where there are no others. `language` says which they are. */
export function pageWords(lang: string): PageWords {
  return primaryLanguage(lang) === 'ru' ? RUSSIAN : ENGLISH;
}
