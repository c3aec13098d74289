import { describe, expect, it } from 'vitest';
import { errorsOf, told } from './shipped-schemas.ts';

const RELEASE = 'release.schema.json';

const base = { id: 'a', title: 'Headline', date: '2009-11-16', status: 'published' };

function wrong(changes: Record<string, unknown>, schema = RELEASE): readonly string[] {
  return told(errorsOf(schema, { ...base, ...changes }));
}

const accepted: readonly (readonly [string, unknown])[] = [
  ['id', '2009-11-16-baku-information-sessions'],
  ['id', '2009-11-16-baku.ru'],
  ['id', 'a_b'],
  ['id', 'x'.repeat(128)],
  ['title', 'Türkiye: «a hotline» – 12 officials, 中文 and عربي'],
  ['title', '  padded'],
  ['title', '😀'.repeat(300)],
  ['date', '2009-11-16'],
  ['date', '2009-11-16T09:30:00+04:00'],
  ['date', '2009-11-16T05:30:00.123Z'],
  ['status', 'draft'],
  ['status', 'approved'],
  ['status', 'hold'],
  ['status', 'withdrawn'],
  ['embargo', '2999-01-01T00:00:00+01:00'],
  ['embargo', '2999-01-01T00:00:00Z'],
  ['type', 'human-rights-note'],
  ['place', 'Baku'],
  ['place', ['Vienna', 'The Hague']],
  ['lang', 'sr-Latn-RS'],
  ['lang', 'cnr'],
  ['summary', 'First line.\nSecond line.'],
  ['updated', '2009-11-18'],
  ['slug', 'librarians-practise-2'],
  ['aliases', ['/news/2008/course.html', 'https://old.example.org/Türkiye?id=3']],
  ['contacts', [{ name: 'Press Desk', role: 'Desk', phone: '+43 1 555 (0)1 ext. 2', email: 'desk@example.org' }]],
  ['contacts', [{ email: 'почта@пример.рф' }]],
  ['boilerplate', 'osce'],
  ['corrections', [{ date: '2009-11-18', kind: 'update', note: 'A second session\nwas added.' }]],
  ['corrections', []],
  ['translationOf', { id: 'a', digest: `sha256:${'0'.repeat(64)}` }],
  ['related', ['a', 'b.ru']],
  ['attachments', [{ href: '/files/Fact sheet.pdf', title: 'Facts', mediaType: 'application/pdf', size: 0, alt: 'x' }]],
  ['attachments', [{ href: 'https://example.org:8080/a.jpg' }, { href: 'files/a.jpg' }]],
  ['origin', { url: '/item/41234', imported: '2024-05-02', importer: 'html', digest: 'abcdef0123456789' }],
  ['fields', ['elections']],
  ['constructor', 'an unknown key is the rules\u2019 business'],
];

const refused: readonly (readonly [string, unknown])[] = [
  ['id', ''],
  ['id', 'Baku'],
  ['id', '-a'],
  ['id', 'a..b'],
  ['id', 'a.'],
  ['id', 'a\n'],
  ['id', 'x'.repeat(129)],
  ['title', ''],
  ['title', ' \u00a0 '],
  ['title', 'two\nlines'],
  ['title', 'two\u2028lines'],
  ['title', 'bell\u0007'],
  ['title', 'x'.repeat(301)],
  ['title', 2009],
  ['title', null],
  ['date', '16 November 2009'],
  ['date', '2009-11-16 09:30:00+04:00'],
  ['date', '2009-11-16T09:30:00'],
  ['date', '2009-11-16T09:30+04:00'],
  ['date', '2009-11'],
  ['date', 2009],
  ['date', '２００９-11-16'],
  ['status', 'embargoed'],
  ['status', 'Published'],
  ['status', true],
  ['embargo', '2999-01-01'],
  ['embargo', '2999-01-01T00:00:00'],
  ['embargo', '2999-01-01T00:00:00 Europe/Vienna'],
  ['embargo', true],
  ['embargo', null],
  ['type', 'Media Advisory'],
  ['type', '../release'],
  ['place', ''],
  ['place', []],
  ['place', ['Baku', 'Baku']],
  ['place', [['Baku']]],
  ['place', { city: 'Baku' }],
  ['lang', 'en_GB'],
  ['lang', 'english-'],
  ['lang', false],
  ['summary', ''],
  ['summary', 'escape\u001b[2J'],
  ['updated', 'yesterday'],
  ['slug', 'Über'],
  ['slug', 'a--b'],
  ['slug', 'a-'],
  ['aliases', '/one'],
  ['aliases', ['javascript:alert(1)']],
  ['aliases', ['/two words']],
  ['aliases', ['/a', '/a']],
  ['contacts', { name: 'Press Desk' }],
  ['contacts', [{}]],
  ['contacts', [{ name: 'A', mail: 'a@example.org' }]],
  ['contacts', [{ email: 'a at example.org' }]],
  ['contacts', [{ email: 'a@example' }]],
  ['contacts', [{ email: 'a@@example.org' }]],
  ['contacts', [{ phone: 'on request' }]],
  ['boilerplate', 'About us'],
  ['corrections', [{ date: '2009-11-18', kind: 'typo', note: 'x' }]],
  ['corrections', [{ date: '2009-11-18', kind: 'update' }]],
  ['corrections', [{ kind: 'update', note: 'x' }]],
  ['corrections', [{ date: '2009-11-18', kind: 'update', note: 'x', by: 'me' }]],
  ['translationOf', 'a'],
  ['translationOf', { digest: 'abcdef0123456789' }],
  ['translationOf', { id: 'a', digest: 'short' }],
  ['related', ['../a']],
  ['related', ['a', 'a']],
  ['attachments', [{ title: 'Facts' }]],
  ['attachments', [{ href: 'javascript:alert(1)' }]],
  ['attachments', [{ href: 'data:text/html,x' }]],
  ['attachments', [{ href: '//elsewhere.example/x' }]],
  ['attachments', [{ href: '/a', mediaType: 'PDF' }]],
  ['attachments', [{ href: '/a', size: -1 }]],
  ['attachments', [{ href: '/a', size: 1.5 }]],
  ['origin', {}],
  ['origin', { source: 'x' }],
  ['origin', { url: 'two words' }],
];

describe('release.schema.json', () => {
  it.each(accepted)('accepts %s: %j', (key, value) => {
    expect(wrong({ [key]: value })).toEqual([]);
  });

  it.each(refused)('refuses %s: %j', (key, value) => {
    const errors = errorsOf(RELEASE, { ...base, [key]: value });
    expect(errors.map((error) => error.instancePath.split('/')[1])).toContain(key);
    expect(new Set(errors.map((error) => error.instancePath.split('/')[1]))).toEqual(new Set([key]));
  });

  it.each(['id', 'title', 'status', 'date'])('misses %s', (key) => {
    const { [key as keyof typeof base]: _, ...rest } = base;
    const missing = errorsOf(RELEASE, rest).map((error) => error.params['missingProperty'] as string | undefined);
    expect(missing).toContain(key);
  });

  it('lets a draft go without a date, and nothing else', () => {
    const { date: _, ...undated } = base;
    expect(errorsOf(RELEASE, { ...undated, status: 'draft' })).toEqual([]);
    for (const status of ['approved', 'published', 'hold', 'withdrawn', 'Draft']) {
      expect(told(errorsOf(RELEASE, { ...undated, status })).join()).toContain('"missingProperty":"date"');
    }
  });

  it('does not take what every object inherits for a key', () => {
    const errors = told(errorsOf(RELEASE, JSON.parse('{"__proto__": {"id": "a", "title": "b", "status": "draft"}}')));
    expect(errors.join()).toContain('"missingProperty":"id"');
  });
});

describe('the schemas of the shipped types', () => {
  const types = ['press-release', 'statement', 'media-advisory', 'spot-report', 'daily-report'];
  const full = { place: 'Vienna', summary: 'In short.', contacts: [{ name: 'Press Desk' }] };

  it.each(types)('%s accepts a complete release of its type', (type) => {
    expect(wrong({ ...full, type }, `types/${type}.schema.json`)).toEqual([]);
  });

  it.each(types)('%s demands what every release has to have', (type) => {
    expect(wrong({ ...full, type, title: '' }, `types/${type}.schema.json`).join()).toContain('/title');
    expect(wrong({ ...full, type, date: undefined }, `types/${type}.schema.json`)).not.toEqual([]);
  });

  it.each(types)('%s refuses a release of another type', (type) => {
    expect(wrong({ ...full, type: 'something-else' }, `types/${type}.schema.json`).join()).toContain('/type const');
  });

  it('takes a release that names no type for a press release', () => {
    expect(wrong({}, 'types/press-release.schema.json')).toEqual([]);
  });

  it.each([
    ['statement', 'place'],
    ['media-advisory', 'contacts'],
    ['spot-report', 'place'],
    ['daily-report', 'place'],
    ['daily-report', 'summary'],
  ])('%s needs %s, unless it is a draft', (type, key) => {
    const { [key as keyof typeof full]: _, ...rest } = full;
    const schema = `types/${type}.schema.json`;
    expect(wrong({ ...rest, type }, schema)).toEqual([
      ` required {"missingProperty":"${key}"}`,
      expect.stringContaining('if'),
    ]);
    expect(wrong({ ...rest, type, status: 'draft' }, schema)).toEqual([]);
  });

  it('does not take an empty list for somebody to ask', () => {
    expect(wrong({ ...full, contacts: [] }, 'types/media-advisory.schema.json').join()).toContain('/contacts minItems');
  });
});
