import { describe, expect, it } from 'vitest';
import { comparedFacts } from '../../src/model/compared-facts.ts';
import { knownIds, noSuchId, type KnownIds } from '../../src/model/known-ids.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { translationOf } from '../../src/model/translation-of.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const repository = await repositoryInMemory({ 'taxonomy.yaml': 'version: 1\nfacets: {}\n' });
const entries = (files: Record<string, string>): Parameters<typeof knownIds>[0] =>
  Object.entries(files).map(([path, text]) => {
    const manuscript = repository.manuscriptFrom(path, Buffer.from(text));
    return { manuscript, facts: comparedFacts(manuscript, repository.settings), release: undefined };
  });
const idsIn = (files: Record<string, string>): KnownIds => {
  const all = entries(files);
  return knownIds(all, { all });
};

describe('the ids of an archive', () => {
  const known = idsIn({
    'a.md': sampleRelease({ id: 'first' }),
    'b.md': sampleRelease({ id: 'first' }),
    'broken.md': 'no front matter',
  });

  it('belong to the first file that has them, and to a file that cannot be read by its name', () => {
    expect(known.ownerOf('first')?.facts.path).toBe('a.md');
    expect(known.ownerOf('broken')?.facts.path).toBe('broken.md');
    expect(known.ownerOf('constructor')).toBeUndefined();
  });

  it('are offered for one that is near', () => {
    expect(noSuchId('frist', known)({ start: 1, end: 2 })).toMatchObject({
      start: 1,
      message: 'No release has the id «frist».',
      hint: 'Did you mean «first»?',
      fix: { safety: 'review', edits: [{ start: 1, end: 2, text: 'first' }] },
    });
    expect(noSuchId('submarine', known)({ start: 1, end: 2 }).fix).toBeUndefined();
  });

  it('are never that of the release itself', () => {
    const both = idsIn({ 'a.md': sampleRelease({ id: 'first' }), 'a.ru.md': sampleRelease({ id: 'first.ru' }) });
    const place = { start: 1, end: 2 };
    expect(noSuchId('frist', { ...both, own: 'first.ru' })(place).hint).toBe('Did you mean «first»?');
    expect(noSuchId('frist', { ...both, own: 'first' })(place).fix?.edits[0]?.text).not.toBe('first');
  });

  it('are offered twenty times at most', () => {
    const again = idsIn({ 'a.md': sampleRelease({ id: 'first' }) });
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
