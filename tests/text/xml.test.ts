import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { XmlChild } from '../../src/text/xml.ts';
import {
  XML_DECLARATION,
  closeTag,
  element,
  escapeAttribute,
  escapeText,
  openTag,
  serialise,
} from '../../src/text/xml.ts';

const FORBIDDEN_SAMPLE = '\u0000\u0001\u0008\u000B\u000C\u000E\u001B\u001F\uFFFE\uFFFF\uDFFF\uD800';

/** The text without what XML 1.0 forbids, character by character from its section 2.2. */
function allowed(text: string): string {
  return [...text]
    .filter((character) => {
      const point = character.codePointAt(0)!;
      if (point === 9 || point === 10 || point === 13) return true;
      return (point >= 0x20 && point <= 0xd7ff) || (point >= 0xe000 && point <= 0xfffd) || point >= 0x1_0000;
    })
    .join('');
}

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        ...FORBIDDEN_SAMPLE,
        '&',
        '<',
        '>',
        ']]>',
        '"',
        "'",
        '\t',
        '\n',
        '\r',
        '\u0085',
        '\u2028',
        '😀',
        'a',
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
);

describe('escaped text', () => {
  it.each([
    ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d', 'a &lt; b &amp;&amp; c &gt; d'],
    [']]>', ']]&gt;', ']]&gt;'],
    ['say "no"', 'say "no"', 'say &quot;no&quot;'],
    ['a\tb\nc\rd', 'a\tb\nc&#13;d', 'a&#9;b&#10;c&#13;d'],
    [`x${FORBIDDEN_SAMPLE}y`, 'xy', 'xy'],
    ['Türkiye 😀 \u0085', 'Türkiye 😀 \u0085', 'Türkiye 😀 \u0085'],
    ['&amp;', '&amp;amp;', '&amp;amp;'],
  ])('%j', (text, inElement, inAttribute) => {
    expect(escapeText(text)).toBe(inElement);
    expect(escapeAttribute(text)).toBe(inAttribute);
  });
});

it('begins with its declaration', () => {
  expect(XML_DECLARATION).toBe('<?xml version="1.0" encoding="UTF-8"?>\n');
});

describe('a serialised element', () => {
  it('has a name that XML has', () => {
    for (const name of ['a', 'Z', '_', 'aZ9_.-', 'a:b', 'Az:Z', 'a:_', 'a:bZ9_.-'])
      expect(serialise(element(name, {}))).toBe(`<${name}/>\n`);
    for (const name of ['9', '-a', 'a:9', 'a:', ':a', 'a b', 'é'])
      expect(() => serialise(element(name, {}))).toThrow(new RangeError(`«${name}» is not an XML name`));
  });

  it('is indented, and text is left as it is', () => {
    const item = element(
      'item',
      { id: 1, missing: undefined },
      element('title', {}, 'A & B'),
      undefined,
      element('empty', {}),
    );
    expect(serialise(element('dc:channel', { lang: 'en' }, item))).toBe(
      '<dc:channel lang="en">\n  <item id="1">\n    <title>A &amp; B</title>\n    <empty/>\n  </item>\n</dc:channel>\n',
    );
  });

  it('gets no blanks inside running text, however deep', () => {
    const paragraph = element(
      'p',
      {},
      'see ',
      element('a', { href: '#' }, element('b', {}, element('i', {}, 'here'))),
      '.',
    );
    expect(serialise(element('div', {}, paragraph))).toBe(
      '<div>\n  <p>see <a href="#"><b><i>here</i></b></a>.</p>\n</div>\n',
    );
  });

  it('can be written into a frame, piece by piece', () => {
    const text = openTag('rss', { version: '2.0' }) + serialise(element('item', {}, ''), 1) + closeTag('rss');
    expect(text).toBe('<rss version="2.0">\n  <item></item>\n</rss>\n');
    expect(openTag('channel', {}, 1) + closeTag('channel', 1)).toBe('  <channel>\n  </channel>\n');
  });

  it.each(['', 'a b', '1a', 'a:b:c', 'a>', 'xmlns:', '-'])('has no such name as %j', (name) => {
    expect(() => serialise(element(name, {}))).toThrow(RangeError);
    expect(() => serialise(element('a', { [name]: 'x' }))).toThrow(RangeError);
    expect(() => openTag(name, {})).toThrow(RangeError);
    expect(() => closeTag(name)).toThrow(RangeError);
  });

  it('may be nested deeply and have many children', () => {
    let deep = element('a', {});
    for (let level = 0; level < 20_000; level += 1) deep = element('a', {}, deep);
    expect(serialise(deep).length).toBeLessThan(20_001 * 2 * 50);
    const wide = element('a', {}, ...Array.from({ length: 50_000 }, () => element('b', {})));
    expect(serialise(wide).length).toBe('<a>\n</a>\n'.length + 50_000 * '  <b/>\n'.length);
  });
});

describe('what a reader of XML gets', () => {
  it('is the text and the attribute that went in, without forbidden characters', () => {
    fc.assert(
      fc.property(texts, texts, (text, value) => {
        const xml = XML_DECLARATION + serialise(element('a', {}, element('b', { value }, text)));
        expect(xml).not.toContain('<![CDATA[');
        const document = XmlDocument.fromString(xml);
        try {
          const read = document.get('b')!;
          expect(read.content).toBe(allowed(text));
          expect(document.root.eval('string(b/@value)')).toBe(allowed(value));
        } finally {
          document.dispose();
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the running text of a mixed tree', () => {
    const { tree } = fc.letrec<{ tree: XmlChild; node: XmlChild }>((tie) => ({
      tree: fc.oneof({ depthSize: 'small' }, texts, fc.constant(undefined), tie('node')),
      node: fc.array(tie('tree'), { maxLength: 4 }).map((children) => element('n', {}, ...children)),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (children) => {
        const document = XmlDocument.fromString(serialise(element('p', {}, 'start', ...children)));
        try {
          expect(document.root.content).toBe(`start${children.map(plainText).join('')}`);
        } finally {
          document.dispose();
        }
      }),
    );
  });
});

function plainText(child: XmlChild): string {
  if (child === undefined) return '';
  return typeof child === 'string' ? allowed(child) : child.children.map(plainText).join('');
}
