import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ligatures, notComposed, softHyphens, zeroWidths, type Stretch } from '../../src/text/unicode-form.ts';

const found = (stretches: Iterable<Stretch>): unknown[] =>
  Array.from(stretches, ({ start, end, text }) => [start, end, text]);

describe('letters that are stored in parts', () => {
  it('are found with all their marks', () => {
    expect(found(notComposed('cafe\u0301 e\u0323\u0302 x'))).toEqual([
      [3, 5, 'é'],
      [6, 9, 'ệ'],
    ]);
    expect(found(notComposed('й и\u0306'))).toEqual([[2, 4, 'й']]);
    expect(found(notComposed('\u1112\u1161\u11AB 한'))).toEqual([[0, 3, '한']]);
  });

  it('are found where one sign stands for another', () => {
    expect(found(notComposed('3 \u212B'))).toEqual([[2, 3, 'Å']]);
  });

  it.each([
    ['composed letters', 'café, Việt Nam, й, ё, 한'],
    ['an accent that has no letter of its own', 'x\u0301 м\u0301'],
    ['Arabic marks in the order in which they are typed', 'مُحَمَّد'],
    ['Hebrew points', 'שָׁלוֹם'],
    ['letters of Hindi that are always taken apart', '\u0958'],
    ['the variant of an ideograph in a name', '\uFA19'],
    ['an emoji', '👩\u200D👩\u200D👧 ❤\uFE0F'],
  ])('are not %s', (_, text) => {
    expect(found(notComposed(text))).toEqual([]);
  });

  it('give the same text when they are replaced, stored otherwise, and nothing more to find', () => {
    const letters = fc.array(
      fc.constantFrom('e', 'и', '\u0301', '\u0306', '\u0323', 'é', '\u212B', ' ', '🎈', 'ᄒ', 'ᅡ'),
    );
    fc.assert(
      fc.property(letters, (parts) => {
        const text = parts.join('');
        let mended = text;
        for (const { start, end, text: put } of [...notComposed(text)].reverse())
          mended = mended.slice(0, start) + put + mended.slice(end);
        expect(mended.normalize('NFC')).toBe(text.normalize('NFC'));
        expect([...notComposed(mended)]).toEqual([]);
      }),
    );
  });
});

describe('characters that print and typesetting leave behind', () => {
  it('are joined letters', () => {
    expect(found(ligatures('o\uFB03ce \uFB01'))).toEqual([
      [1, 2, 'ffi'],
      [5, 6, 'fi'],
    ]);
    expect(found(ligatures('œuvre, æ, ß, Ĳ'))).toEqual([]);
  });

  it('are spaces without width, but for scripts that write no blanks', () => {
    expect(found(zeroWidths('a\u200Bb\uFEFF'))).toEqual([
      [1, 2, ''],
      [3, 4, ''],
    ]);
    expect(found(zeroWidths('ภาษา\u200Bไทย ភាសា\u200Bខ្មែរ a\u200Cb\u200Dc'))).toEqual([]);
  });

  it('are soft hyphens', () => {
    expect(found(softHyphens('in\u00ADfor'))).toEqual([[2, 3, '']]);
    expect(found(softHyphens('in-for'))).toEqual([]);
  });
});
