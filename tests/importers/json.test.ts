import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { json } from '../../src/importers/json.ts';
import { ndjson } from '../../src/importers/ndjson.ts';
import { PressError } from '../../src/model/press-error.ts';
import { source } from './pages.ts';

const release = { id: 'a', title: 'A', date: '2009-11-16' };

describe('JSON', () => {
  it.each([
    ['a list', JSON.stringify([release, release]), ['item 1', 'item 2'], 'json'],
    ['one object', JSON.stringify(release, null, 2), [undefined], 'json'],
    ['one on one line', `\uFEFF${JSON.stringify(release)}\n`, [undefined], 'json'],
    ['one a line', `${JSON.stringify(release)}\r\n\r\n${JSON.stringify(release)}\r\n`, ['line 1', 'line 3'], 'ndjson'],
    ['none', '[]', [], 'json'],
  ])('is read as %s', (_, text, parts, kind) => {
    const importer = kind === 'json' ? json : ndjson;
    expect(importer.read(source(text)).map(({ part }) => part)).toEqual(parts);
    const other = importer === json ? ndjson : json;
    if (parts.length > 0) expect([importer, other].map((each) => each.recognise(source(text)))).toEqual([0.9, 0]);
  });

  it('has what front matter has, and drops what says nothing', () => {
    const contacts = [{ name: 'A. Example' }];
    const [read] = json.read(
      source(
        JSON.stringify({
          ...release,
          place: ['Vienna'],
          contacts,
          mood: 5,
          summary: null,
          updated: '',
          related: [],
          url: 'https://e.org/a/',
        }),
      ),
    );
    expect(read).toMatchObject({
      title: { value: 'A' },
      places: [{ value: 'Vienna' }],
      url: 'https://e.org/a/',
      contacts: [],
    });
    expect([...(read?.frontMatter ?? [])].map(([key, { value }]) => [key, value])).toEqual([
      ['id', 'a'],
      ['contacts', contacts],
      ['mood', 5],
    ]);
  });

  it('takes the key itself where two names mean one', () => {
    const [read] = json.read(source('{"Title":"B","title":"A","TITLE":"C"}'));
    expect(read?.title?.value).toBe('A');
    expect([...(read?.frontMatter ?? [])].map(([key]) => key)).toEqual(['Title', 'TITLE']);
  });

  it.each([
    [
      'a key twice',
      '{"title":"a",\n"embargo":1,"emb\\u0061rgo":2}',
      '«page» has the key «embargo» twice in one object (line 2).',
    ],
    ['a key twice inside', '{"title":"a","contacts":[{"name":1,"name":2}]}', 'has the key «name» twice'],
    [
      'no end of nesting',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      '«page» is nested more than 64 levels deep (line 1).',
    ],
    [
      'millions of empty objects',
      `[${'{},'.repeat(1_200_000)}{}]`,
      '«page» has millions of brackets with next to nothing in them (line 1).',
    ],
    ['no end', '{"title":"a', '«page» is no JSON (line 1).'],
    ['a number for a release', '[1]', '«page, item 1» is no object with the keys of a release.'],
    ['a text alone', '"title"', '«page» is no object with the keys of a release.'],
  ])('is refused with %s', (_, text, message) => {
    expect(() => json.read(source(text))).toThrow(message);
  });

  it('of which a line is broken is refused with its number', () => {
    expect(() => ndjson.read(source('{"title":"a"}\n\n{"title":}\n'))).toThrow('«page» is no JSON (line 3).');
    expect(() => ndjson.read(source('{"title":"a"}\n[]\n'))).toThrow('«page, line 2» is no object');
  });

  it('that nobody can read is recognised, so that somebody says what is wrong', () => {
    expect(json.recognise(source('[{"title": "a", "title": "b"}]'))).toBe(0.5);
    expect(json.recognise(source('[Photo] A course opens'))).toBe(0);
  });

  it('may use the names that JavaScript uses', () => {
    const [read] = json.read(source('{"title":"A","__proto__":{"title":"B"},"constructor":1,"hasOwnProperty":2}'));
    expect(read?.title?.value).toBe('A');
    expect([...(read?.frontMatter?.keys() ?? [])]).toEqual(['__proto__', 'constructor', 'hasOwnProperty']);
  });

  it('of any form is releases or refused in a sentence', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string(), (text, cut, tail) => {
        for (const each of [text, text.slice(0, cut % (text.length + 1)) + tail, `{"title":"a","x":${text}}`]) {
          for (const importer of [json, ndjson]) {
            importer.recognise(source(each));
            try {
              importer.read(source(each));
            } catch (error) {
              expect(error).toBeInstanceOf(PressError);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
