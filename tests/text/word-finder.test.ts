import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordFinder, type Search } from '../../src/text/word-finder.ts';

function found(searches: readonly Search[], text: string): boolean[] {
  const marks = new Uint8Array(searches.length);
  new WordFinder(searches).find(text, marks);
  return [...marks].map((mark) => mark === 1);
}

/** The plain meaning. */
function holds({ words = [], characters = [] }: Search, text: string): boolean {
  const small = text
    .split('')
    .map((letter) => (letter.toLowerCase().length === 1 ? letter.toLowerCase() : letter))
    .join('');
  return (
    words.some((word) => text.includes(word) || small.includes(word)) ||
    characters.some(([first, last]) =>
      text.split('').some((each) => each.charCodeAt(0) >= first && each.charCodeAt(0) <= last),
    )
  );
}

const letter = fc.constantFrom(...'abABж“-Ж \n\uD83C');
const word = fc.string({ unit: fc.constantFrom(...'abж“- '), minLength: 1, maxLength: 4 });
const range = fc
  .tuple(fc.constantFrom(0x41, 0x61, 0x436, 0x2010), fc.nat(40))
  .map(([first, more]): [number, number] => [first, first + more]);
const search = fc.record(
  { words: fc.array(word, { maxLength: 4 }), characters: fc.array(range, { maxLength: 2 }) },
  { requiredKeys: [] },
);

describe('words that are looked for all at once', () => {
  it('are found wherever each would be found by itself', () => {
    fc.assert(
      fc.property(fc.array(search, { maxLength: 5 }), fc.string({ unit: letter, maxLength: 30 }), (searches, text) => {
        const marks = found(searches, text);
        // A letter of a word that is also looked for by itself stands for its capital as well: too much is found at most.
        for (const [index, each] of searches.entries())
          if (holds(each, text)) expect([each, marks[index]]).toEqual([each, true]);
      }),
      { numRuns: 3000 },
    );
  });

  it('are found nowhere else', () => {
    const searches = fc.array(fc.record({ words: fc.array(word, { maxLength: 4 }) }), { maxLength: 5 });
    fc.assert(
      fc.property(searches, fc.string({ unit: letter, maxLength: 30 }), (each, text) => {
        expect(found(each, text)).toEqual(each.map((one) => holds(one, text)));
      }),
      { numRuns: 3000 },
    );
  });

  it('are parts of each other, stand at the end, and are asked for again', () => {
    const finder = new WordFinder([{ words: ['abc'] }, { words: ['bc'] }, { words: ['c'] }, { words: ['abcd'] }, {}]);
    const marks = new Uint8Array(5);
    finder.find('xABC', marks);
    expect([...marks]).toEqual([1, 1, 1, 0, 0]);
    marks.fill(0);
    finder.find('ab', marks);
    expect([...marks]).toEqual([0, 0, 0, 0, 0]);
  });

  it('may end in a blank of a rare kind', () => {
    expect(['a\u00A0', 'a\u2003b', 'a\f', 'a ', 'a\n', 'ab'].map((text) => found([{ words: ['a\v'] }], text))).toEqual([
      [true],
      [true],
      [true],
      [false],
      [false],
      [false],
    ]);
  });

  it('leave what was found before', () => {
    const finder = new WordFinder([{ words: ['a'] }, { characters: [[0x2018, 0x201d]] }]);
    const marks = new Uint8Array(2);
    finder.find('a', marks);
    finder.find('“', marks);
    finder.find('nothing', marks.subarray(0, 2));
    expect([...marks]).toEqual([1, 1]);
  });
});
