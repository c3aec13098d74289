import { describe, expect, it } from 'vitest';
import { makeRelease } from '../../src/model/make-release.ts';
import { PressError } from '../../src/model/press-error.ts';
import { isSameDigest, translationDigest } from '../../src/model/translation-digest.ts';
import type { Draft } from '../../src/operations/draft.ts';
import { answerLanguage, translateRelease, type TranslationWish } from '../../src/operations/translate.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { file, usualPath } from './verbs/newsroom-file.ts';

const repository = await repositoryInMemory({
  'taxonomy.yaml': 'version: 1\nfacets: {topic: {property: topics, multiple: true, terms: {water: {label: Water}}}}\n',
  'press.yaml': 'boilerplates:\n  about: {en: About us., ru: О нас.}\n  short: {en: Short.}\n',
});

function draftOf(text: string, wish: Partial<TranslationWish> = {}, path = usualPath): Draft {
  const manuscript = repository.manuscriptFrom(path, new TextEncoder().encode(text));
  const release = makeRelease(manuscript, repository);
  if (release === undefined) throw new Error('No release');
  const all = { lang: 'ru', title: 'Заголовок', places: undefined, summary: undefined, written: undefined, ...wish };
  return translateRelease({ manuscript, release }, all, repository);
}

function dataOf({ path, creation }: Draft): Readonly<Record<string, unknown>> {
  const { data, faults } = repository.manuscriptFrom(path, new TextEncoder().encode(creation.text));
  expect(faults).toEqual([]);
  return { ...data };
}

const full = {
  place: 'Vienna',
  type: 'statement',
  boilerplate: 'about',
  summary: 'A summary',
  slug: 'my-slug',
  aliases: '[/old/]',
  contacts: '[{name: A B, email: a@example.org}]',
  related: '[other]',
  attachments: '[{href: /a.pdf, size: 12}]',
  updated: '2026-01-06',
  corrections: '[{date: 2026-01-06, kind: correction, note: N}]',
  embargo: '"2027-01-01T00:00:00+01:00"',
  origin: '{url: "https://example.org/", imported: 2026-01-05}',
  lang: 'en',
};

describe('the draft of a translation', () => {
  it('has what is true of both texts, an embargo above all, and nothing that is true of the original alone', () => {
    const data = dataOf(draftOf(file(full)));
    expect(Object.keys(data)).toEqual([
      'id',
      'title',
      'date',
      'topics',
      'place',
      'type',
      'boilerplate',
      'slug',
      'contacts',
      'related',
      'attachments',
      'embargo',
      'translationOf',
      'lang',
      'status',
    ]);
    expect(data).toMatchObject({
      id: 'x.ru',
      title: 'Заголовок',
      embargo: '2027-01-01T00:00:00+01:00',
      attachments: [{ href: '/a.pdf', size: 12 }],
      lang: 'ru',
      status: 'draft',
    });
  });

  it('is a draft, whatever the original is', () => {
    for (const status of ['published', 'hold', 'approved'])
      expect(dataOf(draftOf(file({ status })))).toMatchObject({ status: 'draft' });
  });

  it('says of which text it was made', () => {
    const text = file({}, 'Text.\n');
    const { data = {}, ...manuscript } = repository.manuscriptFrom(usualPath, new TextEncoder().encode(text));
    const now = translationDigest({ ...manuscript, data }, (words) => repository.digestOfText(words));
    const made = dataOf(draftOf(text))['translationOf'] as { readonly id: string; readonly digest: string };
    expect(made.id).toBe('x');
    expect(isSameDigest(made.digest, now)).toBe(true);
  });

  it('stands beside the original, with the language in name and id', () => {
    expect(draftOf(file())).toMatchObject({
      path: 'releases/2026/2026-01-05-x.ru.md',
      id: 'x.ru',
      permalink: '/ru/2026/x/',
    });
    expect(draftOf(file(), { lang: 'sr-Latn' })).toMatchObject({
      path: 'releases/2026/2026-01-05-x.sr-latn.md',
      id: 'x.sr-latn',
      permalink: '/sr-Latn/2026/x/',
    });
    expect(draftOf(file(), {}, 'releases/X.MD').path).toBe('releases/X.ru.md');
  });

  it('has the cities of the new language where they are given', () => {
    expect(dataOf(draftOf(file({ place: 'Vienna' })))).toMatchObject({ place: 'Vienna' });
    expect(dataOf(draftOf(file({ place: 'Vienna' }), { places: ['Вена'] }))).toMatchObject({ place: 'Вена' });
    expect(dataOf(draftOf(file({ place: '[A, B]' }), { places: ['А', 'Б'] }))).toMatchObject({ place: ['А', 'Б'] });
    expect(dataOf(draftOf(file({ place: 'Vienna' }), { places: [] }))).not.toHaveProperty('place');
    expect(dataOf(draftOf(file(), { places: ['Вена'] }))).toMatchObject({ place: 'Вена' });
  });

  it('has a summary where one is given', () => {
    expect(dataOf(draftOf(file(), { summary: 'Кратко: "a" # b' }))).toMatchObject({ summary: 'Кратко: "a" # b' });
    expect(dataOf(draftOf(file({ summary: 'S' }), { summary: '' }))).not.toHaveProperty('summary');
  });

  it('names a closing paragraph only where the language has it', () => {
    const body = 'Text.\n\nAbout us.\n';
    const about = draftOf(file({ boilerplate: 'about' }, body));
    expect(about.creation.text.endsWith('<!-- Text. -->\n\nО нас.\n')).toBe(true);
    const french = draftOf(file({ boilerplate: 'about' }, body), { lang: 'fr' });
    expect(dataOf(french)).not.toHaveProperty('boilerplate');
    expect(french.creation.text.endsWith('<!-- Text. -->\n')).toBe(true);
  });

  it('holds the translated text where somebody has it, under its own dateline', () => {
    const written = 'Текст перевода.\r\n\r\nЕщё.';
    const { creation } = draftOf(file({ place: 'Vienna', boilerplate: 'about' }), { written, places: ['Вена'] });
    expect(creation.text.split('---\n').at(-1)).toBe('ВЕНА, 5 января 2026 года - Текст перевода.\n\nЕщё.\n\nО нас.\n');
  });

  it('is read back as it was meant, whatever the title', () => {
    for (const title of ['- a', '[x', 'a: b # c', '"q"', "it's", 'null', '2026-01-05', '🎉', 'مرحبا', '---'])
      expect(dataOf(draftOf(file(), { title }))).toMatchObject({ title });
  });
});

describe('the language that somebody named', () => {
  it.each([
    ['ru', 'ru'],
    [' RU ', 'ru'],
    ['Russian', 'ru'],
    ['русский', 'ru'],
    ['français', 'fr'],
    ['ru_RU', 'ru-RU'],
    ['SR-LATN', 'sr-Latn'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['rom', 'rom'],
    ['mo', 'ro'],
    // Files keep the tag of Montenegrin; outputs write the one that checkers of feeds know.
    ['cnr', 'cnr'],
    ['CNR-cyrl', 'cnr-Cyrl'],
  ])('%j is %s', (words, tag) => {
    expect(answerLanguage(words)).toBe(tag);
  });

  it.each(['', 'russisch', 'und', 'x-foo', 'i-klingon', 'a', 'en gb', 'toString', 'Serbian (Latin)'])(
    '%j is none',
    (words) => {
      expect(() => answerLanguage(words)).toThrow(PressError);
      expect(() => answerLanguage(words)).toThrow('is no language that press knows');
    },
  );
});
