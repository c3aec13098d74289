import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineMap } from '../../src/model/text-range.ts';

describe('a place in a text', () => {
  it.each([
    ['', 0, { line: 1, column: 1, offset: 0 }],
    ['abc', 1, { line: 1, column: 2, offset: 1 }],
    ['a\nb', 1, { line: 1, column: 2, offset: 1 }],
    ['a\nb', 2, { line: 2, column: 1, offset: 2 }],
    ['a\r\nb', 3, { line: 2, column: 1, offset: 3 }],
    ['a\rb', 2, { line: 1, column: 3, offset: 2 }],
    ['\n\n', 2, { line: 3, column: 1, offset: 2 }],
    ['🙂b', 2, { line: 1, column: 3, offset: 2 }],
    ['\uFEFFab', 0, { line: 1, column: 1, offset: 0 }],
    ['\uFEFFab', 1, { line: 1, column: 1, offset: 1 }],
    ['\uFEFFab', 2, { line: 1, column: 2, offset: 2 }],
    ['\uFEFFa\nb', 4, { line: 2, column: 2, offset: 4 }],
    ['ab', 99, { line: 1, column: 3, offset: 2 }],
    ['ab', -1, { line: 1, column: 1, offset: 0 }],
  ])('in %j at %i', (text, offset, position) => {
    expect(new LineMap(text).at(offset)).toEqual(position);
  });

  it('agrees with counting, in any text', () => {
    const texts = fc
      .array(fc.constantFrom('a', '\n', '\r\n', '\r', '🙂', 'é'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(30), (text, at) => {
        const offset = Math.min(at, text.length);
        const before = text.slice(0, offset).split('\n');
        expect(new LineMap(text).at(at)).toEqual({
          line: before.length,
          column: (before.at(-1)?.length ?? 0) + 1,
          offset,
        });
      }),
    );
  });
});

describe('a stretch of text', () => {
  it('goes from one place to another, and is empty rather than backwards', () => {
    const lines = new LineMap('ab\ncd');
    expect(lines.range(1, 4)).toEqual({
      start: { line: 1, column: 2, offset: 1 },
      end: { line: 2, column: 2, offset: 4 },
    });
    expect(lines.range(4, 1)).toEqual({ start: lines.at(4), end: lines.at(4) });
  });
});

describe('the text of a line', () => {
  it.each([
    ['a\nb\n', 1, 'a'],
    ['a\nb\n', 2, 'b'],
    ['a\nb\n', 3, ''],
    ['a\nb\n', 9, ''],
    ['a\r\nb', 1, 'a'],
    ['a\rb', 1, 'a\rb'],
    ['\uFEFFa\nb', 1, 'a'],
    ['\uFEFF', 1, ''],
    ['', 1, ''],
  ])('of %j, line %i, is %j', (text, line, expected) => {
    expect(new LineMap(text).lineText(line)).toBe(expected);
  });
});
