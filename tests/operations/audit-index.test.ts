import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunIndex, runLength } from '../../src/operations/audit-index.ts';
import { FoldedWords } from '../../src/text/folded-words.ts';

const words = new FoldedWords();

function noteAll(index: RunIndex, text: string, owner: number): void {
  words.read(text);
  for (let from = 0; from < words.count; from += 1) {
    const count = runLength(words, from);
    if (count > 0) index.add(words, { from, count, isCompact: false }, owner);
  }
}

function found(index: RunIndex, text: string): string[] {
  const hits: string[] = [];
  index.find(words.read(text), (from, count, owner) => hits.push(`${from}+${count}:${owner}`));
  return hits;
}

describe('RunIndex', () => {
  it('finds runs of six words wherever they stand, and nothing shorter', () => {
    const index = new RunIndex();
    noteAll(index, 'one two three four five six seven', 3);
    expect(found(index, 'x ONE, two; three four five six y')).toEqual(['1+6:3']);
    expect(found(index, 'one two three four five six seven')).toEqual(['0+6:3', '1+6:3']);
    expect(found(index, 'one two three four five x six seven')).toEqual([]);
  });

  it('takes twelve letters of a script without blanks for a run', () => {
    const index = new RunIndex();
    noteAll(index, '灯台の番人が昨日辞めました', 1);
    expect(found(index, '昨日、灯台の番人が昨日辞めましたと')).toEqual(['2+12:1', '3+12:1']);
    expect(found(index, '灯台の番人が')).toEqual([]);
  });

  it('finds shorter texts as a whole, and names only without blanks', () => {
    const index = new RunIndex();
    index.add(words.read('harbour-debate'), { from: 0, count: 2, isCompact: true }, 5);
    index.add(words.read('A short title'), { from: 0, count: 3, isCompact: false }, 6);
    expect(found(index, 'a /harbour-debate/ on harbour debate')).toEqual(['1+2:5']);
    expect(found(index, 'This is a short title')).toEqual(['2+3:6']);
    expect(found(index, 'a short-title')).toEqual(['0+3:6']);
  });

  it('lets the first owner keep what several have, and nobody what is free', () => {
    const index = new RunIndex();
    noteAll(index, 'a b c d e f g', 1);
    noteAll(index, 'a b c d e f g', 2);
    expect(found(index, 'a b c d e f')).toEqual(['0+6:1']);
    index.free(words.read('x a b c d e f'));
    expect(found(index, 'a b c d e f g')).toEqual(['1+6:1']);
    noteAll(index, 'a b c d e f', 3);
    expect(found(index, 'a b c d e f')).toEqual([]);
  });

  it('agrees with comparing texts, for any texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), text, text, (secrets, open, probe) => {
        const index = new RunIndex();
        for (const [owner, secret] of secrets.entries()) noteAll(index, secret.join(' '), owner);
        index.free(words.read(open.join(' ')));
        const runs = (all: readonly string[]): string[] => all.slice(5).map((_, at) => all.slice(at, at + 6).join(' '));
        const free = new Set(runs(open));
        const expected = runs(probe).flatMap((run, at) => {
          const owner = secrets.findIndex((secret) => runs(secret).includes(run));
          return owner === -1 || free.has(run) ? [] : [`${at}+6:${owner}`];
        });
        expect(found(index, probe.join(' '))).toEqual(expected);
      }),
    );
  });

  it('grows with what it holds', () => {
    const index = new RunIndex();
    for (let at = 0; at < 5000; at += 1) noteAll(index, `run number ${at} of quite many words`, at);
    expect(index.size).toBeGreaterThan(9000);
    expect(found(index, 'run number 4711 of quite many')).toEqual(['0+6:4711']);
  });
});
