import { describe, expect, it } from 'vitest';
import { manifestText } from '../../src/model/output-manifest.ts';
import { errorsOf, told } from './shipped-schemas.ts';

const position = { line: 8, column: 5, offset: 152 };
const range = { start: position, end: { line: 8, column: 14, offset: 161 } };
const finding = {
  rule: 'unknown-term',
  severity: 'error',
  file: 'releases/2009/a.md',
  range,
  message: '«electoins» is not a term of field.',
  hint: 'Did you mean «elections»?',
  fix: { title: 'Replace by elections', safety: 'safe', edits: [{ range, text: '' }] },
  related: [{ file: 'taxonomy.yaml', range, message: 'Here.' }],
};
const summary = { files: 31, errors: 1, warnings: 0, infos: 0, fixable: 1 };

describe('output/diagnostics.schema.json', () => {
  const errors = (changes: object, whole: object = {}): string[] =>
    told(
      errorsOf('output/diagnostics.schema.json', {
        version: 1,
        summary,
        diagnostics: [{ ...finding, ...changes }],
        ...whole,
      }),
    );

  it('accepts a report, with and without what may be missing', () => {
    const { hint: _hint, fix: _fix, related: _related, ...bare } = finding;
    expect(errors({})).toEqual([]);
    expect(errors({}, { diagnostics: [bare] })).toEqual([]);
    expect(errors({}, { diagnostics: [] })).toEqual([]);
  });

  it.each([
    ['/diagnostics/0/severity', { severity: 'fatal' }],
    ['/diagnostics/0/file', { file: '' }],
    ['/diagnostics/0/range', { range: {} }],
    ['/diagnostics/0/range/start/line', { range: { ...range, start: { ...position, line: 0 } } }],
    ['/diagnostics/0/range/start/column', { range: { ...range, start: { ...position, column: 0 } } }],
    ['/diagnostics/0/message', { message: '' }],
    ['/diagnostics/0/fix/safety', { fix: { ...finding.fix, safety: 'risky' } }],
    ['/diagnostics/0/fix/edits', { fix: { ...finding.fix, edits: [] } }],
    ['/diagnostics/0/related/0', { related: [{ file: 'a.md', range }] }],
    ['/diagnostics/0', { line: 8 }],
  ])('refuses a finding that is wrong at %s', (place, changes) => {
    expect(errors(changes).join()).toContain(`${place} `);
  });

  it('refuses other versions, missing counts and additions', () => {
    expect(errors({}, { version: 2 }).join()).toContain('/version const');
    expect(errors({}, { summary: { ...summary, fixable: undefined } }).join()).toContain('fixable');
    expect(errors({}, { tool: 'press' })).toEqual([' additionalProperties {"additionalProperty":"tool"}']);
  });
});

describe('output/releases.schema.json', () => {
  const release = {
    id: 'a',
    title: 'Headline',
    date: '2009-11-16',
    place: ['Baku'],
    source: [{ id: 'baku', label: 'OSCE Office in Baku' }],
    fields: [],
    lang: 'en',
    status: 'published',
    url: 'https://press.example.org/2009/a/',
    path: 'releases/2009/2009-11-16-a.md',
    public: true,
  };
  const errors = (changes: object): string[] =>
    told(errorsOf('output/releases.schema.json', [{ ...release, ...changes }]));

  it('accepts releases, and none', () => {
    expect(errors({})).toEqual([]);
    expect(errorsOf('output/releases.schema.json', [])).toEqual([]);
  });

  it('accepts the facets of any organization, and whatever stands in embargo', () => {
    expect(errors({ ministry: [{ id: 'health', label: 'Ministry of Health' }] })).toEqual([]);
    for (const embargo of ['tomorrow', false, 5, [], { until: 'x' }])
      expect(errors({ embargo, public: false })).toEqual([]);
  });

  it('lets only a withdrawn release go without its headline', () => {
    expect(errors({ status: 'withdrawn', title: undefined, public: false })).toEqual([]);
    expect(errors({ title: undefined }).join()).toContain('"missingProperty":"title"');
  });

  it.each([
    ['/0/fields/0', { fields: ['elections'] }],
    ['/0/fields/0', { fields: [{ id: 'elections', label: 'Elections', facet: 'field' }] }],
    ['/0/source', { source: { id: 'baku', label: 'Baku' } }],
    ['/0/summary', { summary: null }],
    ['/0/date', { date: '16.11.2009' }],
    ['/0/contacts/0', { contacts: [{ fax: '1' }] }],
    ['/0/public', { public: 'yes' }],
    ['/0/url', { url: '/2009/a/' }],
  ])('refuses what is wrong at %s: %j', (place, changes) => {
    expect(errors(changes).join()).toContain(`${place} `);
  });

  it.each(['id', 'status', 'path', 'public'])('needs %s', (key) => {
    expect(errors({ [key]: undefined }).join()).toContain(`"missingProperty":"${key}"`);
  });
});

describe('output/taxonomy-terms.schema.json', () => {
  const term = {
    facet: 'country',
    id: 'tuerkiye',
    label: 'Türkiye',
    labels: { en: 'Türkiye', ru: 'Турция' },
    path: ['participating-states', 'tuerkiye'],
    active: { from: '2000-07-17', until: 'unknown' },
  };
  const errors = (changes: object): string[] =>
    told(errorsOf('output/taxonomy-terms.schema.json', [{ ...term, ...changes }]));

  it('accepts terms, and none', () => {
    expect(errors({})).toEqual([]);
    expect(errors({ aliases: [{ en: 'Turkey' }], iso3166: 'TR', releases: 3, match: { exactMatch: ['x:1'] } })).toEqual(
      [],
    );
    expect(errorsOf('output/taxonomy-terms.schema.json', [])).toEqual([]);
  });

  it.each([
    ['/0/label', { label: { en: 'Türkiye' } }],
    ['/0/labels', { labels: {} }],
    ['/0/path', { path: 'participating-states/tuerkiye' }],
    ['/0/active', { active: null }],
    ['/0/active/from', { active: { from: 2000 } }],
    ['/0/match', { match: { sameAs: ['x:1'] } }],
    ['/0', { name: 'Türkiye' }],
  ])('refuses what is wrong at %s: %j', (place, changes) => {
    expect(errors(changes).join()).toContain(`${place} `);
  });

  it.each(['facet', 'id', 'label', 'labels', 'path'])('needs %s', (key) => {
    expect(errors({ [key]: undefined }).join()).toContain(`"missingProperty":"${key}"`);
  });
});

describe('output/manifest.schema.json', () => {
  const entry = { file: 'deep/a.rss', sha256: 'a'.repeat(64), count: 2, asOf: '2026-11-23T12:00:00Z', from: 'feeds' };

  it('takes what press writes, and nothing else', () => {
    const judged = (...entries: object[]): readonly unknown[] =>
      errorsOf('output/manifest.schema.json', JSON.parse(manifestText(entries as never)));
    expect(judged()).toEqual([]);
    expect(judged(entry, { ...entry, file: 'b.atom' })).toEqual([]);
    for (const wrong of [{ file: '../a' }, { sha256: 'x' }, { count: -1 }, { asOf: 'now' }, { more: 1 }])
      expect(judged({ ...entry, ...wrong }), JSON.stringify(wrong)).not.toEqual([]);
  });
});
