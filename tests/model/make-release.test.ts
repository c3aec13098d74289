import { describe, expect, it } from 'vitest';
import {
  isKnownKey,
  listOf,
  makeRelease,
  permalinkOf,
  slugOf,
  typeName,
  type ReleaseContext,
} from '../../src/model/make-release.ts';
import { makeSettings } from '../../src/model/make-settings.ts';
import type { FrontMatter, Manuscript } from '../../src/model/manuscript.ts';
import type { SchemaViolation } from '../../src/model/schema-violation.ts';
import { LineMap } from '../../src/model/text-range.ts';
import { parseReleaseDate } from '../../src/text/dates.ts';
import { releaseOf, settings, vocabulary } from './newsroom.ts';

const bare = (data: object): FrontMatter => Object.assign(Object.create(null), data);
const manuscript = (changes: Partial<Manuscript>): Manuscript => ({
  path: 'releases/2009/2009-11-16-course.md',
  text: '---\n…\n---\nThe body.\n',
  digest: '',
  data: bare({ id: 'a', title: 'T', date: '2009-11-16', status: 'published' }),
  block: { start: 4, end: 6 },
  bodyStart: 10,
  faults: [],
  lines: new LineMap(''),
  locate: () => undefined,
  ...changes,
});
const context = (violations: readonly SchemaViolation[] = []): ReleaseContext => ({
  taxonomy: vocabulary,
  settings,
  releaseSchema: (type) =>
    type === 'nowhere' ? undefined : { properties: new Set(['id', 'title']), check: () => violations },
});

describe('a manuscript becomes a release', () => {
  it('with the meaning of each key, and defaults for those that are not there', () => {
    expect(makeRelease(manuscript({}), context())).toMatchObject({
      id: 'a',
      title: 'T',
      status: 'published',
      type: 'press-release',
      lang: 'en',
      places: [],
      summary: undefined,
      updated: undefined,
      slug: 'course',
      permalink: '/2009/course/',
      contacts: [],
      corrections: [],
      attachments: [],
      related: [],
      body: 'The body.\n',
      embargo: undefined,
    });
  });

  it.each<[string, Partial<Manuscript>, readonly SchemaViolation[]]>([
    ['its front matter cannot be read', { data: undefined }, []],
    [
      'reading it found a fault, even in the body',
      { faults: [{ rule: 'control-character', start: 12, end: 13, message: 'm' }] },
      [],
    ],
    ['its type has no schema', { data: bare({ type: 'nowhere', date: '2009-11-16' }) }, []],
    ['its schema does not accept it', {}, [{ path: ['title'], keyword: 'type', params: {} }]],
    ['its date is none', { data: bare({ date: '2009-02-30' }) }, []],
    ['its date has no offset', { data: bare({ date: '2009-11-16T00:00:00' }) }, []],
  ])('unless %s', (_, changes, violations) => {
    expect(makeRelease(manuscript(changes), context(violations))).toBeUndefined();
  });

  it('with the terms of the facets alone, a single one as a list', () => {
    expect(releaseOf({ fields: ['a', 5, 'b'], source: 'baku', countries: [], toString: 'x' }).terms).toEqual(
      new Map([
        ['fields', ['a', 'b']],
        ['source', ['baku']],
      ]),
    );
  });

  it('that keeps what is not a text from passing for one', () => {
    expect(
      releaseOf({
        id: 5,
        title: ['x'],
        summary: {},
        slug: true,
        lang: null,
        type: 1,
        place: { a: 'b' },
        contacts: 'x',
        corrections: {},
      }),
    ).toMatchObject({
      id: '',
      title: '',
      summary: undefined,
      lang: 'en',
      type: 'press-release',
      places: [],
      contacts: [],
      corrections: [],
    });
  });

  it('that takes nothing from the prototype of its data', () => {
    const inherited = Object.create({
      embargo: '2999-01-01T00:00:00Z',
      summary: 'inherited',
      related: ['x'],
    }) as FrontMatter;
    const data = Object.assign(inherited, { id: 'a', title: 'T', date: '2009-11-16', status: 'published' });
    expect(makeRelease(manuscript({ data }), context())).toMatchObject({
      embargo: undefined,
      summary: undefined,
      related: [],
    });
  });
});

describe('the slug', () => {
  it.each([
    ['releases/2009/2009-11-16-baku-course.md', 'baku-course'],
    ['releases/2009/2009-11-16-baku-course.ru.md', 'baku-course'],
    ['releases/baku-course.sr-Latn.md', 'baku-course'],
    ['baku.MD', 'baku'],
    ['releases/Big News.v2.md', 'Big News.v2'],
    ['releases/2009-11-16-.md', ''],
    ['releases/.md', ''],
  ])('of %s is %s', (path, slug) => {
    expect(slugOf(path, bare({}))).toBe(slug);
  });

  it('is the key where there is one', () => {
    expect(slugOf('releases/x.md', bare({ slug: 'own' }))).toBe('own');
    expect(slugOf('releases/x.md', bare({ slug: 5 }))).toBe('x');
  });
});

describe('the address', () => {
  const facts = { lang: 'en', slug: 'course', date: parseReleaseDate('2009-11-16') };

  it.each([
    ['/:lang/:year/:slug/', {}, '/2009/course/'],
    ['/:lang/:year/:slug/', { lang: 'ru' }, '/ru/2009/course/'],
    ['/:year/:month/:day/:slug.html', {}, '/2009/11/16/course.html'],
    ['/:lang/:year/:slug/', { date: undefined }, '/course/'],
    ['/news/:slug', { slug: 'a b/ü?#' }, '/news/a%20b%2F%C3%BC%3F%23'],
    ['/news/:slug', { slug: '\uD800' }, '/news/%EF%BF%BD'],
    ['/:unknown/:slug', {}, '/%3Aunknown/course'],
    ['/:year/', { date: parseReleaseDate('2009-12-31T23:30:00-05:00') }, '/2009/'],
  ])('made by %s from %j is %s', (permalink, changes, address) => {
    expect(permalinkOf({ ...facts, ...changes }, makeSettings({ permalink }))).toBe(address);
  });
});

describe('the small questions about front matter', () => {
  it('which type: the key, if it is a text', () => {
    expect([typeName(bare({ type: 'statement' })), typeName(bare({ type: 5 })), typeName(bare({}))]).toEqual([
      'statement',
      'press-release',
      'press-release',
    ]);
  });

  it('a list, or a text as one', () => {
    expect([
      listOf(bare({ a: 'x' }), 'a'),
      listOf(bare({ a: ['x', 1, 'y'] }), 'a'),
      listOf(bare({ a: 1 }), 'a'),
      listOf(bare({}), 'toString'),
    ]).toEqual([['x'], ['x', 'y'], [], []]);
  });

  it('who knows a key: the schema or the vocabulary', () => {
    const schema = { properties: new Set(['own']), check: () => [] };
    expect(
      ['own', 'fields', 'field', 'toString', '__proto__'].map((key) => isKnownKey(key, schema, vocabulary)),
    ).toEqual([true, true, false, false, false]);
  });
});
