/** Texts are read, written anew and read again: by press itself, and by a reader that would let HTML through. */
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/formats/rendering/markdown/markdown.ts';
import { markdownBlocks, markdownText } from '../../../../src/formats/rendering/markdown/markdown-nodes.ts';
import { markdownOf } from '../../../../src/formats/rendering/markdown/markdown-source.ts';
import { fitForPage } from '../../../../src/text/html.ts';
import { hostileTexts } from '../../../support/hostile-text.ts';

const base = { baseUrl: 'https://press.example.org/', address: 'https://press.example.org/2020/a/' };

/** A text, written anew. */
function rewritten(markdown: string, level = 0): string {
  return markdownOf(markdownBlocks(parseMarkdown(markdown).elements(base), { level, footnotes: '' }));
}

/** What must be the same afterwards: HTML without titles of links, which are left out, levels of headings, and the blanks that part signs in code. */
function meaning(markdown: string): string {
  return parseMarkdown(markdown)
    .html(base)
    .replace(/ title="[^"]*"/g, '')
    .replace(/ class="language-[^"]*"/g, '')
    .replace(/(?<=<\/?h)[1-6]/g, '')
    .replaceAll('\u200B', '')
    .replaceAll('%28', '(')
    .replaceAll('%29', ')')
    .replaceAll('&#13;', '\n')
    .replace(/<p>\s*<\/p>\n/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=<)|(?<=>) /g, '');
}

describe('a text that is written anew', () => {
  it.each([
    'One *two* **three** ~~four~~ `five` [six](/7 "title")\\\nbreak.',
    '1. one\n   - inner\n2. two\n\n   loose\n\n7) seven',
    '> quoted\n>\n> - list\n\n---\n\n    code\n\n```js\nx < y\n```',
    '| a | b | c |\n|:--|--:|:-:|\n| `x\\|y` | \\| | *d* |',
    'Note[^1] and again[^1], other[^b].\n\n[^1]: First *note*.\n\n    More.\n[^b]: Second.',
    'Heading\n===\n\n## *Second*\n\ntext',
    '![A bridge](/a.png) <https://example.org/?a=1&copy=2> https://example.org/ a@b.example',
    '\\* \\_ \\` \\# 1\\. \\- &amp; &lt; &#35; \\[x\\](y)',
    '**bold**text *a*b **"quoted"**word',
  ])('means the same: %j', (markdown) => {
    expect(meaning(rewritten(markdown))).toBe(meaning(markdown));
  });

  it.each([
    ['<b>x</b> <!-- y -->', '&lt;b>x&lt;/b> &lt;!-- y -->\n'],
    ['{{ x }} {% y %} {{< z >}} {: .c}', '&#123;&#123; x }} &#123;% y %} &#123;&#123;&lt; z >}} &#123;: .c}\n'],
    ['`{{ x }}` `{% y %}`', '`{\u200B{ x }}` `{\u200B% y %}`\n'],
    ['```\n{{< z >}}\n```', '```\n{\u200B{< z >}}\n```\n'],
    ['`\\<` \\\\<b>', '`\\<` \\\\&lt;b>\n'],
    ['a | b', 'a \\| b\n'],
    ['word\n: no definition', 'word\n\\: no definition\n'],
    ['$$x$$ and $5', '&#36;$x&#36;$ and $5\n'],
    ['AT&T &amp; `&amp;amp;`', 'AT&amp;T & `&amp;amp;`\n'],
    ['[x](javascript:alert(1)) ![y](data:,z)', 'x y\n'],
    ['[x](https://example.org/?a={{b}}|c)', '[x](https://example.org/?a=%7B%7Bb%7D%7D%7Cc)\n'],
  ])('is inert: %j', (markdown, expected) => {
    expect(rewritten(markdown)).toBe(expected);
  });

  it('has headings below the one that it stands under', () => {
    expect(rewritten('# a\n\n### b\n\n###### c', 3)).toBe('#### a\n\n##### b\n\n###### c\n');
    expect(rewritten('# a', 6)).toBe('###### a\n');
  });

  it('means the same, whatever it is made of', () => {
    fc.assert(
      fc.property(hostileTexts.map(fitForPage), (markdown) => {
        expect(meaning(rewritten(markdown))).toBe(meaning(markdown));
      }),
      { numRuns: 1000 },
    );
  });

  it('shows no reader any HTML or address that it must not follow, and no builder an instruction', () => {
    const reader = markdownIt({ html: true });
    fc.assert(
      fc.property(hostileTexts, (markdown) => {
        const text = rewritten(markdown);
        expect(text).not.toMatch(/\{[{%]/);
        const tokens = reader.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
        expect(tokens.filter(({ type }) => type.startsWith('html_')).map(({ content }) => content)).toEqual([]);
        for (const token of tokens) {
          const address = token.attrGet('href') ?? token.attrGet('src');
          if (address !== null) expect(String(address)).toMatch(/^(?:https?:\/\/|mailto:)/);
        }
      }),
    );
  });
});

describe('a line of words', () => {
  it('is read as it was, whatever is in it', () => {
    const reader = markdownIt('commonmark', { html: true });
    fc.assert(
      fc.property(fc.constantFrom('heading', 'paragraph'), hostileTexts, (type, words) => {
        const line = fitForPage(words).replace(/\s+/g, ' ').trim();
        const children = markdownText(line);
        const markdown = markdownOf([
          type === 'heading' ? { type, depth: 2, children } : { type: 'paragraph', children },
        ]);
        const seen = reader
          .parse(markdown, {})
          .flatMap((token) => token.children ?? [])
          .map(({ content }) => content);
        expect(seen.join('')).toBe(line);
      }),
      { numRuns: 500 },
    );
  });
});
