import { describe, expect, it } from 'vitest';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { findingsIn } from './example-repository.ts';
import { findingsOf } from './marked-text.ts';

const second = (changes: Record<string, string> = {}): string =>
  sampleRelease({ id: '2009-11-17-second', date: '2009-11-17', place: undefined, ...changes }, 'The second day.\n');
const secondPath = 'releases/2009/2009-11-17-second.md';

const told = async (files: Record<string, string>): Promise<unknown[]> =>
  (await findingsIn(files)).map(({ rule, file, range, related = [] }) => [
    rule,
    file,
    range.start.line,
    related.map((other) => `${other.file}:${other.range.start.line}`),
  ]);

describe('duplicate-id', () => {
  it('is said in each file and names the others', async () => {
    const files = { [samplePath]: sampleRelease(), [secondPath]: second({ id: '2009-11-16-observer-course' }) };
    expect(await told(files)).toEqual([
      ['duplicate-id', samplePath, 2, [`${secondPath}:2`]],
      ['duplicate-id', secondPath, 2, [`${samplePath}:2`]],
    ]);
  });

  it('also sees files that have other faults', async () => {
    const files = {
      [samplePath]: sampleRelease(),
      [secondPath]: second({ id: '2009-11-16-observer-course', status: 'publish' }),
    };
    expect((await told(files)).map((each) => (each as string[])[0])).toEqual([
      'duplicate-id',
      'duplicate-id',
      'schema',
    ]);
  });

  it('names a few others, not a hundred', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`releases/2009/2009-11-17-copy-${i}.md`, second()]),
    );
    const found = await findingsIn(files);
    expect(found.map(({ rule }) => rule)).toEqual(Array.from({ length: 30 }, () => 'duplicate-id'));
    for (const { file, related = [] } of found) {
      expect(related).toHaveLength(5);
      expect(related.map((other) => other.file)).not.toContain(file);
    }
  });
});

describe('duplicate-slug', () => {
  it('points at the slug, or at the fence where the file’s name gives it', async () => {
    expect(await told({ [samplePath]: sampleRelease(), [secondPath]: second({ slug: 'observer-course' }) })).toEqual([
      ['duplicate-slug', samplePath, 1, [`${secondPath}:7`]],
      ['duplicate-slug', secondPath, 7, [`${samplePath}:1`]],
    ]);
  });

  it('does not care for capitals, which file names may have', async () => {
    const path = 'releases/2009/2009-11-17-Observer-Course.md';
    const found = (await findingsIn({ [samplePath]: sampleRelease(), [path]: second() })).filter(
      ({ rule }) => rule === 'duplicate-slug',
    );
    expect(found.map(({ file }) => file)).toEqual([samplePath, path]);
  });

  it('goes by the address: another year or another language is another page', async () => {
    const russian = {
      [samplePath.replace('.md', '.ru.md')]: sampleRelease({
        id: '2009-11-16-observer-course.ru',
        lang: 'ru',
        translationOf: '{id: 2009-11-16-observer-course}',
      }),
    };
    const later = { 'releases/2010/2010-11-16-observer-course.md': sampleRelease().replaceAll('2009', '2010') };
    expect(await told({ [samplePath]: sampleRelease(), ...russian, ...later })).toEqual([]);
    const flat = { 'press.yaml': 'permalink: /:slug/\n' };
    expect(
      (await told({ ...flat, [samplePath]: sampleRelease(), ...later })).map((each) => (each as string[])[0]),
    ).toEqual(['duplicate-slug', 'duplicate-slug']);
  });
});

describe('an old address', () => {
  const old = (alias: string): string => second({ aliases: `[/free/, ${alias}]` });

  it('that is the page of another release points at the alias, and names the page', async () => {
    const [found] = await findingsIn({ [samplePath]: sampleRelease(), [secondPath]: old('/2009/observer-course') });
    expect(found).toMatchObject({
      rule: 'duplicate-slug',
      file: secondPath,
      message: `The old address «/2009/observer-course» is the one at which «${samplePath}» stands.`,
    });
    expect(found?.related?.map(({ file }) => file)).toEqual([samplePath]);
  });

  it('of two releases is said in both, and its own page is one, too', async () => {
    const first = sampleRelease({ aliases: '[/old/]' });
    expect(await told({ [samplePath]: first, [secondPath]: old('/old') })).toEqual([
      ['duplicate-slug', samplePath, 8, [`${secondPath}:7`]],
      ['duplicate-slug', secondPath, 7, [`${samplePath}:8`]],
    ]);
    expect(await told({ [secondPath]: old('/2009/second/') })).toEqual([['duplicate-slug', secondPath, 7, []]]);
  });

  it('goes by «baseUrl», and by what stands behind a question mark', async () => {
    const settings = { 'press.yaml': 'baseUrl: https://example.org/press/\n' };
    const found = await told({
      ...settings,
      [samplePath]: sampleRelease({ aliases: '["/item?id=1"]' }),
      [secondPath]: second({ aliases: '["/item?id=2", https://example.org/press/2009/observer-course/]' }),
    });
    expect(found).toEqual([['duplicate-slug', secondPath, 7, [`${samplePath}:1`]]]);
  });

  it('is told of hundreds of releases in a moment, with a few of them named', async () => {
    const files = Array.from({ length: 300 }, (_, i) => [
      `releases/2009/2009-11-17-copy-${i}.md`,
      second({ id: `2009-11-17-copy-${i}`, aliases: '[/old/]' }),
    ]);
    const found = await findingsIn(Object.fromEntries(files) as Record<string, string>);
    expect(found).toHaveLength(300);
    for (const { message, related } of found) {
      expect(message).toContain('299 other releases');
      expect(related).toHaveLength(5);
    }
  });
});

describe('duplicate-path', () => {
  it('knows that an accent can be stored in two ways', async () => {
    const [composed, decomposed] = ['releases/2009/2009-11-17-caf\u00E9.md', 'releases/2009/2009-11-17-cafe\u0301.md'];
    const files = { [composed]: second({ slug: 'a' }), [decomposed]: second({ slug: 'b', id: '2009-11-17-other' }) };
    const found = (await findingsIn(files)).filter(({ rule }) => rule === 'duplicate-path');
    expect(found.map(({ file }) => file).sort()).toEqual([decomposed, composed]);
  });
});

describe('dangling-reference', () => {
  it('points at the item, and at the id of an original', async () => {
    const text = second({
      related: '[2009-11-16-observer-course, nowhere]',
      translationOf: '{id: 2009-11-16-observer-curse}',
    });
    const found = await findingsOf(text, secondPath, { [samplePath]: sampleRelease() });
    expect(
      found.map(({ rule, range, hint }) => [
        rule,
        text.slice(range.start.offset, range.end.offset),
        hint?.startsWith('Did you mean'),
      ]),
    ).toEqual([
      ['dangling-reference', 'nowhere', false],
      ['dangling-translation', '2009-11-16-observer-curse', true],
    ]);
  });

  it('does not blame a reference for the file that cannot be read', async () => {
    const found = await findingsIn({
      [samplePath]: sampleRelease({ title: 'a: b: c' }),
      [secondPath]: second({ related: '[2009-11-16-observer-course]' }),
    });
    expect(found.map(({ rule }) => rule)).toEqual(['front-matter']);
  });

  it('makes suggestions for the first only, however many there are', async () => {
    const items = Array.from({ length: 30 }, (_, i) => `2009-11-16-observer-cours${i}`);
    const found = await findingsOf(second({ related: `[${items.join(', ')}]` }), secondPath, {
      [samplePath]: sampleRelease(),
    });
    expect(found.filter(({ hint }) => hint?.startsWith('Did you mean'))).toHaveLength(20);
    expect(found).toHaveLength(30);
  });
});

describe('file-name-shape', () => {
  const named = (path: string, changes: Record<string, string> = {}): Record<string, string> => ({
    [path]: sampleRelease(
      { id: '2009-11-16-other', place: undefined, slug: 'other', ...changes },
      'A course opened.\n',
    ),
  });
  const said = async (files: Record<string, string>): Promise<unknown[]> =>
    (await findingsIn(files)).map(({ rule, severity, message }) => [rule, severity, message.replace(/^.*» /, '')]);

  it('knows the devices of Windows, and leaves a slug to reserved-name', async () => {
    expect(await said({ [samplePath]: sampleRelease(), ...named('releases/2009/con.md') })).toEqual([
      ['file-name-shape', 'warning', 'is one that Windows keeps for a device.'],
    ]);
    const unnamed = { 'releases/2009/con.md': sampleRelease({ id: '2009-11-16-other' }) };
    const rules = (await said({ [samplePath]: sampleRelease(), ...unnamed })).map((each) => (each as string[])[0]);
    expect(rules).toContain('reserved-name');
    expect(await said({ [samplePath]: sampleRelease(), ...named('releases/2009/2009-11-16-con.md') })).toEqual([]);
  });

  it('measures names in bytes', async () => {
    const long = named(`releases/2009/2009-11-16-${'long-'.repeat(38)}name.md`);
    expect(await said({ [samplePath]: sampleRelease(), ...long })).toEqual([
      ['file-name-shape', 'warning', 'is longer than 200 bytes.'],
    ]);
  });

  it('asks for year folders and dated names only where they are the custom', async () => {
    const flat = {
      'press.yaml': 'releases: _posts\n',
      '_posts/2009-11-16-observer-course.md': sampleRelease(),
      ...named('_posts/2009/2009-11-16-other.md'),
    };
    expect(await said(flat)).toEqual([]);
    const undated = { 'releases/2009/observer-course.md': sampleRelease(), ...named('releases/2009/other.md') };
    expect(await said(undated)).toEqual([]);
    expect(await said({ [samplePath]: sampleRelease(), ...named('releases/other.md') })).toEqual([]);
    expect(
      (
        await said({
          [samplePath]: sampleRelease(),
          'releases/2009/2009-11-16-second.md': sampleRelease({ id: 'second', slug: 'second' }),
          ...named('releases/other.md'),
        })
      ).map((each) => (each as string[])[1]),
    ).toEqual(['info', 'info']);
  });

  it('takes the region of a language for granted', async () => {
    const path = samplePath.replace('.md', '.sr.md');
    expect(await said({ [path]: sampleRelease({ lang: 'sr-Latn' }) })).toEqual([]);
    expect(await said({ [path]: sampleRelease({ lang: 'en' }) })).toEqual([
      ['file-name-shape', 'warning', 'The file’s name ends in «.sr.md», and the release is in the language «en».'],
    ]);
  });
});

describe('the name of a file that gave an address', () => {
  const hint = async (name: string, changes: Record<string, string> = {}): Promise<string | undefined> =>
    (await findingsIn({ [`releases/2009/${name}`]: second(changes) })).find(({ rule }) => rule === 'file-name-shape')
      ?.hint;

  it('is to be kept under «aliases», spelled out, when the release is published', async () => {
    expect(await hint('2009-11-17-caf\u00E9.md')).toMatch(/ write «aliases: \[\/2009\/caf\u00E9\/\]» in it\.$/);
    expect(await hint('2009-11-17-caf\u00E9.md', { status: 'draft' })).toBe('Rename it to «2009-11-17-cafe.md».');
    expect(await hint('2009-11-17-caf\u00E9.md', { slug: 'cafe' })).toBe('Rename it to «2009-11-17-cafe.md».');
  });

  it('is none when it holds what no address may', async () => {
    expect(await hint('2009-11-17-map of all.md')).toBe('Rename it to «2009-11-17-map-of-all.md».');
  });
});

describe('a file with thousands of unknown words', () => {
  it('has suggestions for the first fifty', async () => {
    const words = Array.from(
      { length: 60 },
      (_, i) => `elections${String.fromCharCode(97 + (i % 26))}${i < 26 ? '' : i < 52 ? 'x' : 'z'}`,
    );
    const found = await findingsOf(sampleRelease({ fields: `[${words.join(', ')}]` }));
    const told = found
      .filter(({ rule }) => rule === 'unknown-term')
      .map(({ hint = '' }) => hint.startsWith('Did you mean'));
    expect(told.filter(Boolean)).toHaveLength(50);
    expect(told.lastIndexOf(true)).toBe(49);
    expect(told).toHaveLength(60);
  });
});
