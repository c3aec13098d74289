import { describe, expect, it } from 'vitest';
import { isInCapitals, isKnownAcronym } from '../../src/model/known-acronyms.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const repository = await repositoryInMemory({
  'taxonomy.yaml':
    'version: 1\ndecorations: [{prefix: "ABCD "}]\nfacets: {topic: {property: topics, terms: {a: {label: Office of the XYZ, aliases: [QRS work]}}}}\n',
  'press.yaml': 'publisher: {name: Office for Public News of KLM}\n',
});

describe('isKnownAcronym', () => {
  it.each(['UN', 'ООН', 'XIV', 'MMXXVI', 'ABCD', 'XYZ', 'QRS', 'KLM', 'OPNK'])('knows %s', (word) => {
    expect(isKnownAcronym(word, repository)).toBe(true);
  });

  it.each(['CECAZ', 'IIX', 'Office', 'constructor', 'NEWS'])('does not know %s', (word) => {
    expect(isKnownAcronym(word, repository)).toBe(false);
  });

  it('asks each house for its own', async () => {
    const { taxonomy } = repository;
    const other = { taxonomy, settings: { ...repository.settings, publisher: { name: 'Zeta Yota' } } };
    expect(isKnownAcronym('ZY', other)).toBe(true);
    expect(isKnownAcronym('OPNK', other)).toBe(false);
    expect(isKnownAcronym('OPNK', repository)).toBe(true);
  });
});

describe('isInCapitals', () => {
  it.each([
    ['OSCE', true],
    ['БАКУ', true],
    ['Osce', false],
    ['باكو', false],
    ['新聞', false],
  ])('of %s is %s', (word, expected) => {
    expect(isInCapitals(word)).toBe(expected);
  });
});
