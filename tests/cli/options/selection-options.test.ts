import { describe, expect, it } from 'vitest';
import { facetOptions, facetWords, listOption, wishFrom } from '../../../src/cli/options/selection-options.ts';
import type { TaxonomyFile } from '../../../src/model/generated/taxonomy-file.ts';
import { makeTaxonomy } from '../../../src/model/make-taxonomy.ts';

const facets = [
  ...makeTaxonomy({
    version: 1,
    facets: {
      field: { property: 'fields', label: 'Field of \u202Ework', terms: {} },
      'sub-topic-2': { property: 'x', terms: {} },
      'to-string': { property: 'y', terms: {} },
    },
  } as TaxonomyFile).facets.values(),
];

describe('an option without a value', () => {
  it.each([
    [{ field: [''] }, '--field'],
    [{ field: ['a', ' , '] }, '--field'],
    [{ notSubTopic2: [''] }, '--not-sub-topic-2'],
    [{ place: [' '] }, '--place'],
    [{ lang: ['en', ''] }, '--lang'],
    [{ status: [''] }, '--status'],
    [{ type: [''] }, '--type'],
  ])('is not «everything»: %j', (options, flag) => {
    expect(() => wishFrom(options, facets)).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: `«${flag}» has no value, and without one it would mean everything.`,
      }),
    );
  });

  it('may end in a comma all the same', () => {
    expect(wishFrom({ field: ['a,'] }, facets).terms).toEqual(new Map([['field', ['a']]]));
  });
});

describe('the options of facets', () => {
  it('are one to choose and one to leave out, with a label that no terminal obeys', () => {
    expect(facetOptions(facets.slice(0, 1), 'selection')).toMatchObject([
      { flags: '--field <term>', summary: 'field of \\u{202E}work: any word that finds the term', repeatable: true },
      { flags: '--not-field <term>', summary: 'without this field of \\u{202E}work', repeatable: true },
    ]);
    expect(facetOptions(facets, 'answers').map(({ flags }) => flags)).toEqual([
      '--field <term>',
      '--sub-topic-2 <term>',
      '--to-string <term>',
    ]);
  });

  it('are read with commas and repetition for the same', () => {
    const options = { field: ['a, b', 'c', ' ,'], subTopic2: 'd', notField: ['e'], toString: ['f'] };
    expect(facetWords(options, facets)).toEqual(
      new Map([
        ['field', ['a', 'b', 'c']],
        ['sub-topic-2', ['d']],
        ['to-string', ['f']],
      ]),
    );
    expect(facetWords(options, facets, 'not-')).toEqual(new Map([['field', ['e']]]));
    expect(facetWords({}, facets)).toEqual(new Map());
    expect(facetWords({ field: [','] }, facets)).toEqual(new Map());
  });
});

describe('a wish', () => {
  it('takes over what was given, and nothing else', () => {
    expect(wishFrom({}, facets)).toEqual({
      terms: new Map(),
      notTerms: new Map(),
      exact: false,
      place: [],
      lang: [],
      type: [],
      status: [],
      where: [],
    });
    const given = {
      field: ['a'],
      exact: true,
      from: '2009',
      to: '2010',
      place: ['Baku'],
      lang: 'en',
      status: ['draft'],
      type: ['x'],
      text: 'w',
      where: ['q'],
      sort: 'id',
      limit: '5',
      offset: '1',
    };
    expect(wishFrom(given, facets)).toEqual({
      terms: new Map([['field', ['a']]]),
      notTerms: new Map(),
      exact: true,
      from: '2009',
      to: '2010',
      place: ['Baku'],
      lang: ['en'],
      status: ['draft'],
      type: ['x'],
      text: 'w',
      where: ['q'],
      sort: 'id',
      limit: '5',
      offset: '1',
    });
  });

  it('finds no option in what every object has', () => {
    expect([
      listOption({}, 'toString'),
      listOption({}, 'constructor'),
      listOption({ x: 5 }, 'x'),
      listOption({ x: 'a' }, 'x'),
    ]).toEqual([[], [], [], ['a']]);
  });
});
