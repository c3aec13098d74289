import { describe, expect, it } from 'vitest';
import { json } from '../../src/formats/json.ts';
import { ndjson } from '../../src/formats/ndjson.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import { errorsOf, told } from '../schemas/shipped-schemas.ts';
import {
  editionOf,
  emptyEdition,
  hostileEdition,
  publicRelease,
  referenceEdition,
  staffEdition,
  staffRelease,
} from '../support/editions.ts';
import { written } from '../support/written.ts';

type Object = Record<string, unknown>;

/** The objects as a program reads them. */
function read(...[releases, changes]: Parameters<typeof editionOf>): Object[] {
  return JSON.parse(written(json, editionOf(releases, changes))) as Object[];
}

const full = publicRelease(
  {
    origin: { url: 'https://example.org/' },
    embargo: '2009-11-16T08:00:00Z',
    contacts: [{ name: 'x' }],
    custom: 'own key',
    lang: 'ru',
    source: 'baku',
    summary: 'Short',
    type: 'statement',
    updated: '2010-01-01',
    meetings: ['council'],
    countries: 'turkey',
    place: 'Baku',
    fields: ['elections', 'education'],
    corrections: [{ date: '2010-01-01', kind: 'update', note: 'x' }],
    slug: 'other',
    id: 'a',
  },
  'Text\n',
);

const tableKeys = 'id title date updated place source fields countries meetings lang type status summary url'.split(
  ' ',
);
const furtherKeys = 'body contacts embargo corrections path public'.split(' ');

describe('json and ndjson', () => {
  it.each([
    ['reference', referenceEdition],
    ['staff', staffEdition],
    ['hostile', hostileEdition],
    ['empty', emptyEdition],
  ])('hold the same objects: %s edition', (_, edition) => {
    const array = JSON.parse(written(json, edition)) as unknown[];
    const lines = written(ndjson, edition).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(array);
    expect(array).toHaveLength(edition.releases.length);
  });

  it('are empty and valid when nothing was chosen', () => {
    expect(written(json, emptyEdition)).toBe('[]\n');
    expect(written(ndjson, emptyEdition)).toBe('');
  });

  it('escape what a script or a terminal would act on, and change no value', () => {
    const title = '\u0000\u001B[2J\u007F\u009B\u2028\u2029\u202E\u200F\uD800 </script> "\\"';
    const text = written(json, editionOf([publicRelease({ id: 'a', title })]));
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029\u202E\u200F\uD800]/u);
    expect(read([publicRelease({ id: 'a', title })])[0]).toMatchObject({ title });
  });
});

describe('a release as an object', () => {
  it('has its keys in the order of the table, then what a table has no room for', () => {
    expect(Object.keys(read([full])[0] ?? {})).toEqual([...tableKeys, ...furtherKeys, 'custom', 'slug']);
  });

  it('has them in that order in the text, where a number is a key too', () => {
    const text = written(ndjson, editionOf([publicRelease({ id: 'a', 7: 'seven' })]));
    expect(text.indexOf('"7":')).toBeGreaterThan(text.indexOf('"public":'));
  });

  it('says everything as it is written, facets with their labels', () => {
    expect(read([full])[0]).toMatchObject({
      place: 'Baku',
      fields: [
        { id: 'elections', label: 'Elections' },
        { id: 'education', label: 'Education' },
      ],
      countries: [{ id: 'tuerkiye', label: 'Türkiye' }],
      url: 'https://press.example.org/ru/2020/other/',
      body: 'Text\n',
      contacts: [{ name: 'x' }],
      path: 'releases/2020/a.md',
      public: true,
      custom: 'own key',
    });
  });

  it('leaves out what is not there', () => {
    const [object = {}] = read([publicRelease({ id: 'a', fields: undefined, summary: null, contacts: null })]);
    expect(Object.keys(object)).toEqual([
      'id',
      'title',
      'date',
      'source',
      'lang',
      'type',
      'status',
      'url',
      'body',
      'path',
      'public',
    ]);
  });

  it.each(['summary', 'none'] as const)('has no body with content %s', (content) => {
    expect(read([full], { content })[0]).not.toHaveProperty('body');
  });

  it('has no address without baseUrl, also not one that the front matter makes up', () => {
    const release = publicRelease({
      id: 'a',
      url: 'javascript:alert(1)',
      public: false,
      path: '/etc/passwd',
      body: 'x',
    });
    const [object] = read([release], { settings: defaultSettings });
    expect(object).not.toHaveProperty('url');
    expect(object).toMatchObject({ public: true, path: 'releases/2020/a.md', body: '' });
  });

  it('takes labels of today or of its own day, in the language of the edition', () => {
    const label = (changes: object): unknown =>
      read([publicRelease({ id: 'a', source: 'baku', date: '2009-11-16' })], changes)[0]?.['source'];
    expect(label({})).toEqual([{ id: 'baku', label: 'OSCE Project Co-ordinator in Baku (closed)' }]);
    expect(label({ lang: 'ru' })).toEqual([{ id: 'baku', label: 'Координатор проектов в Баку (закрыто)' }]);
    expect(label({ labels: 'as-of' })).toEqual([{ id: 'baku', label: 'OSCE Office in Baku' }]);
    expect(label({ now: Date.UTC(2015, 6, 4, 12) })).toEqual([
      { id: 'baku', label: 'OSCE Project Co-ordinator in Baku' },
    ]);
  });

  it('shows an id that the vocabulary does not know as its own label', () => {
    const [object] = read([publicRelease({ id: 'a', fields: ['toString', 'gone'] })]);
    expect(object?.['fields']).toEqual([
      { id: 'toString', label: 'toString' },
      { id: 'gone', label: 'gone' },
    ]);
  });

  it('names no release that readers may not know of', () => {
    const links = { related: ['b', 'held'], translationOf: { id: 'held' } };
    const a = publicRelease({ id: 'a', ...links });
    const b = publicRelease({ id: 'b', related: ['held'], translationOf: { id: 'a' } });
    const [first, second] = read([a, b]);
    expect(first).toMatchObject({ related: ['b'] });
    expect(first).not.toHaveProperty('translationOf');
    expect(second).not.toHaveProperty('related');
    expect(second).toMatchObject({ translationOf: { id: 'a' } });
    expect(written(json, editionOf([a, b]))).not.toContain('held');
    expect(read([a], { known: { has: (id) => id === 'held', versionsOf: () => [] } })[0]).toMatchObject({
      related: ['held'],
      translationOf: { id: 'held' },
    });
  });

  it.each([
    ['related', 'held'],
    ['related', { held: 'held' }],
    ['translationOf', 'held'],
    ['translationOf', ['held']],
    ['translationOf', null],
  ])('drops a %s that it cannot judge: %j', (key, value) => {
    expect(read([publicRelease({ id: 'a', [key]: value })])[0]).not.toHaveProperty(key);
  });
});

describe('an object with columns of somebody’s own', () => {
  it('has just these keys, in their order, as far as they are there', () => {
    const text = written(ndjson, editionOf([full], { columns: ['title', 'id', 'aliases', 'countries', 'title'] }));
    expect(text).toBe('{"title":"A title","id":"a","countries":[{"id":"tuerkiye","label":"Türkiye"}]}\n');
  });

  it.each([
    ['body', 'Text\n'],
    ['origin', { url: 'https://example.org/' }],
  ])('has %s, which is not there unasked', (column, value) => {
    expect(read([full], { columns: [column], content: 'none' })).toEqual([{ [column]: value }]);
    expect(read([full], { content: 'none' })[0]).not.toHaveProperty(column);
  });

  it('says what is not public, whatever it has', () => {
    const held = staffRelease({ id: 'a', status: 'hold', embargo: '2999-01-01T00:00:00Z' });
    expect(written(json, editionOf([held], { columns: ['title'] }))).toBe(
      '[\n{"title":"A title","status":"hold","embargo":"2999-01-01T00:00:00Z","public":false}\n]\n',
    );
  });

  it.each([json, ndjson])('refuses what is no column: $id', (card) => {
    expect(() => written(card, editionOf([full], { columns: ['tilte'] }))).toThrow('«tilte» is not a column');
    expect(written(card, editionOf([full], { columns: ['custom'] }))).toContain('{"custom":"own key"}');
  });

  it('is one that the schema accepts', () => {
    const [object] = read([full], { columns: ['title', 'countries', 'body', 'slug'] });
    expect(told(errorsOf('output/releases.schema.json#/$defs/columns', object))).toEqual([]);
    expect(told(errorsOf('output/releases.schema.json', [object])).join()).toContain('"missingProperty":"id"');
  });
});

describe('schemas/output/releases.schema.json', () => {
  /** Without the keys that only the repository's own schema could know. */
  function known(objects: Object[]): Object[] {
    return objects.map(({ topic: _topic, 2020: _number, ...rest }) => rest);
  }

  it.each([
    ['reference', referenceEdition],
    ['staff', staffEdition],
    ['empty', emptyEdition],
  ])('accepts the %s edition', (_, edition) => {
    const objects = JSON.parse(written(json, edition)) as Object[];
    expect(told(errorsOf('output/releases.schema.json', known(objects)))).toEqual([]);
  });
});
