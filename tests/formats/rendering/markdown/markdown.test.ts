import fc from 'fast-check';
import { XmlDocument, XmlElement, type XmlNode } from 'libxml2-wasm';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { nowhere } from '../../../../src/formats/rendering/markdown/link-bases.ts';
import { parseMarkdown } from '../../../../src/formats/rendering/markdown/markdown.ts';
import { serialise, type XmlChild } from '../../../../src/text/xml.ts';
import { hostileTexts } from '../../../support/hostile-text.ts';

const base = { baseUrl: 'https://press.example.org/', address: 'https://press.example.org/2009/baku/' };

// Blocks begin only at the beginning of a line, and footnotes need a definition.
const signs = [
  '\n\n',
  '\n',
  '\n- ',
  '\n1. ',
  '\n> ',
  '\n# ',
  '\n    ',
  '\n[^1]: ',
  '[^1]',
  '*',
  '**',
  '`',
  '~~',
  '[',
  '](x)',
  '![',
  '\n|',
  '|',
  '\n|-|-|\n|',
];
const markdownTexts = fc
  .array(fc.oneof(fc.constantFrom(...signs), hostileTexts), { maxLength: 10 })
  .map((parts) => `${parts.join('')}\n\n[^1]: A footnote`);

// What XML has no room for, and what readers of HTML replace or leave out.
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFEFF\uFFFD-\uFFFF\p{Surrogate}]/gu;

/** Elements in one notation: attributes in the order of the alphabet, nothing left out. */
function tag(name: string, attributes: Iterable<readonly [string, string]>, inside: string): string {
  const sorted = [...attributes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ` ${key}=${JSON.stringify(value.replace(UNWRITABLE, ''))}`);
  return `<${name}${sorted.join('')}>${inside}</${name}>`;
}

function asWritten(nodes: readonly XmlChild[]): string {
  return nodes
    .map((node) => {
      if (typeof node !== 'object') return (node ?? '').replace(UNWRITABLE, '');
      const attributes = Object.entries(node.attributes).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, String(value)] as const],
      );
      return tag(node.name, attributes, asWritten(node.children));
    })
    .join('');
}

function asHtmlReaderSees(text: string): string {
  return seen(parseFragment(text).childNodes);
}

function seen(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return node.value.replace(UNWRITABLE, '');
      if (!('attrs' in node)) throw new Error(`${node.nodeName} in what Markdown made`);
      return tag(
        node.nodeName,
        node.attrs.map(({ name, value }) => [name, value]),
        seen(node.childNodes),
      );
    })
    .join('');
}

/** The children of the one element of a document. */
function asXmlReaderSees(xml: string): string {
  const document = XmlDocument.fromBuffer(new TextEncoder().encode(xml));
  try {
    return [...childrenOf(document.root)].map(seenInXml).join('');
  } finally {
    document.dispose();
  }
}

function seenInXml(node: XmlNode): string {
  if (!(node instanceof XmlElement)) return node.content.replace(UNWRITABLE, '');
  const attributes = node.attrs.map(({ name, value }) => [name, value] as const);
  return tag(node.name, attributes, [...childrenOf(node)].map(seenInXml).join(''));
}

function* childrenOf(element: XmlElement): Generator<XmlNode> {
  for (let child = element.firstChild; child !== null; child = child.next) yield child;
}

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
    ['[a <https://b.example/> c](d)', '<p><a href="https://press.example.org/d">a https://b.example/ c</a></p>'],
    ['www.example.org (c) "quoted"', '<p>www.example.org (c) &quot;quoted&quot;</p>'],
    [
      '| a |\n|--:|\n| 1 |',
      '<table>\n<thead>\n<tr>\n<th align="right">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="right">1</td>\n</tr>\n</tbody>\n</table>',
    ],
    ['3. x', '<ol start="3">\n<li>x</li>\n</ol>'],
    ['- a\n  > b\n\n  c', '<ul>\n<li>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n<p>c</p>\n</li>\n</ul>'],
    ['- a\n  - b', '<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>'],
    [
      '    a\n\n~~~js x\n<b>\n~~~',
      '<pre><code>a\n</code></pre>\n<pre><code class="language-js">&lt;b&gt;\n</code></pre>',
    ],
    ['a  \nb\nc&#13;', '<p>a<br>\nb\nc&#13;</p>'],
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
      /<\/?(?:p|a|img|em|strong|s|sup|code|pre|blockquote|ul|ol|li|h[1-6]|hr|br|section|table|thead|tbody|tr|th|td)(?: (?:href|src|alt|title|class|id|start|align)="[^"<>]*")*>/g;
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

describe('footnotes', () => {
  it('stand at the end, with links to and fro that hold the text’s own address', () => {
    expect(html('[^b]: Second.\n[^a]: First,\n    *long*.\n\nOne[^a], two[^b], again[^a].')).toBe(
      [
        '<p>One<sup class="footnote-ref" id="fnref-2009.baku-1"><a href="https://press.example.org/2009/baku/#fn-2009.baku-1">[1]</a></sup>' +
          ', two<sup class="footnote-ref" id="fnref-2009.baku-2"><a href="https://press.example.org/2009/baku/#fn-2009.baku-2">[2]</a></sup>' +
          ', again<sup class="footnote-ref" id="fnref-2009.baku-1-2"><a href="https://press.example.org/2009/baku/#fn-2009.baku-1">[1]</a></sup>.</p>',
        '<hr class="footnotes-sep">',
        '<section class="footnotes">',
        '<ol class="footnotes-list">',
        '<li class="footnote-item" id="fn-2009.baku-1"><p>First,\n<em>long</em>. ' +
          '<a href="https://press.example.org/2009/baku/#fnref-2009.baku-1" class="footnote-backref">↩︎</a> ' +
          '<a href="https://press.example.org/2009/baku/#fnref-2009.baku-1-2" class="footnote-backref">↩︎</a></p>',
        '</li>',
        '<li class="footnote-item" id="fn-2009.baku-2"><p>Second. ' +
          '<a href="https://press.example.org/2009/baku/#fnref-2009.baku-2" class="footnote-backref">↩︎</a></p>',
        '</li>',
        '</ol>',
        '</section>',
      ].join('\n'),
    );
  });

  it.each([
    ['nobody refers to', '[^a]: Not shown\n\nText', '<p>Text</p>'],
    ['is not there', 'Text[^a] [^]', '<p>Text[^a] [^]</p>'],
    ['is called like a property', 'Text[^constructor] [^toString]\n\n[^b]: x', '<p>Text[^constructor] [^toString]</p>'],
    ['stands in the text', 'Text^[no footnote]', '<p>Text^[no footnote]</p>'],
  ])('are not made of one that %s', (_, markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it('may refer to others and to themselves; the first of two with one label counts', () => {
    const made = html('A[^a]\n\n[^a]: To [^b] and [^a]\n[^b]: Last\n[^a]: Another\n\n    [^c]: Inside\n');
    expect(
      [...made.matchAll(/<li class="footnote-item" id="fn-2009.baku-(\d)"><p>(\w+)/g)].map(([, ...at]) => at),
    ).toEqual([
      ['1', 'To'],
      ['2', 'Last'],
    ]);
    expect(made.match(/#fnref-2009.baku-1(?:-2)?"/g)).toHaveLength(2);
  });

  it('have numbers only where the text has no address', () => {
    const made = parseMarkdown('a[^a] [b](/c)\n\n[^a]: - b').html(nowhere);
    expect(made).toContain('<p>a<sup class="footnote-ref">[1]</sup> b</p>');
    expect(made).not.toMatch(/<a| id=/);
  });

  it('have anchors that no other text on the page has', () => {
    const anchors = ['2009/a', '2009/a.b', '2009/a/b', '2009/Баку', '2009/a-b', '2009/a_2eb'].map((path) => {
      const address = new URL(path, base.baseUrl).href;
      return / id="([A-Za-z0-9._-]+)"/.exec(parseMarkdown('x[^1]\n\n[^1]: y').html({ ...base, address }))?.[1];
    });
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(anchors).not.toContain(undefined);
  });
});

describe('elements', () => {
  it('say what the HTML says, to a reader of HTML and to one of XML', () => {
    fc.assert(
      fc.property(markdownTexts, (markdown) => {
        const text = parseMarkdown(markdown);
        const elements = text.elements(base);
        expect(asHtmlReaderSees(text.html(base))).toBe(asWritten(elements));
        expect(asXmlReaderSees(serialise({ name: 'div', attributes: {}, children: elements }))).toBe(
          asWritten(elements),
        );
      }),
    );
  });

  it.each([
    '*a **b '.repeat(5000) + '** c*'.repeat(5000),
    '>'.repeat(5000) + 'x',
    `${'- '.repeat(5000)}x`,
    '[^a]:'.repeat(5000),
  ])('end before they are nested too deeply for XML parsers', (markdown) => {
    const text = parseMarkdown(`x[^a]\n\n${markdown}`);
    const xml = serialise({ name: 'div', attributes: {}, children: text.elements(base) });
    expect(asXmlReaderSees(xml)).toContain('x');
    expect(text.plainText()).toContain('x');
  });
});

describe('plain text', () => {
  it.each([
    ['', ''],
    ['# Heading\n\nOne *two*\nthree `four`  \nfive\\\nsix', 'Heading\n\nOne two three four\nfive\nsix'],
    ['- a\n- b\n  1. c\n  2. d\n\n      e\n- f', '- a\n- b\n  1. c\n  2. d\n     e\n- f'],
    ['7. a\n8. b', '7. a\n8. b'],
    ['| a | b |\n|---|--:|\n| *c* | |', 'a | b\nc |'],
    ['> a\n>\n> b\n\n---\n\nc', 'a\n\nb\n\nc'],
    ['```js\nif (a)\n\n  b\n```', 'if (a)\n\n  b'],
    ['![A map](https://x.example/x.png) ![](y.png) ![*z*](data:x) [link](javascript:x)', 'A map z link'],
    ['a[^n]\n\n[^n]: b\n\n    c', 'a[1]\n\n[1] b\n    c'],
    ['<b>a</b> 5 < 6 > 4 &lt;img src=x', 'a 5 < 6 > 4 < img src=x'],
    ['a\u0007&#x202e;', 'a\u202e'],
  ])('of %j is %j', (markdown, text) => {
    expect(parseMarkdown(markdown).plainText()).toBe(text);
  });

  it('has nothing like a tag, no control and no blank line too many', () => {
    fc.assert(
      fc.property(markdownTexts, (markdown) => {
        const text = parseMarkdown(markdown).plainText();
        expect(text).not.toMatch(/<[A-Za-z/!?]|(?![\t\n])\p{Cc}/u);
        expect(text).toBe(text.trim());
      }),
    );
  });

  it('has the words of the HTML in their order', () => {
    const word = /(?:word|слово)\d+/g;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 30 }), (parts) => {
        const text = parseMarkdown(parts.map((sign, at) => `${sign}word${at} `).join(''));
        const html = text.html(nowhere).replace(/<[^>]*>/g, '');
        expect(text.plainText().match(word)).toEqual(html.match(word));
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
    ['[^1]: A footnote\n\nThe text[^1] with `code`', 'The text with code'],
    ['', ''],
  ])('of %j is %j', (markdown, text) => {
    expect(parseMarkdown(markdown).firstParagraph()).toBe(text);
  });
});
