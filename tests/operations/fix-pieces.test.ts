import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  editsOf,
  insertedStretches,
  overlap,
  splicePieces,
  wholeText,
  type Edit,
} from '../../src/operations/fix-pieces.ts';
import { spliced } from '../../src/text/spliced.ts';

/** Edits that fit a text of so many characters and do not touch each other. */
const editsFor = (length: number): fc.Arbitrary<Edit[]> =>
  fc.array(fc.tuple(fc.nat(length), fc.nat(4), fc.constantFrom('', 'x', 'yz', 'Ж')), { maxLength: 5 }).map((raw) => {
    const chosen: Edit[] = [];
    for (const [start, size, text] of raw) {
      const edit = { start, end: Math.min(start + size, length), text };
      if (!chosen.some((other) => overlap(edit, other))) chosen.push(edit);
    }
    return chosen;
  });

describe('edits upon edits', () => {
  it('become edits of the original that give the same text', () => {
    const rounds = fc
      .string({ maxLength: 12 })
      .chain((text) =>
        editsFor(text.length).chain((first) =>
          editsFor(spliced(text, first).length).map((second) => ({ text, first, second })),
        ),
      );
    fc.assert(
      fc.property(rounds, ({ text, first, second }) => {
        const pieces = splicePieces(splicePieces(wholeText(text.length), first), second);
        const edits = editsOf(pieces, text);
        expect(spliced(text, edits)).toBe(spliced(spliced(text, first), second));
        for (const [index, edit] of edits.entries()) {
          expect(text.slice(edit.start, edit.end)).not.toBe(edit.text);
          expect(edit.start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leave no edit behind that takes another back', () => {
    const there = splicePieces(wholeText(5), [{ start: 1, end: 3, text: 'xyz' }]);
    expect(editsOf(splicePieces(there, [{ start: 1, end: 4, text: 'bc' }]), 'abcde')).toEqual([]);
  });

  it('touch no more of the original than they replaced', () => {
    const pieces = splicePieces(wholeText(9), [{ start: 0, end: 1, text: 'X' }]);
    expect(editsOf(splicePieces(pieces, [{ start: 8, end: 9, text: '' }]), 'abcdefghi')).toEqual([
      { start: 0, end: 1, text: 'X' },
      { start: 8, end: 9, text: '' },
    ]);
  });
});

describe('insertedStretches', () => {
  it('says where the new texts stand', () => {
    const edits = [
      { start: 4, end: 4, text: 'yy' },
      { start: 0, end: 2, text: 'xxx' },
    ];
    expect(insertedStretches(edits).map(({ start, end }) => spliced('abcdef', edits).slice(start, end))).toEqual([
      'xxx',
      'yy',
    ]);
  });
});

describe('overlap', () => {
  it.each([
    [[0, 2], [2, 4], false],
    [[0, 3], [2, 4], true],
    [[2, 2], [2, 4], true],
    [[2, 2], [0, 2], true],
    [[2, 2], [2, 2], true],
    [[1, 1], [2, 4], false],
  ])('of %j and %j is %s', ([a = 0, b = 0], [c = 0, d = 0], expected) => {
    expect(overlap({ start: a, end: b }, { start: c, end: d })).toBe(expected);
    expect(overlap({ start: c, end: d }, { start: a, end: b })).toBe(expected);
  });
});
