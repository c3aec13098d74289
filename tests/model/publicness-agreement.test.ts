import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clear, type Moment } from '../../src/model/embargo.ts';
import { makeRelease } from '../../src/model/make-release.ts';
import { publicnessOf, type Publicness } from '../../src/model/publicness.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const moment: Moment = { now: Date.parse('2026-11-23T12:00:00Z'), timezone: 'Asia/Baku' };
const repository = await repositoryInMemory({ 'taxonomy.yaml': 'version: 1\nfacets: {}\n' });

function judged(text: string): Publicness {
  const manuscript = repository.manuscriptFrom('releases/a.md', new TextEncoder().encode(text));
  return publicnessOf(manuscript, repository, { moment });
}

const release = (keys: Readonly<Record<string, string>>): string => {
  const all = { id: 'x', title: 'T', date: '2026-01-05', status: 'published', ...keys };
  return `---\n${Object.entries(all)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\nText.\n`;
};

describe('the moment at which a release turns public by itself', () => {
  it.each<[Readonly<Record<string, string>>, string | undefined]>([
    [{}, '2026-01-04T20:00:00Z'],
    [{ date: '"2026-01-05T09:00:00+01:00"' }, '2026-01-05T08:00:00Z'],
    [{ date: '2999-01-01' }, '2998-12-31T20:00:00Z'],
    [{ embargo: '"2027-01-01T00:00:00Z"' }, '2027-01-01T00:00:00Z'],
    [{ embargo: '"2025-01-01T00:00:00Z"' }, '2026-01-04T20:00:00Z'],
    [{ date: '2999-01-01', embargo: '"2027-01-01T00:00:00Z"' }, '2998-12-31T20:00:00Z'],
    [{ status: 'draft' }, undefined],
    [{ embargo_until: 'x' }, undefined],
    [{ embargo: 'soon' }, undefined],
  ])('%j', (keys, turn) => {
    expect(judged(release(keys)).turn).toBe(turn === undefined ? undefined : Date.parse(turn));
  });
});

describe('what people are told', () => {
  const word = (...words: string[]): fc.Arbitrary<string | undefined> => fc.constantFrom(undefined, ...words);
  const anyRelease = fc
    .record({
      status: word('published', 'published', 'published', 'draft', 'hold', 'withdrawn', 'Published', '""', '~'),
      date: word(
        '2026-01-05',
        '2026-11-23',
        '2026-11-24',
        '"2026-11-23T15:59:59+04:00"',
        '"2026-11-23T16:00:00.001+04:00"',
        'soon',
      ),
      embargo: word('"2026-11-23T12:00:00Z"', '"2026-11-23T12:00:00.5Z"', '2026-01-01', 'x', '[a]', ''),
      embargo_until: word('x'),
      Status: word('draft'),
      title: word('T', '""'),
    })
    .map((keys) => {
      const some = Object.entries(keys).filter(([, value]) => value !== undefined);
      return `---\nid: x\n${some.map(([key, value]) => `${key}: ${value}\n`).join('')}---\nText.\n`;
    });

  it('is public where the gate lets it out, and nowhere else; once its moment has come, the gate lets it out', () => {
    fc.assert(
      fc.property(anyRelease, (text) => {
        const manuscript = repository.manuscriptFrom('releases/a.md', new TextEncoder().encode(text));
        const made = makeRelease(manuscript, repository);
        const isOut = (now: number): boolean => made !== undefined && clear(made, { ...moment, now }).public;
        const publicness = judged(text);
        expect(publicness.reasons.length === 0).toBe(isOut(moment.now));
        const { turn } = publicness;
        if (turn === undefined) expect(isOut(Number.MAX_SAFE_INTEGER)).toBe(false);
        else expect([isOut(turn - 1), isOut(turn)]).toEqual([false, true]);
      }),
      { numRuns: 1000 },
    );
  });
});
