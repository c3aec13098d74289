import { describe, expect, it } from 'vitest';
import { commentSeam, htmlComments, piecesBetweenComments } from '../../src/text/html-comments.ts';

describe('comments', () => {
  it.each([
    ['none', []],
    ['a <!-- b --> c', [[2, 12, true]]],
    [
      '<!----><!-->-->',
      [
        [0, 7, true],
        [7, 15, true],
      ],
    ],
    ['a <!-- b <!-- c --> d', [[2, 19, true]]],
    ['a <!-- b', [[2, 8, false]]],
    ['a <!--> b', [[2, 9, false]]],
  ])('of %j', (text, expected) => {
    expect([...htmlComments(text)].map(({ start, end, isClosed }) => [start, end, isClosed])).toEqual(expected);
  });

  it('leave pieces between them, and nothing behind one that is never closed', () => {
    const told = (text: string, from?: number): string[] =>
      piecesBetweenComments(text, from).map(({ start, end }) => text.slice(start, end));
    expect(told('a<!-- b -->c<!-- d -->')).toEqual(['a', 'c', '']);
    expect(told('a<!-- b -->c<!-- d')).toEqual(['a', 'c']);
    expect(told('a<!-- b -->c', 3)).toEqual(['-- b -->c']);
  });

  it('never come together of what stood around another', () => {
    expect([
      commentSeam('a<!', '-- b'),
      commentSeam('a<!-', '-b'),
      commentSeam('a<', '!b'),
      commentSeam('', 'a'),
      commentSeam('<!-- a', 'b'),
      commentSeam('a', '<!-- b'),
    ]).toEqual([' ', ' ', '', '', '', '']);
  });
});
