import { describe, expect, it } from 'vitest';
import { sampleRelease, samplePath } from '../../src/model/sample-release.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import { languageOf, placeInValue, textUnder } from '../../src/model/text-key.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const repository = await repositoryInMemory({
  'taxonomy.yaml': 'version: 1\nfacets: {topic: {property: topics, terms: {a: {label: A}}}}\n',
});
const manuscript = (changes: Record<string, string>) =>
  repository.manuscriptFrom(samplePath, Buffer.from(sampleRelease(changes)));

describe('textUnder', () => {
  it('gives texts alone', () => {
    const read = manuscript({ title: 'One', summary: '[Two]' });
    expect(['title', 'summary', 'lang', 'constructor'].map((key) => textUnder(read, key))).toEqual([
      'One',
      undefined,
      undefined,
      undefined,
    ]);
    expect(textUnder({ data: undefined }, 'title')).toBeUndefined();
  });
});

describe('languageOf', () => {
  it.each([
    ['en-GB', 'en'],
    ['RU', 'ru'],
    ['sr-Latn', 'sr'],
  ])('of %s is %s', (lang, expected) => {
    expect(languageOf(manuscript({ lang }), defaultSettings)).toBe(expected);
  });

  it('is the newsroom’s where a release names none', () => {
    expect(languageOf(manuscript({}), { ...defaultSettings, language: 'ru-RU' })).toBe('ru');
  });
});

describe('placeInValue', () => {
  it.each([
    ['One two three', 'two'],
    ['"One two three"', 'two'],
    ['>-\n  One\n  two three', 'two'],
    ['>-\n  One\n  two three', 'One two three', '>-\n  One\n  two three'],
    ['>-\n  two\n  two three', 'two', '>-\n  two\n  two three'],
    ['"One two\\u0020three"', 'two three', '"One two\\u0020three"'],
  ])('of %j finds %j', (source, words, expected = words) => {
    const read = manuscript({ title: source });
    const value = textUnder(read, 'title') ?? '';
    const start = value.indexOf(words);
    const place = placeInValue(read, ['title'], { value, start, end: start + words.length });
    expect(read.text.slice(place.start, place.end)).toBe(expected);
  });
});
