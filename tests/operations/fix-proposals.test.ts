import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { overlap, type Edit } from '../../src/operations/fix-pieces.ts';
import { compatible, editsByFile, type Proposal } from '../../src/operations/fix-proposals.ts';

const place = { line: 1, column: 1, offset: 0 };
const proposal = (file: string, edits: readonly Edit[]): Proposal => {
  const diagnostic: Diagnostic = {
    rule: 'r',
    severity: 'error',
    file,
    range: { start: place, end: place },
    message: '',
  };
  return { diagnostic, edits };
};
const edit = fc
  .tuple(fc.nat(30), fc.nat(4))
  .map(([start, length]): Edit => ({ start, end: start + length, text: 'x' }));
const proposals = fc.array(
  fc.tuple(fc.constantFrom('a.md', 'b.md'), edit).map(([file, one]) => proposal(file, [one])),
  { maxLength: 30 },
);

describe('compatible', () => {
  it('takes each fix that touches none that was taken before it', () => {
    fc.assert(
      fc.property(proposals, (all) => {
        const taken: Proposal[] = [];
        for (const each of all) {
          const rivals = taken.filter(({ diagnostic }) => diagnostic.file === each.diagnostic.file);
          const isFree = rivals.every((other) => other.edits.every((a) => each.edits.every((b) => !overlap(a, b))));
          if (isFree) taken.push(each);
        }
        expect(compatible(all)).toEqual(taken);
      }),
      { numRuns: 500 },
    );
  });

  it('takes all edits of a fix or none', () => {
    const long = proposal('a.md', [{ start: 5, end: 9, text: '' }]);
    const two = proposal(
      'a.md',
      [0, 8].map((start) => ({ start, end: start + 2, text: '' })),
    );
    const first = proposal('a.md', [{ start: 1, end: 2, text: '' }]);
    expect(compatible([long, two, first])).toEqual([long, first]);
  });
});

describe('editsByFile', () => {
  it('keeps the order of each file', () => {
    const edits = [4, 1, 7].map((start): Edit => ({ start, end: start, text: 'x' }));
    const [one, two, three] = edits.map((each, index) => proposal(index === 1 ? 'b.md' : 'a.md', [each]));
    const all = [one, two, three].filter((each) => each !== undefined);
    expect([...editsByFile(all)]).toEqual([
      ['a.md', [edits[0], edits[2]]],
      ['b.md', [edits[1]]],
    ]);
  });
});
