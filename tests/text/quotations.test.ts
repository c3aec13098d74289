import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotationsIn } from '../../src/text/quotations.ts';

const quoted = (text: string): string[] => quotationsIn(text).map(({ words }) => text.slice(words.start, words.end));

describe('quotationsIn', () => {
  it.each([
    ['“One,” she said, “two.”', ['One,', 'two.']],
    ['"One," she said, "two."', ['One,', 'two.']],
    ['«Один», – сказала она, – «два».', ['Один', 'два']],
    ['«Один «внутри» два».', ['Один «внутри» два']],
    ['„Eins“ und „dwa”', ['Eins', 'dwa']],
    ['»Eins«, sagte sie', ['Eins']],
    ['« Un », dit-elle', [' Un ']],
    ['He said ‘one’ and left', ['one']],
    ['the visitors’ cars and the year ’09', []],
    ['doors 6" wide and 9" high', []],
    ['"He read “it” aloud"', ['He read “it” aloud']],
    ['“It goes on', ['It goes on']],
    ['(“one”) **"two"**', ['one', 'two']],
    ['「一」と『二』', ['一', '二']],
  ])('finds in %s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('finds places inside the text, one after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'a "“”„«»‘’.'), { maxLength: 40 }), (signs) => {
        const text = signs.join('');
        let at = 0;
        for (const { start, end, words } of quotationsIn(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(words.start).toBe(start + 1);
          expect(words.end).toBeLessThanOrEqual(end);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
