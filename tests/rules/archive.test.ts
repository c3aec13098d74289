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
    expect(
      (await told({ [samplePath]: sampleRelease(), [path]: second() })).map((each) => (each as string[])[0]),
    ).toEqual(['duplicate-slug', 'duplicate-slug']);
  });

  it('goes by the address: another year or another language is another page', async () => {
    const russian = {
      [samplePath.replace('.md', '.ru.md')]: sampleRelease({ id: '2009-11-16-observer-course.ru', lang: 'ru' }),
    };
    const later = { 'releases/2010/2010-11-16-observer-course.md': sampleRelease().replaceAll('2009', '2010') };
    expect(await told({ [samplePath]: sampleRelease(), ...russian, ...later })).toEqual([]);
    const flat = { 'press.yaml': 'permalink: /:slug/\n' };
    expect(
      (await told({ ...flat, [samplePath]: sampleRelease(), ...later })).map((each) => (each as string[])[0]),
    ).toEqual(['duplicate-slug', 'duplicate-slug']);
  });
});

describe('duplicate-path', () => {
  it('knows that an accent can be stored in two ways', async () => {
    const [composed, decomposed] = ['releases/2009/2009-11-17-caf\u00E9.md', 'releases/2009/2009-11-17-cafe\u0301.md'];
    const files = { [composed]: second({ slug: 'a' }), [decomposed]: second({ slug: 'b', id: '2009-11-17-other' }) };
    expect((await told(files)).map((each) => (each as string[]).slice(0, 2)).sort()).toEqual([
      ['duplicate-path', decomposed],
      ['duplicate-path', composed],
    ]);
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
      ['dangling-reference', '2009-11-16-observer-curse', true],
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
