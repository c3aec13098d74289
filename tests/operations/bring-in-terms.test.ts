import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { facetOfHeading } from '../../src/operations/bring-in-questions.ts';
import { impliedTerms, missingFacets, reconcile } from '../../src/operations/bring-in-terms.ts';
import type { Taxonomy } from '../../src/model/taxonomy.ts';
import { archive, label } from './bring-in-fixture.ts';

let taxonomy: Taxonomy;
beforeAll(async () => {
  taxonomy = (await archive()).taxonomy;
});

describe('the heading of a label', () => {
  it.each([
    ['Source', 'source'],
    ['ИСТОЧНИК', 'source'],
    ['Fields of work', 'field'],
    ['Field of work', 'field'],
    ['fields', 'field'],
    ['Области деятельности', 'field'],
    ['Область работы', 'field'],
    ['Countries', 'country'],
    ['Ministry', 'ministry'],
    ['Meetings', undefined],
    ['Author', undefined],
    ['Date', undefined],
    ['', undefined],
  ])('«%s» asks for %s', (heading, name) => {
    expect(facetOfHeading(heading, taxonomy)?.name).toBe(name);
  });
});

describe('labels', () => {
  const fields = (value: string): readonly string[] =>
    reconcile([label('Fields of work', value)], { taxonomy }).terms.get('fields') ?? [];
  const unknown = (value: string): readonly string[] =>
    reconcile([label('Fields of work', value)], { taxonomy }).unknown.map(({ message }) => message);

  it.each([
    ['Elections', ['elections']],
    ['elections,  EDUCATION', ['elections', 'education']],
    ['Elections; Education | Law', ['elections', 'education', 'law']],
    ['Law, order, and peace', ['law-and-order']],
    ['Elections, Law, order, and peace, Law', ['elections', 'law-and-order', 'law']],
    ['Выборы, Education', ['elections', 'education']],
    ['Elections, elections', ['elections']],
    [', ,', []],
  ])('«%s» are %j', (value, ids) => {
    expect(fields(value)).toEqual(ids);
    expect(unknown(value)).toEqual([]);
  });

  it.each([
    ['Elektions', '«Elektions» is no term of field.'],
    ['Desk', '«Desk» could be 2 terms of field.'],
    ['Themes', '«Themes» is a heading of the vocabulary, and no release can have it.'],
    ['Old word', '«Old word» is not to be used any more.'],
  ])('«%s» is for a person to settle', (value, message) => {
    const { unknown: found, terms } = reconcile([label('Fields of work', value)], { taxonomy });
    expect(found).toMatchObject([{ heading: 'Fields of work', value, origin: 'list item «Fields of work»', message }]);
    expect(found[0]?.hint).toBeTruthy();
    expect(terms.size).toBe(0);
  });

  it('suggests near words', () => {
    expect(reconcile([label('Fields of work', 'Elektions')], { taxonomy }).unknown[0]?.hint).toMatch(/«elections»/i);
  });

  it('keeps what is known beside what is not', () => {
    expect(fields('Elections, Alchemy')).toEqual(['elections']);
    expect(unknown('Elections, Alchemy')).toEqual(['«Alchemy» is no term of field.']);
  });

  it('reads decorated names of bodies', () => {
    expect(
      reconcile([label('Source', 'OSCE Project Co-ordinator in Baku (closed)')], { taxonomy }).terms.get('source'),
    ).toEqual(['baku']);
  });

  it('asks which one is meant where a facet takes one term only', () => {
    const { terms, unknown: found } = reconcile([label('Ministry', 'Health'), label('Ministry', 'Labour')], {
      taxonomy,
    });
    expect(terms.size).toBe(0);
    expect(found).toMatchObject([
      { value: 'health, labour', message: '«ministry» takes one term, and the source has 2.' },
    ]);
    expect(
      reconcile([label('Ministry', 'Health'), label('Ministry', 'health')], { taxonomy }).terms.get('ministry'),
    ).toEqual(['health']);
  });

  it('are taken, reported or left out, whatever they are; none is invented', () => {
    const known = new Set([...taxonomy.facets.values()].flatMap((facet) => [...facet.terms.keys()]));
    const word = fc.oneof(
      fc.constantFrom('Elections', 'Law', 'Law, order, and peace', 'Desk', ';', ',', 'x'),
      fc.string({ maxLength: 12 }),
    );
    const anyLabel = fc.record({
      heading: fc.constantFrom('Source', 'Fields of work', 'Ministry', 'Nothing'),
      value: fc.array(word).map((all) => all.join(', ')),
      origin: fc.constant('x'),
    });
    fc.assert(
      fc.property(fc.array(anyLabel, { maxLength: 5 }), (labels) => {
        const { terms, notCarried } = reconcile(labels, { taxonomy });
        for (const id of [...terms.values()].flat()) expect(known.has(id)).toBe(true);
        expect(notCarried.length).toBe(labels.filter(({ heading }) => heading === 'Nothing').length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what terms imply', () => {
  it('is suggested once, with the reason, unless it is there', () => {
    const both = new Map([['source', ['baku', 'ankara']]]);
    expect(impliedTerms(both, { taxonomy, lang: 'ru' })).toEqual([
      { key: 'countries', value: 'azerbaijan', reason: '«Project Co-ordinator in Baku» implies «Азербайджан»' },
      { key: 'countries', value: 'tuerkiye', reason: '«Office in Ankara» implies «Türkiye»' },
    ]);
    expect(
      impliedTerms(new Map([...both, ['countries', ['azerbaijan', 'tuerkiye']]]), { taxonomy, lang: 'en' }),
    ).toEqual([]);
  });
});

describe('required facets', () => {
  it('are missing when they have no term', () => {
    expect(missingFacets(new Map(), taxonomy)).toEqual(['fields', 'source']);
    expect(missingFacets(new Map([['fields', ['elections']]]), taxonomy)).toEqual(['source']);
  });
});
