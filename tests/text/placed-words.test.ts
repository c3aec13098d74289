import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf, likeness, placedParagraphs } from '../../src/text/placed-words.ts';

describe('placedParagraphs', () => {
  it('divides at blank lines and passes over comments', () => {
    const text = 'x\n\none <!-- a\n\nb --> two\r\n \r\nthree\nfour <!-- open';
    const found = placedParagraphs(text, 1);
    expect(found.map((words) => words.map(({ word }) => word))).toEqual([
      ['one', 'two'],
      ['three', 'four'],
    ]);
    for (const { word, start, end } of found.flat()) expect(text.slice(start, end)).toBe(word);
  });

  it('has every word at its place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ' ', '\n', '<!--', '-->', '😀')).map((parts) => parts.join('')),
        (text) => {
          for (const { word, start, end } of placedParagraphs(text).flat()) expect(text.slice(start, end)).toBe(word);
        },
      ),
    );
  });
});

describe('differenceOf', () => {
  it.each([
    ['a b c', 'a b c', undefined],
    ['', '', undefined],
    ['a b c', 'a x c', { from: 1, toInFirst: 2, toInSecond: 2 }],
    ['a b c', 'a c', { from: 1, toInFirst: 2, toInSecond: 1 }],
    ['a c', 'a b c', { from: 1, toInFirst: 1, toInSecond: 2 }],
    ['a', 'a a', { from: 1, toInFirst: 1, toInSecond: 2 }],
    ['a b', 'c d', { from: 0, toInFirst: 2, toInSecond: 2 }],
  ])('of «%s» and «%s»', (first, second, expected) => {
    const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
    expect(differenceOf(words(first), words(second))).toEqual(expected);
  });

  it('leaves the same words around it', () => {
    const words = fc.array(fc.constantFrom('a', 'b'));
    fc.assert(
      fc.property(words, words, (first, second) => {
        const found = differenceOf(first, second);
        if (found === undefined) expect(first).toEqual(second);
        else {
          const { from, toInFirst, toInSecond } = found;
          expect([...first.slice(0, from), ...second.slice(from, toInSecond), ...first.slice(toInFirst)]).toEqual(
            second,
          );
        }
      }),
    );
  });
});

describe('likeness', () => {
  it.each([
    [['a', 'b'], ['b', 'a'], 1],
    [['a', 'a'], ['a', 'b'], 0.5],
    [['a'], ['b'], 0],
    [[], [], 1],
  ])('of %j and %j is %d', (first, second, expected) => {
    expect(likeness(first, second)).toBe(expected);
  });
});
