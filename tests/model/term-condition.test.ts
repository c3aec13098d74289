import { describe, expect, it } from 'vitest';
import { matches } from '../../src/model/condition.ts';
import type { TaxonomyFile } from '../../src/model/generated/taxonomy-file.ts';
import { makeTaxonomy } from '../../src/model/make-taxonomy.ts';
import type { Taxonomy } from '../../src/model/taxonomy.ts';
import { closedBeside, termCondition } from '../../src/model/term-condition.ts';
import { releaseOf, today, vocabulary } from './newsroom.ts';

interface Question {
  readonly exact?: boolean;
  readonly taxonomy?: Taxonomy;
  readonly today?: string;
}

const condition = (facet: string, words: string, question: Question = {}): ReturnType<typeof termCondition> => {
  const taxonomy = question.taxonomy ?? vocabulary;
  return termCondition(words, {
    taxonomy,
    facet: taxonomy.facets.get(facet)!,
    today: question.today ?? today,
    exact: question.exact ?? false,
  });
};
const counting = (facet: string, words: string, question: Question = {}): string[] =>
  [...condition(facet, words, question).counting.keys()].sort();

describe('a question for a term', () => {
  it('means the term, everything under it, and the ids that they had', () => {
    expect(counting('field', 'education')).toEqual(['education']);
    expect(counting('field', 'Human dimension')).toEqual([
      'elections',
      'human-dimension',
      'human-rights',
      'torture',
      'voting',
    ]);
    expect(counting('field', 'voting')).toEqual(['elections', 'voting']);
  });

  it('means the term alone when it is to be exact', () => {
    expect(counting('field', 'Human dimension', { exact: true })).toEqual(['human-dimension']);
    expect(counting('field', 'elections', { exact: true })).toEqual(['elections', 'voting']);
  });

  it('finds a release by an id that was renamed since, and by a term that is not to be used any more', () => {
    expect(matches(condition('field', 'elections'), releaseOf({ fields: ['voting'] }))).toBe(true);
    expect(matches(condition('source', 'press-house'), releaseOf({ source: 'press-house' }))).toBe(true);
  });

  it('means what took its place, where a term is not to be used any more, and not where a body has closed', () => {
    expect(counting('source', 'press-house')).toEqual(['press-house', 'secretariat']);
    expect(counting('source', 'press-house', { exact: true })).toEqual(['press-house', 'secretariat']);
    expect(counting('source', 'secretariat')).toEqual(['secretariat']);
    const merged = makeTaxonomy({
      version: 1,
      facets: {
        a: {
          property: 'x',
          terms: {
            first: { label: 'First', deprecated: true, replacedBy: ['a/second', 'nowhere'] },
            second: { label: 'Second', deprecated: true, replacedBy: ['third', 'first'] },
            third: {
              label: 'Third',
              replacedBy: ['fourth'],
              active: { until: '1999' },
              narrower: { under: { label: 'U' } },
            },
            fourth: { label: 'Fourth' },
          },
        },
      },
    } as TaxonomyFile);
    expect(counting('a', 'first', { taxonomy: merged })).toEqual(['first', 'second', 'third', 'under']);
    expect(counting('a', 'third', { taxonomy: merged })).toEqual(['third', 'under']);
  });

  it('says that words mean nothing, or several things', () => {
    expect(() => condition('field', 'electoins')).toThrow(
      expect.objectContaining({
        code: 'unknown-term',
        message: '«electoins» is not a term of field.',
        hint: 'Did you mean «elections»?',
      }),
    );
    expect(() => condition('field', 'zzz')).toThrow(
      expect.objectContaining({ hint: '«press taxonomy tree field» shows all terms.' }),
    );
    const twice = makeTaxonomy({
      version: 1,
      facets: {
        a: { property: 'x', terms: { one: { label: 'Same' }, two: { label: 'Same', active: { until: '1999' } } } },
      },
    } as TaxonomyFile);
    expect(() => condition('a', 'same', { taxonomy: twice })).toThrow(
      expect.objectContaining({
        code: 'ambiguous-term',
        message: '«same» could mean a/one (Same) or a/two (Same (closed)).',
        hint: 'Name one of them by its id.',
      }),
    );
  });
});

describe('membership in time', () => {
  const partners = condition('country', 'asian-partners');
  const states = condition('country', 'participating-states');
  const mongolia = (date: string | undefined, status = 'published'): ReturnType<typeof releaseOf> =>
    releaseOf({ countries: ['mongolia'], date, status });

  it.each([
    ['2003-12-31', false],
    ['2004-06-01', true],
    ['2008-01-01', true],
    ['2012-06-01', true],
    ['2013-01-01', false],
  ])('counts at the date of the release: %s', (date, isPartner) => {
    expect(matches(partners, mongolia(date))).toBe(isPartner);
    expect(matches(states, mongolia(date))).toBe(true);
  });

  it('counts for a draft without a date, and never where the question is exact', () => {
    expect(matches(partners, mongolia(undefined, 'draft'))).toBe(true);
    expect(matches(condition('country', 'asian-partners', { exact: true }), mongolia('2008-01-01'))).toBe(false);
    expect(matches(partners, releaseOf({ countries: ['japan'], date: '1950-01-01' }))).toBe(true);
  });

  const groups = makeTaxonomy({
    version: 1,
    facets: {
      body: {
        property: 'bodies',
        terms: {
          union: { label: 'Union', narrower: { founder: { label: 'Founder' } } },
          club: {
            label: 'Club',
            memberOf: [
              { term: 'body/union', from: '2000-01-01', until: '2004-12-31' },
              { term: 'union', from: '2010-01-01' },
            ],
            narrower: { branch: { label: 'Branch' } },
            formerIds: ['old-club'],
          },
          guest: { label: 'Guest', memberOf: [{ term: 'club' }] },
          stranger: { label: 'Stranger', memberOf: [{ term: 'nowhere' }, { term: 'other/union' }] },
        },
      },
    },
  } as TaxonomyFile);
  const union = condition('body', 'union', { taxonomy: groups });

  it('may begin again, is named with its facet or without, and takes along what is under the member', () => {
    const idsThatCount = (day: string): string[] =>
      [...union.counting]
        .filter(
          ([, periods]) =>
            periods.length === 0 || periods.some(({ from = '', until = '9999' }) => day >= from && day <= until),
        )
        .map(([id]) => id)
        .sort();
    expect(idsThatCount('1999-01-01')).toEqual(['founder', 'union']);
    expect(idsThatCount('2002-01-01')).toEqual(['branch', 'club', 'founder', 'old-club', 'union']);
    expect(idsThatCount('2006-01-01')).toEqual(['founder', 'union']);
    expect(idsThatCount('2020-01-01')).toEqual(['branch', 'club', 'founder', 'old-club', 'union']);
  });

  it('is not handed on: the guest of a member is no member', () => {
    expect(union.counting.has('guest')).toBe(false);
    expect(union.counting.has('stranger')).toBe(false);
    expect(counting('body', 'club', { taxonomy: groups })).toEqual(['branch', 'club', 'guest', 'old-club']);
  });
});

describe('the heading of what is closed', () => {
  it('has for members what stands beside it and has ended, on the day of the run', () => {
    expect(counting('source', 'closed')).toEqual(['baku', 'closed', 'co-ordinator-in-ukraine']);
    expect(counting('source', 'Closed field activities', { today: '2015-07-04' })).toEqual([
      'closed',
      'co-ordinator-in-ukraine',
    ]);
    expect(counting('source', 'closed', { today: '2015-07-05' })).toContain('baku');
    expect(counting('source', 'closed', { today: '2031-01-01' })).not.toContain('office');
    expect(counting('source', 'closed', { exact: true })).toEqual(['closed']);
  });

  it('has neither itself nor what it stands under for a member, though that has ended, too', () => {
    const ended = makeTaxonomy({
      version: 1,
      facets: {
        a: {
          property: 'x',
          terms: {
            all: {
              label: 'All',
              active: { until: '1999' },
              narrower: {
                gone: { label: 'Gone', members: 'closed', active: { until: '1999' } },
                old: { label: 'Old', active: { until: '2000' } },
              },
            },
          },
        },
      },
    } as TaxonomyFile);
    const facet = ended.facets.get('a')!;
    expect(closedBeside(facet.terms.get('gone')!, facet, today).map(({ id }) => id)).toEqual(['old']);
  });

  it('has for members everything that ended when it stands at the top', () => {
    const top = makeTaxonomy({
      version: 1,
      facets: {
        a: {
          property: 'x',
          terms: {
            gone: { label: 'Gone', members: 'closed' },
            old: { label: 'Old', active: { until: '2000' } },
            new: { label: 'New' },
          },
        },
      },
    } as TaxonomyFile);
    const facet = top.facets.get('a')!;
    expect(closedBeside(facet.terms.get('gone')!, facet, today).map(({ id }) => id)).toEqual(['old']);
  });
});
