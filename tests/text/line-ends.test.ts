import { describe, expect, it } from 'vitest';
import { endOfLine, endOfLineText, lineEndOf } from '../../src/text/line-ends.ts';

describe('where lines end', () => {
  it.each([
    ['a\nb', 0, 1, 1],
    ['a\r\nb', 0, 2, 1],
    ['a\r\nb', 3, 4, 4],
    ['\r\n', 0, 1, 0],
    ['\n', 0, 0, 0],
    ['', 0, 0, 0],
    ['a\r', 0, 2, 1],
  ])('%j from %i', (text, at, feed, last) => {
    expect([endOfLine(text, at), endOfLineText(text, at)]).toEqual([feed, last]);
  });

  it.each([
    ['a\nb\r\n', '\n'],
    ['a\r\nb\n', '\r\n'],
    ['a', '\n'],
  ])('how %j ends its lines', (text, expected) => {
    expect(lineEndOf(text)).toBe(expected);
  });
});
