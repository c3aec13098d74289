import { describe, expect, it } from 'vitest';
import { findManuscript, findRelease } from '../../src/operations/find-release.ts';
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
  'releases/2020/2020-01-02-dam.md': release('r3').replace('title: T', 'title: The big dam'),
  'releases/2020/2020-01-02-shared-schoolyard.md': release('r4'),
  'releases/2020/twin-a.md': release('twin'),
  'releases/2020/twin-b.md': release('twin'),
  'releases/2020/broken.md': '---\nid: broken-one\n---\n',
  'releases/2020/unread.md': 'nothing',
};
for (let n = 0; n < 7; n++) files[`releases/2021/series-${n}.md`] = release(`s${n}`);

const moment = { now: Date.parse('2026-11-23T12:00:00Z'), timezone: 'UTC' };
const found = async (name: string, path?: string, more: Readonly<Record<string, string>> = {}): Promise<string> =>
  findRelease(await repositoryInMemory({ ...files, ...more }), name, { path, moment }).path;

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
    ['by its title, however it is written', 'The  BIG dam', undefined, 'releases/2020/2020-01-02-dam.md'],
    ['by a part of its id', '0-course.r', undefined, 'releases/2020/2020-01-02-course.ru.md'],
  ])('%s', async (_, name, path, expected) => {
    expect(await found(name, path)).toBe(expected);
  });

  it('not as its translation, when the original has been moved away from the name', async () => {
    const moved = {
      'releases/2021/2021-01-02-desk.md': release('2021-clinic'),
      'releases/2021/2021-01-02-clinic.ru.md': release(
        '2021-clinic.ru',
        'lang: ru\ntranslationOf: {id: 2021-clinic}\n',
      ),
    };
    await expect(found('clinic', undefined, moved)).resolves.toBe('releases/2021/2021-01-02-desk.md');
  });

  it.each([
    ['nothing like it', undefined, 'No release goes by «nothing like it».', '«press list» shows those there are.'],
    ['budgte', undefined, 'No release goes by «budgte».', 'Did you mean «budget»?'],
    ['shcoolyard', undefined, 'No release goes by «shcoolyard».', 'Did you mean «shared-schoolyard»?'],
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
    ['broken-one', undefined, '«broken-one» is not a valid release.', '«press validate» says why.'],
    [
      'releases/2020/unread.md',
      'releases/2020/unread.md',
      '«releases/2020/unread.md» is not a valid release.',
      '«press validate releases/2020/unread.md» says why.',
    ],
  ])('unless it is not: %j', async (name, path, message, hint) => {
    await expect(found(name, path)).rejects.toMatchObject({ code: 'unknown-release', message, hint });
  });
});

describe('a release that is not public', () => {
  const hidden = {
    'releases/2020/secret-talks.md': release('secret-talks', 'embargo: 2999-01-01T00:00:00Z\n'),
    'releases/2020/secret-visit.md': release('secret-visit').replace('published', 'draft'),
    'releases/2020/secret-deal.md': release('secret-deal', 'embargo: soon\n'),
    'releases/2020/secret-series-8.md': release('s8').replace('published', 'hold'),
    'releases/2020/secret-broken.md': release('secret-broken', 'nonsense: [\n'),
    'releases/2021/twin-c.md': release('r1').replace('published', 'withdrawn'),
  };
  const told = async (name: string, more: Readonly<Record<string, string>> = {}): Promise<string> =>
    found(name, undefined, more).catch((error: unknown) => {
      const { message, hint } = error as { message: string; hint: string };
      return `${message} ${hint}`;
    });

  it.each(['secret-talk', 'secrettalks', 'secret visit', 'sercet-deal', 'nothing', 'serie', 'twin', 'secret-brokem'])(
    'is named by no message about «%s»',
    async (name) => {
      const [message, without] = [await told(name, hidden), await told(name)];
      if (name === 'secret-talk') expect(message).toBe('releases/2020/secret-talks.md');
      else expect(message).toBe(without);
    },
  );

  it('is counted where a name could mean several of them', async () => {
    expect(await told('secret', hidden)).toBe(
      '«secret» could be 5 releases, and none of them is public. Name one by its whole id or its path; «press list --include-unpublished» shows them.',
    );
  });

  it('makes no name of a public one doubtful', async () => {
    expect(await found('r1', undefined, hidden)).toBe('releases/2020/2020-01-02-budget.md');
  });

  it('gives way to its translation when that is public', async () => {
    const talks = { 'releases/2020/talks-2.md': release('t', 'slug: peace\n').replace('published', 'draft') };
    const russian = {
      'releases/2020/talks-2.ru.md': release(
        't.ru',
        'slug: peace\nlang: ru\ntranslationOf: {id: t, digest: "sha256:x"}\n',
      ),
    };
    expect(await found('peace', undefined, { ...talks, ...russian })).toBe('releases/2020/talks-2.ru.md');
    const drafted = {
      'releases/2020/talks-2.ru.md': russian['releases/2020/talks-2.ru.md'].replace('published', 'draft'),
    };
    expect(await found('peace', undefined, { ...talks, ...drafted })).toBe('releases/2020/talks-2.md');
  });

  it('is found by whoever knows its name', async () => {
    expect(await found('secret-visit', undefined, hidden)).toBe('releases/2020/secret-visit.md');
    expect(await found('secret-deal', undefined, hidden)).toBe('releases/2020/secret-deal.md');
  });

  it('is named to the house, which may see it', async () => {
    const repository = await repositoryInMemory({ ...files, ...hidden });
    expect(() => findManuscript(repository, 'secret', undefined)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('secret-deal') as unknown }),
    );
    expect(() => findManuscript(repository, 'sercet-deal', undefined)).toThrow(
      expect.objectContaining({ hint: 'Did you mean «secret-deal»?' }),
    );
  });
});
