/** A secret passage is found behind everything that programs do to text, in any order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunIndex, runLength } from '../../src/operations/audit-index.ts';
import { stretchesIn } from '../../src/operations/audit-text.ts';
import { FoldedWords } from '../../src/text/folded-words.ts';
import { escapeText } from '../../src/text/xml.ts';

const words = new FoldedWords();

function indexOf(text: string): RunIndex {
  const index = new RunIndex();
  words.read(text);
  for (let from = 0; from < words.count; from += 1) {
    const count = runLength(words, from);
    if (count > 0) index.add(words, { from, count, isCompact: false }, 0);
  }
  return index;
}

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdefé'), minLength: 2, maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...'абвгдеж'), minLength: 2, maxLength: 8 }),
);
const passages = fc.array(word, { minLength: 6, maxLength: 30 });

/** What programs make of a text. */
const writers: Readonly<Record<string, (text: string) => string>> = {
  json: (text) => JSON.stringify({ a: text }),
  'json in ASCII': (text) =>
    JSON.stringify(text).replaceAll(
      /[^\u0000-\u007F]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  xml: (text) => `<x>${escapeText(text)}</x>`,
  'xml in ASCII': (text) =>
    escapeText(text).replaceAll(/[^\u0000-\u007F]/gu, (letter) => `&#x${letter.codePointAt(0)?.toString(16)};`),
  percent: (text) => encodeURIComponent(text.toWellFormed()),
  query: (text) => new URLSearchParams({ q: text }).toString(),
  html: (text) => `<p class="a>b">${escapeText(text)}</p>`,
  comment: (text) => `<!-- ${text} -->`,
};

describe('stretchesIn', () => {
  it('finds a passage whatever programs did to it', () => {
    fc.assert(
      fc.property(passages, fc.array(fc.constantFrom(...Object.keys(writers)), { maxLength: 4 }), (passage, order) => {
        const text = order.reduce((written, name) => writers[name]?.(written) ?? written, passage.join(' '));
        const found = stretchesIn(`before ${text} after`, indexOf(passage.join(' ')), words);
        expect(found).toHaveLength(1);
        expect(found[0]?.start).toBeGreaterThan(6);
        expect(found[0]?.end).toBeLessThanOrEqual(7 + text.length);
      }),
    );
  });

  it('finds it whatever its typography is', () => {
    const joints = fc.constantFrom(
      ' ',
      '  ',
      '\u00A0',
      '\n',
      ' – ',
      ', ',
      ' «',
      '» ',
      '<br>',
      '</p>\n<p>',
      '</b> <i>',
      '\u2029',
    );
    const within = fc.constantFrom('', '', '\u00AD', '\u200B', '<wbr>', '<b></b>', '\u0301');
    fc.assert(
      fc.property(
        passages,
        fc.array(joints, { minLength: 30, maxLength: 30 }),
        within,
        fc.boolean(),
        (passage, joint, inside, isLoud) => {
          const changed = passage.map((each) => each.slice(0, 1) + inside + each.slice(1));
          const text = changed
            .map(
              (each, at) =>
                `${isLoud ? each.replace(/[a-zа-яé]+/gu, (part) => (/^(?:wbr|b)$/.test(part) ? part : part.toUpperCase())) : each}${joint[at] ?? ' '}`,
            )
            .join('');
          expect(stretchesIn(text, indexOf(passage.join(' ')), words).length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('tells one place once, with what had to be undone', () => {
    const [only, ...more] = stretchesIn(
      '<p>one two <b>three</b> four five si&#120; seven',
      indexOf('one two three four five six seven'),
      words,
    );
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      start: 3,
      end: 48,
      behind: ['character references', 'tags'],
      words: 'one two three four five six seven',
    });
  });

  it('gives nothing for nothing', () => {
    expect(stretchesIn('', indexOf('one two three four five six'), words)).toEqual([]);
    expect(stretchesIn('one two three four five', indexOf('one two three four five six'), words)).toEqual([]);
  });
});
