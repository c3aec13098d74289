import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdicts } from '../../../src/model/archive-memory.ts';
import type { FileFacts } from '../../../src/model/file-facts.ts';
import { FactReader } from '../../../src/repository/cache/fact-reader.ts';
import { FactWriter } from '../../../src/repository/cache/fact-writer.ts';
import { isRememberable } from '../../../src/repository/cache/rememberable.ts';
import { factsAt, plainFacts, someFacts } from '../../support/random-facts.ts';

const comparable = { keys: { has: [1, 2], names: [3] }, customs: { files: 1, inYears: 1, dated: 0 } };
const written = (all: readonly FileFacts[], writer = new FactWriter()): FactReader => {
  for (const facts of all) writer.add({ facts, verdict: verdicts.clean }, comparable);
  return new FactReader(writer.columns);
};
const readBack = (reader: FactReader, paths: readonly string[], from = 0): FileFacts[] =>
  paths.map((path, index) => plainFacts(reader.facts(from + index, () => path)));

describe('facts in columns', () => {
  it('come back as they went in', () => {
    fc.assert(
      fc.property(fc.array(factsAt('releases/x.md'), { maxLength: 12 }), (all) => {
        const reader = written(all);
        expect(
          readBack(
            reader,
            all.map(({ path }) => path),
          ),
        ).toEqual(all);
      }),
    );
  });

  it('stay what they are when others are written after them', () => {
    const some = fc.array(factsAt('releases/x.md'), { maxLength: 6 });
    fc.assert(
      fc.property(some, some, (before, after) => {
        const reader = written(after, new FactWriter(written(before).columns));
        const all = [...before, ...after];
        expect(
          readBack(
            reader,
            all.map(({ path }) => path),
          ),
        ).toEqual(all);
      }),
    );
  });

  it('may be of a release with thousands of terms, or of thousands of releases', () => {
    const terms = new Map([['field', Array.from({ length: 5000 }, (_, index) => `term-${index}`)]]);
    const many = Array.from({ length: 3000 }, (_, index) => someFacts('x.md', { id: `id-${index}` }));
    const release = { publicFrom: 0, lang: 'ru', permalink: '/x/', places: [], terms };
    const all = [...many, someFacts('x.md', { release })];
    expect(
      readBack(
        written(all),
        all.map(({ path }) => path),
      ),
    ).toEqual(all);
  });

  it('are not kept where they would come back as something else, or where the house has made a note', () => {
    expect(isRememberable(someFacts('x.md'))).toBe(true);
    expect(isRememberable(someFacts('x.md', { id: 'half \uD800' }))).toBe(false);
    expect(isRememberable(someFacts('x.md', { aliases: ['/x/', '/<!-- y -->/'] }))).toBe(false);
    expect(isRememberable(someFacts('x.md', { original: { id: 'x', digest: '\uDC00' } }))).toBe(false);
    const release = { publicFrom: 0, lang: 'en', permalink: '/x/', places: [], terms: new Map([['field', ['<!--']]]) };
    expect(isRememberable(someFacts('x.md', { release }))).toBe(false);
    expect(isRememberable(someFacts('x.md', { release: { ...release, places: ['Wien <!-- ? -->'] } }))).toBe(false);
  });
});
