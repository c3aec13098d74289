import { describe, expect, it } from 'vitest';
import { merge } from '../../../src/operations/refactor/merge.ts';
import { differences, planned, refactored, refusalOf, release, vocabulary } from '../../support/refactoring.ts';

const at = (name: string): string => `releases/2010/2010-03-04-${name}.md`;
const texts = {
  'taxonomy.yaml': vocabulary,
  'press.yaml': `feeds:
  - id: a
    where: "topic:water,soil AND author:\\"Northern Office\\""
  - id: b
    where: >-
      author:north
      AND (topic=rivers OR "rivers")
`,
  [at('a')]: release('a', 'topics: [soil, water]  # two'),
  [at('b')]: release('b', 'topics:', '  - water # first', '  - birds', '  - soil'),
  [at('c')]: release('c', 'topics: Rivers'),
  [at('d')]: release('d', 'topics: [water, air, birds]'),
};
const into = (target: string, ...terms: string[]): ReturnType<typeof merge> => merge({ terms, into: target });

describe('taxonomy merge', () => {
  it('moves everything to the term that is left, once', async () => {
    const after = await refactored(texts, into('soil', 'water'));
    expect(differences(vocabulary, after['taxonomy.yaml'] ?? '')).toEqual([
      `- "air": {label: 'Air', related: [water]}`,
      '- north: {label: Northern Office, active: {from: 2001-02-03}, implies: [topic/water]}',
      '+ deprecated: true',
      '+ replacedBy: [soil]',
      `+ "air": {label: 'Air', related: [soil]}`,
      '+ north: {label: Northern Office, active: {from: 2001-02-03}, implies: [topic/soil]}',
    ]);
    expect(after[at('a')]).toContain('topics: [soil]  # two\n');
    expect(after[at('b')]).toContain('topics:\n  # first\n  - birds\n  - soil\n');
    expect(after[at('c')]).toContain('topics: soil\n');
    expect(after[at('d')]).toContain('topics: [soil, air, birds]\n');
    expect(differences(texts['press.yaml'] ?? '', after['press.yaml'] ?? '')).toEqual([
      '- where: "topic:water,soil AND author:\\"Northern Office\\""',
      '- AND (topic=rivers OR "rivers")',
      '+ where: "topic:soil AND author:\\"Northern Office\\""',
      '+ AND (topic=soil OR "rivers")',
    ]);
  });

  it('takes several at once', async () => {
    const after = await refactored(texts, into('birds', 'water', 'air', 'topic/water'));
    expect(after[at('d')]).toContain('topics: [birds]\n');
    expect(after[at('b')]).toContain('topics:\n  # first\n  - birds\n  - soil\n');
    expect(after['taxonomy.yaml']).toContain(
      `"air": {label: 'Air', related: [birds], deprecated: true, replacedBy: [birds]}`,
    );
    await expect(planned(texts, into('birds', 'water', 'air'))).resolves.toMatchObject({
      counts: { terms: 2, releases: 4, feeds: 2 },
    });
  });

  it('keeps what a term was replaced by before out of the new place', async () => {
    const chain = vocabulary.replace(
      'label: Soil',
      'label: Soil\n        deprecated: true\n        replacedBy: [water]',
    );
    const after = await refactored({ 'taxonomy.yaml': chain }, into('birds', 'water'));
    expect(after['taxonomy.yaml']).toContain('replacedBy: [birds]\n      "air"');
  });

  it('drops a reference that would lead back to the term itself', async () => {
    const after = await refactored(texts, into('water', 'soil', 'air'));
    expect(differences(vocabulary, after['taxonomy.yaml'] ?? '')).toContain('+ related: [author/north]');
  });

  it('follows a heading that others belong to', async () => {
    const own = vocabulary.replace('memberOf:\n          - {term: north', 'memberOf:\n          - {term: "north"');
    const third = own.replace('      south:\n', '      east: {label: Eastern Office}\n      south:\n');
    const after = await refactored({ 'taxonomy.yaml': third }, into('east', 'north'));
    expect(after['taxonomy.yaml']).toContain('- {term: "east", from: "2004"}');
  });

  it.each([
    ['itself', into('water', 'water'), '«water» cannot go into itself.'],
    ['a term with others under it', into('water', 'nature'), 'Under «nature» stand other terms: forests, birds.'],
    [
      'a term of another facet',
      into('north', 'water'),
      'usage: «north» is a term of author, and the other one is a term of topic.',
    ],
    ['two terms of two facets', into('soil', 'water', 'north'), '«north» is a term of author'],
    ['nothing that is known', into('soil', 'wateer'), 'unknown-term: «wateer»'],
  ])('does not merge %s', async (_, verb, sentence) => {
    await expect(refusalOf(texts, verb)).resolves.toContain(sentence);
  });

  it('does not merge into what is out of use, or a heading, nor what is out of use already', async () => {
    const once = await refactored(texts, into('soil', 'water'));
    await expect(refusalOf(once, into('water', 'birds'))).resolves.toContain('«water» is out of use itself.');
    await expect(refusalOf(once, into('birds', 'water'))).resolves.toContain('«water» is out of use already.');
    const heading = { 'taxonomy.yaml': vocabulary.replace('label: Soil', 'label: Soil\n        assignable: false') };
    await expect(refusalOf(heading, into('soil', 'water'))).resolves.toContain('«soil» is a heading');
  });

  it('does not make a term follow itself', async () => {
    const followed = { 'taxonomy.yaml': vocabulary.replace('label: Soil', 'label: Soil\n        replacedBy: [water]') };
    await expect(refusalOf(followed, into('soil', 'water'))).resolves.toContain(
      '«soil» is followed by what is to go into it',
    );
  });

  it('is refused when releases would have errors that they do not have now', async () => {
    const closed = vocabulary.replace(
      '      south:\n',
      '      east: {label: Eastern Office, active: {until: 2005-01-01}}\n      south:\n',
    );
    const all = { 'taxonomy.yaml': closed, [at('a')]: release('a', 'author: south') };
    await expect(refusalOf(all, into('east', 'south'))).resolves.toMatch(/2010-03-04-a\.md:5:9 error retired-term/);
  });
});
