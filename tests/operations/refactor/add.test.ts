import { describe, expect, it } from 'vitest';
import { add, type AddWish } from '../../../src/operations/refactor/add.ts';
import { differences, planned, refactored, refusalOf, vocabulary } from '../../support/refactoring.ts';

const texts = { 'taxonomy.yaml': vocabulary };
const added = (term: string, more: Partial<AddWish> = {}): ReturnType<typeof add> =>
  add({ term, labels: ['Light'], aliases: [], under: undefined, ...more });
const changed = async (verb: ReturnType<typeof add>, before = vocabulary): Promise<string[]> =>
  differences(before, (await refactored({ 'taxonomy.yaml': before }, verb))['taxonomy.yaml'] ?? '');

describe('taxonomy add', () => {
  it('puts a term behind the last one', async () => {
    const after = await refactored(
      texts,
      added('topic/light', { labels: ['Light', 'ru=Свет'], aliases: ['lamps', 'RU=лампы', 'a=b'] }),
    );
    expect(after['taxonomy.yaml']).toContain(
      '          birds: {label: Birds}\n      light:\n        label: {en: Light, ru: Свет}\n        aliases: [lamps, {ru: лампы}, "a=b"]\n  author:\n',
    );
  });

  it('writes it as its neighbours are written', async () => {
    await expect(changed(added('topic/bees', { under: 'nature' }))).resolves.toEqual(['+ bees: {label: Light}']);
    await expect(changed(added('topic/mud', { under: 'soil' }), vocabulary)).resolves.toEqual(
      expect.arrayContaining(['+ narrower:', '+ mud:', '+ label: Light']),
    );
    await expect(changed(added('topic/wind', { under: 'air' }))).resolves.toContain(
      `+ "air": {label: 'Air', related: [water], narrower: {wind: {label: Light}}}`,
    );
    await expect(changed(added('author/east'))).resolves.toEqual(['+ east:', '+ label: Light']);
  });

  it('adds the first term of a facet', async () => {
    const empty = 'version: 1\nfacets: {topic: {property: topics, terms: {}}}';
    await expect(changed(added('topic/light'), empty)).resolves.toEqual([
      `- ${empty.split('\n')[1] ?? ''}`,
      '+ facets: {topic: {property: topics, terms: {light: {label: Light}}}}',
    ]);
  });

  it('keeps CRLF, the byte-order mark and a file without a last line end', async () => {
    const strange = `\uFEFF${vocabulary.trimEnd().replaceAll('\n', '\r\n')}`;
    const after = await refactored({ 'taxonomy.yaml': strange }, added('author/east'));
    expect(after['taxonomy.yaml']).toBe(`${strange}\r\n      east:\r\n        label: Light`);
  });

  it.each([
    [added('light'), 'usage: «light» does not say which facet the term is for.'],
    [added('topics/light'), 'unknown-term: «topics» is not a facet of the vocabulary.'],
    [added('topic/Light'), '«Light» cannot be an id.'],
    [added('topic/soil', { labels: ['Other'] }), '«topic/soil» is a term already.'],
    [added('topic/light', { labels: ['Rivers'] }), '«Rivers» already is a word for topic/water'],
    [added('topic/light', { aliases: ['Вода'] }), '«Вода» already is a word for topic/water'],
    [added('topic/light', { labels: ['ru=Свет'] }), 'needs a label in the main language, «en».'],
    [added('topic/light', { labels: ['A', 'B'] }), 'There are two texts for «en»'],
    [added('topic/light', { under: 'north' }), '«north» is a term of author'],
  ])('is refused: %#', async (verb, sentence) => {
    await expect(refusalOf(texts, verb)).resolves.toContain(sentence);
  });

  it('says which languages are missing', async () => {
    await expect(planned(texts, added('topic/light'))).resolves.toMatchObject({ told: ['It has no name in ru yet.'] });
  });
});
