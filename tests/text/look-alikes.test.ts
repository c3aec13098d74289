import { describe, expect, it } from 'vitest';
import { mixedWords } from '../../src/text/look-alikes.ts';

const told = (text: string): unknown[] =>
  Array.from(mixedWords(text), ({ start, end, word, meant, strangers }) => {
    expect(text.slice(start, end)).toBe(word);
    return [word, meant, strangers.join('')];
  });

describe('a word that mixes alphabets', () => {
  it.each([
    ['\u0412aku', 'Baku', '\u0412'],
    ['c\u043Eurse', 'course', '\u043E'],
    ['K\u0443\u0440\u0441', '\u041A\u0443\u0440\u0441', 'K'],
    ['К\u0069ровоград', 'К\u0456ровоград', 'i'],
    ['\u039Dew', 'New', '\u039D'],
    ['\u0391\u03B8\u03AE\u03BDa'.replace('\u0391', 'A').replace('a', '\u03B1'), '\u0391\u03B8\u03AE\u03BD\u03B1', 'A'],
    ['\u0420\u0415\u0422\u0415R', 'PETER', '\u0420\u0415\u0422'],
  ])('%s was meant as %s', (word, meant, strangers) => {
    expect(told(`The (${word}), today`)).toEqual([[word, meant, strangers]]);
  });

  it('is taken for what most of its letters are', () => {
    expect(told('\u0422\u041E\u041AY\u041E')).toEqual([
      ['\u0422\u041E\u041AY\u041E', '\u0422\u041E\u041A\u0423\u041E', 'Y'],
    ]);
    expect(told('Co\u0441o')).toEqual([['Co\u0441o', 'Coco', '\u0441']]);
  });

  it('keeps its accents', () => {
    expect(told('caf\u0435\u0301')).toEqual([['caf\u0435\u0301', 'cafe\u0301', '\u0435']]);
  });

  it.each([
    ['two alphabets side by side', 'Память and Μνήμη, Baku/Баку'],
    ['a word of two parts', 'IT-специалисты, α-test, e-mailом'],
    ['an abbreviation with an ending', 'OSCEа, SMSа, CMSка'],
    ['a unit', 'μT, kΩ, ΔT'],
    ['letters that look like nothing else', 'Zигзаг, PRщик'],
    ['no word at all', ''],
  ])('is not %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });
});
