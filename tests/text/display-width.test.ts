import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cutToWidth, displayWidth, graphemesOf, padToWidth } from '../../src/text/display-width.ts';

describe('the characters of a text', () => {
  it('are those that the segmenter of the language knows, also where it need not be asked', () => {
    const bmp = Array.from({ length: 0x2100 - 0x20 }, (_, at) => String.fromCharCode(at + 0x20));
    const pair = fc.tuple(fc.constantFrom(...bmp), fc.constantFrom(...bmp, '\u200d', '\r\n', '🙂'));
    const segmenter = new Intl.Segmenter();
    const check = (text: string): void =>
      expect(graphemesOf(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
    for (const one of bmp) for (const text of [one, `${one}${one}`, `a${one}`, `${one}é–`]) check(text);
    fc.assert(fc.property(fc.array(pair, { maxLength: 4 }), (pairs) => void check(pairs.flat().join(''))));
  });
});

describe('the width of a text on a terminal', () => {
  it.each([
    ['', 0],
    ['Türkiye', 7],
    ['Ўзбекистон – «Баку»', 19],
    ['首脳会談', 8],
    ['e\u0301', 1],
    ['👩‍👩‍👧 🇦🇿 ✈️', 8],
    ['نص', 2],
    ['\u200b', 0],
  ])('%j takes %i columns', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });

  it('is what the string-width library says', () => {
    const scripts = fc.constantFrom(
      'a',
      'é',
      'Ж',
      'ب',
      '会',
      '한',
      'ﾃ',
      '🙂',
      '👍🏽',
      '🇦🇿',
      'ก',
      'e\u0301',
      '–',
      '©',
      '1',
      ' ',
      'ß',
      '€',
      '，',
    );
    fc.assert(
      fc.property(fc.array(scripts, { maxLength: 12 }), (parts) => {
        expect(displayWidth(parts.join(''))).toBe(stringWidth(parts.join('')));
      }),
    );
  });

  it('cuts to a width and fills up to one, never beyond', () => {
    expect(cutToWidth('Information sessions', 12)).toBe('Information…');
    expect(cutToWidth('首脳会談', 5)).toBe('首脳…');
    expect(padToWidth('首脳', 6)).toBe('首脳  ');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 30 }),
        (text, width) => displayWidth(cutToWidth(text, width)) <= width,
      ),
    );
  });
});
