import { describe, expect, it } from 'vitest';
import { errorsOf, told } from './shipped-schemas.ts';

const TAXONOMY = 'taxonomy.schema.json';

function withTop(changes: Record<string, unknown>): Record<string, unknown> {
  return { version: 1, facets: { topic: { property: 'topics', terms: {} } }, ...changes };
}

function withFacet(changes: Record<string, unknown>): Record<string, unknown> {
  return withTop({ facets: { topic: { property: 'topics', terms: {}, ...changes } } });
}

function withTerm(changes: Record<string, unknown>): Record<string, unknown> {
  return withFacet({ terms: { water: { label: 'Water', ...changes } } });
}

type Row = readonly [string, unknown];

const top: { accepted: Row[]; refused: Row[] } = {
  accepted: [
    ['languages', ['en', 'ru', 'sr-Latn']],
    ['decorations', [{ prefix: 'OSCE ' }, { suffix: '(closed)' }]],
    ['decorations', []],
    ['facets', {}],
    ['facets', { 'press-topic2': { property: 'pressTopics', terms: {} } }],
  ],
  refused: [
    ['version', 2],
    ['version', '1'],
    ['languages', []],
    ['languages', 'en'],
    ['languages', ['en', 'en']],
    ['languages', ['en_GB']],
    ['decorations', [{}]],
    ['decorations', [{ prefix: 'a', suffix: 'b' }]],
    ['decorations', [{ infix: 'a' }]],
    ['decorations', ['OSCE ']],
    ['facets', []],
    ['facets', { Topic: { property: 'topics', terms: {} } }],
    ['facets', { '1st': { property: 'topics', terms: {} } }],
    ['facets', { topic: { terms: {} } }],
    ['facets', { topic: { property: 'topics' } }],
  ],
};

const facet: { accepted: Row[]; refused: Row[] } = {
  accepted: [
    ['label', 'Topic'],
    ['label', { en: 'Topic', ru: 'Тема' }],
    ['description', { en: 'What it is about.\nMore.' }],
    ['note', 'Ours since 2021.'],
    ['property', 'press_topics-2'],
    ['multiple', true],
    ['required', false],
    ['judged', 'author'],
    ['judged', 'subject'],
    ['languages', ['en']],
  ],
  refused: [
    ['label', ''],
    ['label', {}],
    ['label', { english_uk: 'Topic' }],
    ['label', { en: '' }],
    ['label', { en: ['Topic'] }],
    ['label', 7],
    ['property', 'two words'],
    ['property', '__proto__'],
    ['multiple', 'yes'],
    ['required', 1],
    ['judged', 'reader'],
    ['languages', []],
    ['terms', []],
    ['terms', { 'Two Words': { label: 'x' } }],
    ['terms', { '-a': { label: 'x' } }],
    ['terms', { water: null }],
    ['terms', { water: {} }],
  ],
};

const term: { accepted: Row[]; refused: Row[] } = {
  accepted: [
    ['label', { en: 'Water', ru: 'Вода' }],
    ['description', 'Rivers and lakes, not seas.'],
    ['note', 'Agreed.'],
    ['aliases', ['river', { en: 'lake', ru: 'озеро' }]],
    [
      'names',
      [{ label: 'Rivers', from: '2000-07-17', until: '2013-12' }, { label: 'Waters', from: 2014 }, { label: 'Rivers' }],
    ],
    ['active', { from: '2000-07-17', until: 'unknown' }],
    ['active', { from: 1999 }],
    ['roles', [{ label: { en: 'Chair' }, from: '2025-01-01', until: '2025-12-31' }]],
    ['memberOf', [{ term: 'partners', from: '2004', until: '2012' }, { term: 'place/asia' }]],
    ['members', 'closed'],
    ['assignable', false],
    ['deprecated', true],
    ['replacedBy', ['rivers', 'lakes']],
    ['implies', ['country/azerbaijan']],
    ['related', ['air']],
    ['formerIds', ['old.water_2']],
    ['match', { exactMatch: ['medtop:20000574'], relatedMatch: ['https://example.org/id/Türkiye'] }],
    ['iso3166', 'NO'],
    ['narrower', { lakes: { label: 'Lakes', narrower: { ponds: { label: 'Ponds' } } } }],
  ],
  refused: [
    ['label', 'two\nlines'],
    ['aliases', 'river'],
    ['aliases', [3]],
    ['names', []],
    ['names', ['Rivers']],
    ['names', [{ from: '2000' }]],
    ['names', [{ label: 'Rivers', since: '2000' }]],
    ['active', {}],
    ['active', { from: '17 July 2000' }],
    ['active', { from: '2000-7' }],
    ['active', { until: '2000-07-17T00:00:00Z' }],
    ['active', { until: 20 }],
    ['active', { until: null }],
    ['active', { to: '2015' }],
    ['roles', [{ from: '2025' }]],
    ['memberOf', ['partners']],
    ['memberOf', [{ from: '2004' }]],
    ['memberOf', [{ term: 'A partner' }]],
    ['members', 'open'],
    ['assignable', 'no'],
    ['deprecated', 'since 2014'],
    ['replacedBy', 'rivers'],
    ['replacedBy', []],
    ['replacedBy', ['rivers', 'rivers']],
    ['implies', ['country/azerbaijan/baku']],
    ['related', ['Air']],
    ['formerIds', ['topic/water']],
    ['match', {}],
    ['match', { sameAs: ['medtop:1'] }],
    ['match', { exactMatch: 'medtop:1' }],
    ['match', { exactMatch: ['20000574'] }],
    ['iso3166', 'no'],
    ['iso3166', 'NOR'],
    ['iso3166', false],
    ['narrower', ['lakes']],
    ['narrower', { lakes: { label: 'Lakes', narrower: { ponds: { labels: 'Ponds' } } } }],
  ],
};

const levels = [
  { what: 'the file', make: withTop, at: '', ...top },
  { what: 'a facet', make: withFacet, at: '/facets/topic', ...facet },
  { what: 'a term', make: withTerm, at: '/facets/topic/terms/water', ...term },
];

describe.each(levels)('taxonomy.schema.json: $what', ({ make, at, accepted, refused }) => {
  it.each(accepted)('accepts %s: %j', (key, value) => {
    expect(told(errorsOf(TAXONOMY, make({ [key]: value })))).toEqual([]);
  });

  it.each(refused)('refuses %s: %j', (key, value) => {
    const places = errorsOf(TAXONOMY, make({ [key]: value })).map((error) => `${error.instancePath}/`);
    expect(places).not.toEqual([]);
    expect(places.filter((place) => !place.startsWith(`${at}/${key}/`))).toEqual([]);
  });

  it('finds a misspelt key', () => {
    expect(told(errorsOf(TAXONOMY, make({ labell: 'x' })))).toEqual([
      `${at} additionalProperties {"additionalProperty":"labell"}`,
    ]);
  });
});

describe('taxonomy.schema.json', () => {
  it('needs a version and facets, and is a mapping', () => {
    expect(told(errorsOf(TAXONOMY, {})).join()).toMatch(/version.*facets/);
    for (const value of [null, [], 'facets', 1]) expect(errorsOf(TAXONOMY, value)).not.toEqual([]);
  });

  it('needs a label for every term that may still be used', () => {
    const nameless = (changes: object): unknown => withFacet({ terms: { water: changes } });
    expect(errorsOf(TAXONOMY, nameless({ deprecated: true, replacedBy: ['rivers'] }))).toEqual([]);
    expect(told(errorsOf(TAXONOMY, nameless({ deprecated: false }))).join()).toContain('"missingProperty":"label"');
  });

  it('judges a slip deep down in the tree at its own place', () => {
    let terms: Record<string, unknown> = { 't-0': { label: 'Leaf', asignable: false } };
    for (let depth = 1; depth < 20; depth++) terms = { [`t-${depth}`]: { label: 'Heading', narrower: terms } };
    const errors = errorsOf(TAXONOMY, withFacet({ terms }));
    expect(errors.map((error) => error.params)).toEqual([{ additionalProperty: 'asignable' }]);
    expect(errors[0]?.instancePath.endsWith('/narrower/t-0')).toBe(true);
  });
});
