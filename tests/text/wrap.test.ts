import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/text/display-width.ts';
import { wrapLine } from '../../src/text/wrap.ts';

describe('a line on a terminal', () => {
  it.each([
    ['', 10, ['']],
    ['short', 10, ['short']],
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 8, ['one two', 'three']],
    ['a verylongword b', 5, ['a', 'verylongword', 'b']],
    ['東京 大阪 京都', 9, ['東京 大阪', '京都']],
    ['a  b', 2, ['a ', 'b']],
    ['  in', 10, ['  in']],
  ])('%j in %i columns', (line, columns, lines) => {
    expect(wrapLine(line, columns)).toEqual(lines);
  });

  it('loses no word, and is as wide as it may be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bcd', '東京', '👩‍👩‍👧', 'efghijklmn', 'é'), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 12 }),
        (words, columns) => {
          const lines = wrapLine(words.join(' '), columns);
          expect(lines.join(' ')).toBe(words.join(' '));
          for (const line of lines) expect(displayWidth(line) <= columns || !line.includes(' ')).toBe(true);
          lines
            .slice(1)
            .forEach((line, index) =>
              expect(displayWidth(`${lines[index]} ${line.split(' ')[0]}`)).toBeGreaterThan(columns),
            );
        },
      ),
    );
  });

  it('may be one word of a hundred thousand characters', () => {
    const word = '👩‍👩‍👧'.repeat(20_000);
    expect(wrapLine(`${word} b`, 80)).toEqual([word, 'b']);
  });
});
