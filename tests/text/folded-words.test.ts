import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldRunning } from '../../src/text/fold.ts';
import { FoldedWords } from '../../src/text/folded-words.ts';

interface Read {
  readonly words: readonly string[];
  readonly hashes: readonly string[];
}

function read(text: string): Read {
  const words = new FoldedWords().read(text);
  const all = Array.from({ length: words.count }, (_, at) => at);
  return {
    words: all.map((at) => text.slice(words.starts[at], words.ends[at])),
    hashes: all.map((at) => `${words.first[at]} ${words.second[at]}`),
  };
}

describe('FoldedWords', () => {
  it('gives the words with their places', () => {
    expect(read('  Über-all: "Zwei" 3½ ').words).toEqual(['Über', 'all', 'Zwei', '3½', '½']);
  });

  it.each([
    ['STRASSE', 'straße'],
    ['Cafe\u0301', 'café'],
    ['ﬁnal', 'FINAL'],
    ['co\u00ADoperation', 'cooperation'],
    ['zero\u200Bwidth', 'zerowidth'],
    ['Tü\u200Drkiye', 'turkiye'],
    ['ＡＢＣ', 'abc'],
    ['𝐁𝐨𝐥𝐝', 'bold'],
    ['Ёлка', 'ЕЛКА'],
    ['d’accord – “oui”', "D'accord - 'oui'"],
    ['a\u00A0b\u2028c', 'a b c'],
    ['Łódź', 'lodz'],
  ])('takes «%s» and «%s» for the same words', (one, other) => {
    expect(read(one).hashes).toEqual(read(other).hashes);
  });

  it.each([
    ['one two', 'two one'],
    ['ab c', 'a bc'],
    ['Баку', 'baku'],
    ['12', '21'],
  ])('tells «%s» and «%s» apart', (one, other) => {
    expect(read(one).hashes).not.toEqual(read(other).hashes);
  });

  it('finds the same words as `foldRunning`, whatever the text is', () => {
    const texts = fc.string({
      unit: fc.oneof(fc.constantFrom(...'aZ9 -’é½ßğ\u0301\u00ADж'), fc.string({ unit: 'grapheme', maxLength: 1 })),
      maxLength: 40,
    });
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(
          !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
            text.normalize('NFKD'),
          ),
        );
        expect(read(text).hashes, JSON.stringify(text)).toEqual(read(foldRunning(text)).hashes);
      }),
    );
  });

  it('gives places within the text, one behind the other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = new FoldedWords().read(text);
        for (let at = 0; at < words.count; at += 1) {
          expect(words.starts[at]).toBeLessThan(words.ends[at]!);
          expect(words.ends[at]).toBeLessThanOrEqual(text.length);
          // Only a character that is several words stands for more than one.
          if (at > 0) expect(words.starts[at]).toBeGreaterThanOrEqual(words.ends[at - 1]! - 2);
        }
      }),
    );
  });

  it('takes each letter of a script without blanks for half a word', () => {
    const words = new FoldedWords().read('東京 tower');
    expect([words.count, words.weight(0), words.weight(1), words.weight(2)]).toEqual([3, 1, 1, 2]);
  });

  it('knows numbers, mixtures, and words with no blank between them', () => {
    const words = new FoldedWords().read('2026-11 a1 b');
    expect([0, 1, 2, 3].map((at) => words.isNumber(at))).toEqual([true, true, false, false]);
    expect([0, 1, 2, 3].map((at) => words.isMixed(at))).toEqual([false, false, true, false]);
    expect([words.isCompact(0, 2), words.isCompact(0, 3), words.isCompact(3, 4)]).toEqual([true, false, true]);
    expect([words.size(0), words.size(3)]).toEqual([4, 1]);
  });

  it('serves one long text after a short one, and the other way round', () => {
    const words = new FoldedWords().read('a b');
    expect(words.read('word '.repeat(5000)).count).toBe(5000);
    expect(words.read('c').count).toBe(1);
  });
});
