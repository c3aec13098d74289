import { describe, expect, it } from 'vitest';
import type { ReadFacet, ReadTerm } from '../../src/model/vocabulary-format.ts';
import { chooseFacets } from '../../src/operations/import-facets.ts';

const term = (id: string, more: Partial<ReadTerm> = {}): ReadTerm => ({
  id,
  broader: undefined,
  entry: { label: id },
  ...more,
});
const facet = (name: string | undefined, terms: readonly ReadTerm[] = [term('a')]): ReadFacet => ({
  name,
  property: undefined,
  languages: ['en'],
  entry: {},
  terms,
});
const choose = (facets: readonly ReadFacet[], name?: string): ReturnType<typeof chooseFacets> =>
  chooseFacets({ facets, remarks: [] }, { facet: name, knows: (_, id) => id === 'known' });

describe('the facets of a source', () => {
  it('come in under their names', () => {
    expect(choose([facet('topic'), facet('office')]).facets.map(({ name, property }) => [name, property])).toEqual([
      ['topic', 'topic'],
      ['office', 'office'],
    ]);
  });

  it('may be one of several', () => {
    expect(choose([facet('topic'), facet('office')], 'office').facets.map(({ name }) => name)).toEqual(['office']);
  });

  it('may get a name where there is only one', () => {
    expect(choose([facet(undefined)], 'subject').facets[0]).toMatchObject({ name: 'subject', property: 'subject' });
  });

  it.each<readonly [string, readonly ReadFacet[], string | undefined, string]>([
    ['has no name', [facet(undefined)], undefined, 'does not say which facet its terms belong to'],
    ['is not there', [facet('topic'), facet('office')], 'place-name', 'has no facet «place-name»'],
    ['has the name of an option', [facet('from')], undefined, 'cannot be called «from»: it is an option'],
    ['has the name of a key', [facet('related')], undefined, 'it is a front-matter key of press itself'],
    ['has a name that cannot be one', [facet('topic')], 'Topic!', 'small letters, digits and hyphens'],
    ['comes twice', [facet('topic'), facet('topic')], undefined, 'the source has two of that name'],
  ])('are refused when one %s', (_, facets, name, why) => {
    expect(() => choose(facets, name)).toThrow(why);
  });

  it('keep links that lead somewhere, and lose the others with a remark', () => {
    const entry = {
      label: 'A',
      related: ['b', 'gone', 'known'],
      implies: ['office/x', 'office/y'],
      memberOf: [{ term: 'gone' }],
      replacedBy: ['old'],
    };
    const { facets, remarks } = choose([
      facet('topic', [term('a', { entry }), term('b', { entry: { label: 'B', formerIds: ['old'] } })]),
      facet('office', [term('x')]),
    ]);
    expect(facets[0]?.terms[0]?.entry).toEqual({
      label: 'A',
      related: ['b', 'known'],
      implies: ['office/x'],
      replacedBy: ['old'],
    });
    expect(remarks.map(({ message, places }) => `${message} ${places.join()}`)).toEqual([
      'A link to a term that is neither in the source nor here was left out (implies). topic/a',
      'A link to a term that is neither in the source nor here was left out (related). topic/a',
      'A link to a term that is neither in the source nor here was left out (memberOf). topic/a',
    ]);
  });

  it('keep a term above that is here, and know one that is nowhere', () => {
    const { facets, remarks } = choose([
      facet('topic', [term('a', { broader: 'known' }), term('b', { broader: 'nowhere' })]),
    ]);
    expect(facets[0]?.terms.map(({ broader }) => broader)).toEqual(['known', undefined]);
    expect(remarks).toEqual([
      {
        message: 'The term under which one is to stand is neither in the source nor here: it comes in at the top.',
        places: ['topic/b'],
        needsPerson: true,
      },
    ]);
  });

  it('are refused when terms lie too deep', () => {
    const chain = Array.from({ length: 13 }, (_, at) =>
      term(`t${at}`, { broader: at === 0 ? undefined : `t${at - 1}` }),
    );
    expect(() => choose([facet('topic', chain)])).toThrow('more than 12 deep');
    expect(choose([facet('topic', chain.slice(0, 12))]).facets[0]?.terms).toHaveLength(12);
  });
});
