import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/formats/rendering/markdown/markdown.ts';
import { plainMarkdown } from '../../../../src/formats/rendering/markdown/plain-markdown.ts';
import { serialise } from '../../../../src/text/xml.ts';
import { hostileTexts } from '../../../support/hostile-text.ts';

const base = { baseUrl: 'https://press.example.org/', address: 'https://press.example.org/2009/baku/' };

// A paragraph that takes the parser, so that the whole text does.
const parsedToo = '\n\n*z*';

// Much of it is nearly a mark: it is one only where it begins a line, ends one, or meets another sign.
const pieces = fc.oneof(
  fc.constantFrom('\n', '\n\n', '\n\n\n', ' ', '  ', '\t', '\u00A0', '\uFEFF', '\u2028', '\f', '\u0001'),
  fc.constantFrom('Word', '“Wörter”', '1', '1.', '12)', '-', '+', '=', '#', '|', ':', '>', '<', '!', ']', '^', '(x)'),
  fc.constantFrom(
    'https://example.org',
    'a@b.example',
    '$',
    '%',
    '{}',
    '"',
    "'",
    '😀',
    '\uD83D',
    'A & B',
    '*',
    '[',
    '_',
    '~',
  ),
  fc.string({ maxLength: 4 }),
  hostileTexts,
);
const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

describe('texts of paragraphs alone', () => {
  it('come out as the parser makes them', () => {
    let plain = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (plainMarkdown(text) === undefined) return;
        plain += 1;
        const [own, whole] = [parseMarkdown(text), parseMarkdown(text + parsedToo)];
        const page = (children: ReturnType<typeof own.elements>): string =>
          serialise({ name: 'div', attributes: {}, children: ['', ...children] }).replace('</div>\n', '');
        expect(whole.html(base)).toBe(`${own.html(base)}<p><em>z</em></p>\n`);
        expect(page(whole.elements(base))).toBe(`${page(own.elements(base))}<p><em>z</em></p>\n`);
        expect(whole.elements(base).slice(0, -2)).toEqual(own.elements(base));
        expect(whole.plainText()).toBe([own.plainText(), 'z'].filter((part) => part !== '').join('\n\n'));
        expect(whole.firstParagraph()).toBe(own.firstParagraph() || 'z');
      }),
      { numRuns: 2000 },
    );
    expect(plain).toBeGreaterThan(100);
  });

  it.each(['a *b*', 'a &amp; b', '- a', 'a  \nb', '[a](b)', 'a\n===', '1. a', '    a', '<b>', 'a\r\nb', 'a\u0000'])(
    'leaves %j to the parser',
    (text) => {
      expect(plainMarkdown(text)).toBeUndefined();
    },
  );
});
