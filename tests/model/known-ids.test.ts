import { describe, expect, it } from 'vitest';
import { knownIds, noSuchId } from '../../src/model/known-ids.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { translationOf } from '../../src/model/translation-of.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const repository = await repositoryInMemory({ 'taxonomy.yaml': 'version: 1\nfacets: {}\n' });
const entries = (files: Record<string, string>): Parameters<typeof knownIds>[0] =>
  Object.entries(files).map(([path, text]) => ({
    manuscript: repository.manuscriptFrom(path, Buffer.from(text)),
    release: undefined,
  }));

describe('the ids of an archive', () => {
  const known = knownIds(
    entries({
      'a.md': sampleRelease({ id: 'first' }),
      'b.md': sampleRelease({ id: 'first' }),
      'broken.md': 'no front matter',
    }),
  );

  it('belong to the first file that has them, and to a file that cannot be read by its name', () => {
    expect(known.ownerOf('first')?.path).toBe('a.md');
    expect(known.ownerOf('broken')?.path).toBe('broken.md');
    expect(known.ownerOf('constructor')).toBeUndefined();
  });

  it('are offered for one that is near', () => {
    expect(noSuchId('frist', { start: 1, end: 2 }, known)).toMatchObject({
      start: 1,
      message: 'No release has the id «frist».',
      hint: 'Did you mean «first»?',
      fix: { safety: 'review', edits: [{ start: 1, end: 2, text: 'first' }] },
    });
    expect(noSuchId('submarine', { start: 1, end: 2 }, known).fix).toBeUndefined();
  });

  it('are never that of the release itself', () => {
    const both = knownIds(
      entries({ 'a.md': sampleRelease({ id: 'first' }), 'a.ru.md': sampleRelease({ id: 'first.ru' }) }),
    );
    const place = { start: 1, end: 2 };
    expect(noSuchId('frist', place, { ...both, own: 'first.ru' }).hint).toBe('Did you mean «first»?');
    expect(noSuchId('frist', place, { ...both, own: 'first' }).fix?.edits[0]?.text).not.toBe('first');
  });

  it('are offered twenty times at most', () => {
    const again = knownIds(entries({ 'a.md': sampleRelease({ id: 'first' }) }));
    const near = Array.from({ length: 25 }, () => again.nearTo('frist').length);
    expect(near.filter((count) => count > 0)).toHaveLength(20);
  });
});

describe('the original that front matter names', () => {
  it('has an id, and a digest where there is one', () => {
    expect(translationOf({ translationOf: { id: 'a', digest: 'b' } })).toEqual({ id: 'a', digest: 'b' });
    expect(translationOf({ translationOf: { id: 'a', digest: 7 } })).toEqual({ id: 'a', digest: undefined });
  });

  it.each([
    undefined,
    {},
    { translationOf: 'a' },
    { translationOf: null },
    { translationOf: ['a'] },
    { translationOf: { id: '' } },
    { translationOf: { id: 7 } },
  ])('is none in %j', (data) => {
    expect(translationOf(data)).toBeUndefined();
  });
});
