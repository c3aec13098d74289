import { describe, expect, it } from 'vitest';
import { findRelease } from '../../src/operations/find-release.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const release = (id: string, more = ''): string =>
  `---\nid: ${id}\ntitle: T\ndate: 2020-01-02\nstatus: published\n${more}---\nText.\n`;
const files: Record<string, string> = {
  'taxonomy.yaml': 'version: 1\nfacets: {field: {property: fields, terms: {}}}\n',
  'releases/2020/2020-01-02-budget.md': release('r1'),
  'releases/2020/2020-01-02-budget-talks.md': release('r2'),
  'releases/2020/2020-01-02-course.md': release('2020-course'),
  'releases/2020/2020-01-02-course.ru.md': release(
    '2020-course.ru',
    'lang: ru\ntranslationOf: {id: 2020-course, digest: "sha256:x"}\n',
  ),
  'releases/2020/twin-a.md': release('twin'),
  'releases/2020/twin-b.md': release('twin'),
  'releases/2020/broken.md': '---\nid: broken-one\n---\n',
  'releases/2020/unread.md': 'nothing',
};
for (let n = 0; n < 7; n++) files[`releases/2021/series-${n}.md`] = release(`s${n}`);

const found = async (name: string, path?: string): Promise<string> =>
  findRelease(await repositoryInMemory(files), name, path).path;

describe('a release is found', () => {
  it.each([
    ['by its path', 'whatever', 'releases/2020/2020-01-02-budget.md', 'releases/2020/2020-01-02-budget.md'],
    ['by its path, though it shares its id', 'twin-b', 'releases/2020/twin-b.md', 'releases/2020/twin-b.md'],
    ['by its id', 'r2', undefined, 'releases/2020/2020-01-02-budget-talks.md'],
    ['by its id, though another one begins like it', '2020-course', undefined, 'releases/2020/2020-01-02-course.md'],
    ['by the id of a translation', '2020-course.ru', undefined, 'releases/2020/2020-01-02-course.ru.md'],
    ['by a part of its slug', 'talks', undefined, 'releases/2020/2020-01-02-budget-talks.md'],
    ['by its slug, though another one holds it', 'budget', undefined, 'releases/2020/2020-01-02-budget.md'],
    ['by a slug that its translation shares', 'course', undefined, 'releases/2020/2020-01-02-course.md'],
    ['by a part of its id', '0-course.r', undefined, 'releases/2020/2020-01-02-course.ru.md'],
  ])('%s', async (_, name, path, expected) => {
    expect(await found(name, path)).toBe(expected);
  });

  it.each([
    ['nothing like it', undefined, 'No release goes by «nothing like it».', '«press list» shows those there are.'],
    ['budgte', undefined, 'No release goes by «budgte».', 'Did you mean «budget»?'],
    ['', undefined, 'No release goes by «».', '«press list» shows those there are.'],
    ['toString', undefined, 'No release goes by «toString».', '«press list» shows those there are.'],
    [
      'twin',
      undefined,
      '«twin» could be 2 releases.',
      'Name one of them:\n  releases/2020/twin-a.md\n  releases/2020/twin-b.md',
    ],
    [
      'series',
      undefined,
      '«series» could be 7 releases.',
      'Name one of them:\n  s0\n  s1\n  s2\n  s3\n  s4\n  and 2 more',
    ],
    [
      'broken-one',
      undefined,
      '«releases/2020/broken.md» is not a valid release.',
      '«press validate releases/2020/broken.md» says why.',
    ],
    [
      'x',
      'releases/2020/unread.md',
      '«releases/2020/unread.md» is not a valid release.',
      '«press validate releases/2020/unread.md» says why.',
    ],
  ])('unless it is not: %j', async (name, path, message, hint) => {
    await expect(found(name, path)).rejects.toMatchObject({ code: 'unknown-release', message, hint });
  });
});
