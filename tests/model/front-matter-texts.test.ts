import { describe, expect, it } from 'vitest';
import { hasText, ownTexts, textsIn } from '../../src/model/front-matter-texts.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import type { RuleContext } from '../../src/model/rule.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

const value = { a: 'one', b: ['two', { c: 'three', d: 4 }], e: null };

describe('texts of front matter', () => {
  it('are found wherever they stand', () => {
    expect([...textsIn(value)]).toEqual([
      { value: 'one', path: ['a'] },
      { value: 'two', path: ['b', 0] },
      { value: 'three', path: ['b', 1, 'c'] },
    ]);
    expect([...textsIn(undefined)]).toEqual([]);
  });

  it('are looked through for one of a kind', () => {
    expect(hasText(value, (text) => text === 'three')).toBe(true);
    expect(hasText(value, (text) => text === '4')).toBe(false);
    expect(hasText(undefined, () => true)).toBe(false);
  });

  it('are the release’s own where neither a facet nor the schema judges them', async () => {
    const repository = await repositoryInMemory({ 'taxonomy.yaml': shippedTaxonomy });
    const context: Pick<RuleContext, 'taxonomy' | 'schemaOf'> = {
      taxonomy: repository.taxonomy,
      schemaOf: (type) => repository.releaseSchema(type),
    };
    const paths = (text: string): string[] =>
      ownTexts(repository.manuscriptFrom(samplePath, Buffer.from(text)), context as RuleContext).map(({ path }) =>
        path.join('/'),
      );
    expect(paths(sampleRelease({ contacts: '[{name: Desk}]' }))).toEqual([
      'id',
      'title',
      'date',
      'place',
      'contacts/0/name',
      'status',
    ]);
    expect(paths(sampleRelease({ status: 'publish', slug: 'A B', weather: 'fine' }))).toEqual([
      'id',
      'title',
      'date',
      'place',
    ]);
    expect(paths(sampleRelease({ title: 'a: b: c' }))).toEqual([]);
  });
});
