import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/formats/rendering/markdown.ts';
import { hostileTexts } from '../../support/hostile-text.ts';

const base = { baseUrl: 'https://press.example.org/', address: 'https://press.example.org/2009/baku/' };

function html(markdown: string): string {
  return parseMarkdown(markdown).html(base).trimEnd();
}

describe('HTML', () => {
  it.each([
    ['', ''],
    ['**When:** <b>now</b> & then', '<p><strong>When:</strong> &lt;b&gt;now&lt;/b&gt; &amp; then</p>'],
    [
      '[a](b.pdf "t\\"") [c](#d)',
      '<p><a href="https://press.example.org/b.pdf" title="t&quot;">a</a> <a href="https://press.example.org/2009/baku/#d">c</a></p>',
    ],
    [
      '<https://пример.рф/> <x@example.org>',
      '<p><a href="https://xn--e1afmkfd.xn--p1ai/">https://пример.рф/</a> <a href="mailto:x@example.org">x@example.org</a></p>',
    ],
    ['![A *map*](map.png)', '<p><img src="https://press.example.org/map.png" alt="A map"></p>'],
    [
      '[![logo](l.png)](/)',
      '<p><a href="https://press.example.org/"><img src="https://press.example.org/l.png" alt="logo"></a></p>',
    ],
    ['www.example.org (c) "quoted"', '<p>www.example.org (c) &quot;quoted&quot;</p>'],
    [
      '| a |\n|--:|\n| 1 |',
      '<table>\n<thead>\n<tr>\n<th align="right">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="right">1</td>\n</tr>\n</tbody>\n</table>',
    ],
    ['3. x', '<ol start="3">\n<li>x</li>\n</ol>'],
  ])('of %j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it.each([
    ['[**bold** text](javascript:alert(1)) after', '<p><strong>bold</strong> text after</p>'],
    ['[a](javascript:x) [b](c)', '<p>a <a href="https://press.example.org/c">b</a></p>'],
    ['[![logo](l.png)](data:text/html,x)', '<p><img src="https://press.example.org/l.png" alt="logo"></p>'],
    ['![a <b>](data:image/png;base64,AAAA)', '<p>a &lt;b&gt;</p>'],
    ['[x][y]\n\n[y]: vbscript:z', '<p>x</p>'],
    ['<javascript:alert(1)>', '<p>javascript:alert(1)</p>'],
  ])('of %j keeps the text of what must not be followed', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it('can be made again with other addresses', () => {
    const text = parseMarkdown('[a](b) ![c](d)');
    expect(text.html(base)).toBe(text.html(base));
    expect(text.html({ ...base, baseUrl: 'https://other.example/' })).toContain('href="https://other.example/b"');
  });

  it('has only the elements and addresses that Markdown can make', () => {
    const tags =
      /<\/?(?:p|a|img|em|strong|s|code|pre|blockquote|ul|ol|li|h[1-6]|hr|br|table|thead|tbody|tr|th|td)(?: (?:href|src|alt|title|class|start|align)="[^"<>]*")*>/g;
    fc.assert(
      fc.property(hostileTexts, (markdown) => {
        const made = html(markdown);
        expect(made.replace(tags, '')).not.toMatch(/[<>]/);
        for (const [, address] of made.matchAll(/ (?:href|src)="([^"]*)"/g))
          expect(address).toMatch(/^(?:https?:\/\/|mailto:)/);
      }),
    );
  });
});

describe('the first paragraph', () => {
  it.each([
    ['# Heading\n\nFirst *one*,\nwith [a link](x).\n\nSecond', 'First one, with a link.'],
    ['- in a list\n- more', 'in a list'],
    ['> quoted', 'quoted'],
    ['![](x.png)\n\nAfter the picture', 'After the picture'],
    ['![A map](x.png)', 'A map'],
    ['# Only a heading', ''],
    ['```\ncode\n```', ''],
    ['', ''],
  ])('of %j is %j', (markdown, text) => {
    expect(parseMarkdown(markdown).firstParagraph()).toBe(text);
  });
});
