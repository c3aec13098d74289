import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineMarkdown } from '../../src/text/markdown-outline.ts';
import { plainParagraphs } from '../../src/text/markdown-plain.ts';

const scrap = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'BAKU, 16 November 2009 –',
      'word',
      'two words',
      '“Yes.”',
      '\n',
      '\n\n',
      '12 judges',
      '3',
      'a|b',
      'x_y*z',
      '&amp;',
      '\\',
      'é',
      '\u00A0',
      '\u2028',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ' ',
      '  ',
      '\t',
      '\n\n\n',
      'http://example.org',
      'a@example.org',
      ' #',
      ' - ',
      ']',
      '!',
      '\f',
      '\v',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...'#>~*+-_=|:0123456789.)[<`\r'.split(''), '---', '===', '    ', '* ', '1. ', '| - |'),
  },
);
const text = fc.array(scrap, { maxLength: 14 }).map((scraps) => scraps.join(''));

describe('a text of paragraphs', () => {
  it('is seen at a glance as a closer look sees it', () => {
    let count = 0;
    fc.assert(
      fc.property(text, (each) => {
        const blocks = plainParagraphs(each, 0);
        if (blocks === undefined) return;
        count += 1;
        expect(outlineMarkdown(each)).toEqual({ blocks, links: [], code: [], tags: [] });
      }),
      { numRuns: 20_000 },
    );
    expect(count).toBeGreaterThan(2000);
  });

  it('is read from an offset on', () => {
    expect(plainParagraphs('---\n\nA line\nand more.  \n\n\nThe end', 4)).toEqual([
      {
        kind: 'paragraph',
        start: 5,
        end: 21,
        depth: 0,
        content: [
          { start: 5, end: 11 },
          { start: 12, end: 21 },
        ],
      },
      { kind: 'paragraph', start: 26, end: 33, depth: 0, content: [{ start: 26, end: 33 }] },
    ]);
  });
});
