import { describe, expect, it } from 'vitest';
import type { TaxonomyFile } from '../../src/model/generated/taxonomy-file.ts';
import { makeTaxonomy } from '../../src/model/make-taxonomy.ts';
import {
  broaderTerms,
  facetOfProperty,
  termOf,
  withNarrower,
  type Facet,
  type Term,
} from '../../src/model/taxonomy.ts';
import { vocabulary } from './newsroom.ts';

const facet = (name: string): Facet => vocabulary.facets.get(name)!;
const term = (name: string, id: string): Term => facet(name).terms.get(id)!;
const ids = (terms: readonly Term[]): string[] => terms.map(({ id }) => id);

describe('the vocabulary', () => {
  it('knows a facet by its key in front matter', () => {
    expect(facetOfProperty(vocabulary, 'fields')?.name).toBe('field');
    for (const name of ['field', 'toString', '__proto__', ''])
      expect(facetOfProperty(vocabulary, name)).toBeUndefined();
  });

  it('knows a term by its id and by one it had before', () => {
    expect(termOf(facet('field'), 'elections')?.id).toBe('elections');
    expect(termOf(facet('field'), 'voting')?.id).toBe('elections');
    expect(termOf(facet('country'), 'turkey')?.id).toBe('tuerkiye');
    for (const id of ['Elections', 'toString', '__proto__', 'constructor', ''])
      expect(termOf(facet('field'), id)).toBeUndefined();
  });

  it('knows what is above a term, nearest first, and what is under it, in the order of the file', () => {
    expect(ids(broaderTerms(facet('field'), term('field', 'torture')))).toEqual(['human-rights', 'human-dimension']);
    expect(ids(withNarrower(facet('field'), term('field', 'human-dimension')))).toEqual([
      'human-dimension',
      'elections',
      'human-rights',
      'torture',
    ]);
    expect(broaderTerms(facet('field'), term('field', 'education'))).toEqual([]);
    expect(ids(withNarrower(facet('field'), term('field', 'education')))).toEqual(['education']);
  });
});

describe('what a file leaves out', () => {
  const made = (file: object): ReturnType<typeof makeTaxonomy> => makeTaxonomy({ version: 1, ...file } as TaxonomyFile);

  it('gets its default', () => {
    const taxonomy = made({ facets: { topic: { property: 'topics', terms: { water: { label: 'Water' } } } } });
    expect(taxonomy).toMatchObject({ languages: ['en'], decorations: [] });
    expect(taxonomy.facets.get('topic')).toMatchObject({
      name: 'topic',
      property: 'topics',
      multiple: false,
      required: false,
      judged: 'subject',
      languages: ['en'],
    });
    expect(taxonomy.facets.get('topic')?.label).toEqual(new Map([['en', 'topic']]));
    expect(taxonomy.facets.get('topic')?.terms.get('water')).toEqual({
      facet: 'topic',
      id: 'water',
      label: new Map([['en', 'Water']]),
      names: [],
      aliases: [],
      broader: undefined,
      narrower: [],
      memberOf: [],
      assignable: true,
      members: undefined,
      active: undefined,
      replacedBy: [],
      implies: [],
      related: [],
      roles: [],
      iso3166: undefined,
      match: new Map(),
      formerIds: [],
      deprecated: false,
      description: undefined,
      note: undefined,
    });
  });

  it('is judged as the author in the facet source alone, unless it says otherwise', () => {
    const taxonomy = made({
      facets: {
        source: { property: 's', terms: {} },
        ministry: { property: 'm', judged: 'author', terms: {} },
        topic: { property: 't', terms: {} },
      },
    });
    expect([...taxonomy.facets.values()].map(({ judged }) => judged)).toEqual(['author', 'author', 'subject']);
  });

  it('is in the first language of the facet, else of the file', () => {
    const terms = { a: { label: 'Вода', aliases: ['Реки', { en: 'Rivers' }] } };
    const taxonomy = made({
      languages: ['en', 'ru'],
      facets: { one: { property: 'x', languages: ['ru'], terms }, two: { property: 'y', terms } },
    });
    expect(taxonomy.facets.get('one')?.terms.get('a')?.label).toEqual(new Map([['ru', 'Вода']]));
    expect(taxonomy.facets.get('two')?.terms.get('a')?.label).toEqual(new Map([['en', 'Вода']]));
    expect(taxonomy.facets.get('one')?.terms.get('a')?.aliases).toEqual([
      new Map([['ru', 'Реки']]),
      new Map([['en', 'Rivers']]),
    ]);
  });

  it('may be a year that YAML takes for a number', () => {
    const taxonomy = made({
      facets: {
        a: {
          property: 'x',
          terms: { b: { label: 'B', active: { from: 1999, until: 2004 }, names: [{ label: 'A', until: 2001 }] } },
        },
      },
    });
    expect(taxonomy.facets.get('a')?.terms.get('b')).toMatchObject({
      active: { from: '1999', until: '2004' },
      names: [{ until: '2001' }],
    });
  });

  it('may have a deprecated term without a label, which goes by its id', () => {
    const taxonomy = made({
      facets: { a: { property: 'x', terms: { old: { deprecated: true, replacedBy: ['new'] } } } },
    });
    expect(taxonomy.facets.get('a')?.terms.get('old')).toMatchObject({
      label: new Map([['en', 'old']]),
      deprecated: true,
      replacedBy: ['new'],
    });
  });
});
