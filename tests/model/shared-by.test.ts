import { describe, expect, it } from 'vitest';
import { comparedFacts } from '../../src/model/compared-facts.ts';
import type { ArchiveEntry } from '../../src/model/rule.ts';
import { inWords, sharedBy, withoutCase } from '../../src/model/shared-by.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const repository = await repositoryInMemory({ 'taxonomy.yaml': 'version: 1\nfacets: {}\n' });
const entry = (path: string): ArchiveEntry => {
  const manuscript = repository.manuscriptFrom(path, Buffer.from(''));
  return { manuscript, facts: comparedFacts(manuscript, repository.settings), release: undefined };
};
const shared = (...paths: string[]): unknown[] =>
  Array.from(
    sharedBy(paths.map(entry), ({ path }) => (path === '' ? undefined : path.slice(0, 1))),
    ({ entry: { facts }, name, others, count }) => [facts.path, name, others.map((other) => other.facts.path), count],
  );

describe('files that share a name', () => {
  it('know each other, and how many they are', () => {
    expect(shared('a1', 'b1', 'a2', 'c1', 'c2', 'c3', '', '')).toEqual([
      ['a1', 'a', ['a2'], 1],
      ['a2', 'a', ['a1'], 1],
      ['c1', 'c', ['c2', 'c3'], 2],
      ['c2', 'c', ['c1', 'c3'], 2],
      ['c3', 'c', ['c1', 'c2'], 2],
    ]);
  });

  it('name five others at most', () => {
    const found = shared(...Array.from({ length: 9 }, (_, i) => `a${i}`));
    expect(found[0]).toEqual(['a0', 'a', ['a1', 'a2', 'a3', 'a4', 'a5'], 8]);
    expect(found[8]).toEqual(['a8', 'a', ['a0', 'a1', 'a2', 'a3', 'a4'], 8]);
  });

  it('are named in a sentence by the path, by the end of a long one, or by their number', () => {
    const words = (path: string, count = 1): string => inWords({ others: [entry(path)], count });
    expect(words('releases/a.md')).toBe('«releases/a.md»');
    expect(words(`releases/${'x'.repeat(60)}/a.md`)).toBe('«a.md»');
    expect(words('releases/a.md', 3)).toBe('3 other releases');
  });

  it('are one name in capitals or with an accent in parts', () => {
    expect(withoutCase('CAFE\u0301')).toBe(withoutCase('café'));
    expect(withoutCase('cafe')).not.toBe(withoutCase('café'));
  });
});
