import { describe, expect, it } from 'vitest';
import { isPublic } from '../../src/operations/subject.ts';
import { file, subject, usualPath } from './verbs/newsroom-file.ts';

const beside = (files: Readonly<Record<string, string>>): { readonly beside: Record<string, string> } => ({
  beside: Object.fromEntries(Object.entries(files).map(([name, text]) => [`releases/2026/${name}.md`, text])),
});

describe('a release with what is around it', () => {
  it('goes by its id, or by its path where it has none that can be read', async () => {
    expect((await subject(file())).name).toBe('x');
    for (const text of [
      file({ id: undefined }),
      file({ id: '' }),
      file({ id: '[a]' }),
      'nothing',
      '---\nid: x\nid: y\n---\n',
    ])
      expect((await subject(text)).name).toBe(usualPath);
  });

  it('is public or not at its moment', async () => {
    expect(isPublic(await subject(file()))).toBe(true);
    expect(isPublic(await subject(file(), { now: Date.parse('2026-01-04T22:59:59Z') }))).toBe(false);
    expect(isPublic(await subject(file({ status: 'draft' })))).toBe(false);
    expect(isPublic(await subject('nothing'))).toBe(false);
  });

  it('is carried by the feeds that mean it, public or not', async () => {
    const ids = async (text: string): Promise<string[]> => (await subject(text)).carriedBy.map(({ id }) => id);
    expect(await ids(file())).toEqual(['water', 'all']);
    expect(await ids(file({ status: 'hold', topics: '[soil]' }))).toEqual(['all']);
    expect(await ids('nothing')).toEqual([]);
    expect((await subject('nothing')).feeds).toHaveLength(2);
  });
});

describe('twins', () => {
  it('are not both public: the first one in path order is', async () => {
    const second = await subject(file(), beside({ '2026-01-05-a': file() }));
    expect(second.publicness.reasons.map(({ reason }) => reason)).toEqual([
      { kind: 'twin', path: 'releases/2026/2026-01-05-a.md' },
    ]);
    expect(isPublic(await subject(file(), beside({ '2026-01-05-y': file() })))).toBe(true);
  });

  it('are no matter while the first one is not public, or is no release', async () => {
    for (const first of [file({ status: 'draft' }), file({ title: '""' }), file({ id: 'other' })])
      expect(isPublic(await subject(file(), beside({ '2026-01-05-a': first })))).toBe(true);
  });
});

describe('versions', () => {
  const family = {
    '2026-01-05-o': file({ id: 'o' }),
    '2026-01-05-o.de': file({ id: 'o.de', lang: 'de', translationOf: '{id: o}' }),
    '2026-01-05-o.ru': file({ id: 'o.ru', lang: 'ru', translationOf: '{id: o}', status: 'draft' }),
    '2026-01-05-p.ru': file({ id: 'p.ru', lang: 'ru', translationOf: '{id: p}' }),
    '2026-01-05-q': file({ id: 'q.ru', title: '""', translationOf: '{id: o}' }),
  };

  it('of an original are its translations, those that are valid', async () => {
    const { versions } = await subject(file({ id: 'o' }), beside({ ...family, '2026-01-05-o': file({ id: 'z' }) }));
    expect(versions.map(({ release }) => release.id)).toEqual(['o.de', 'o.ru']);
  });

  it('of a translation are the original and the other translations', async () => {
    const text = file({ id: 'o.fr', lang: 'fr', translationOf: '{id: o}' });
    const { versions } = await subject(text, beside(family));
    expect(versions.map(({ release, isOriginal, isPublic: isOut }) => [release.id, isOriginal, isOut])).toEqual([
      ['o.de', false, true],
      ['o', true, true],
      ['o.ru', false, false],
    ]);
  });

  it('are none for a release that has nothing to do with them', async () => {
    expect((await subject(file(), beside(family))).versions).toEqual([]);
  });
});
