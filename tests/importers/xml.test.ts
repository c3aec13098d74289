import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { htmlInside } from '../../src/importers/xml/html-of-element.ts';
import { readXml } from '../../src/importers/xml/read-xml.ts';
import { childAt, textIn, type XmlElement } from '../../src/importers/xml/xml-element.ts';
import { element, serialise, type XmlElement as Written } from '../../src/text/xml.ts';

const read = (text: string): ReturnType<typeof readXml> => readXml({ name: 'feed.xml', text });
const rootText = (text: string): string | undefined => textIn(read(text).root);

describe('the reader of XML', () => {
  it.each([
    ['<a>x &lt;b&gt; &amp;lt; &#65;&#x42; &quot;&apos;</a>', `x <b> &lt; AB "'`],
    ['<a>one<![CDATA[ <b>&amp;</b> ]]>two</a>', 'one <b>&amp;</b> two'],
    ['\uFEFF<?xml version="1.0"?>\n<!-- <b> --><a>x<!-- y -->z<?p q?></a>\n<!-- end -->', 'xz'],
    ['<a>1\r\n2\r3</a>', '1\n2\n3'],
    ['<a><![CDATA[]]]]><![CDATA[>]]></a>', ']]>'],
    ['<a>&#38;lt;</a>', '&lt;'],
    ['<a>&#146;</a>', '’'],
  ])('reads %j', (text, words) => {
    expect(rootText(text)).toBe(words);
  });

  it('knows a namespace by its address, whatever its prefix, and by the usual prefix where it is nowhere declared', () => {
    const names = (text: string): string[] => read(text).root.children.map((child) => (child as XmlElement).key);
    expect(
      names('<a xmlns:x="http://purl.org/dc/elements/1.1/"><x:creator/><y xmlns="http://www.w3.org/2005/Atom"/></a>'),
    ).toEqual(['dc:creator', 'atom:y']);
    expect(names('<a xmlns:dc="https://other.example/"><dc:creator/><b xmlns="urn:x"/></a>')).toEqual([
      '?dc:creator',
      '?:b',
    ]);
    expect(read('<a><dc:creator/></a>').mended).toEqual([
      '«dc:» is declared nowhere; it was read as it is usually meant.',
    ]);
    expect(names('<a><dc:creator/></a>')).toEqual(['dc:creator']);
  });

  it('hands base and language down', () => {
    const { root } = read(
      '<a xml:base="https://e.example/x/" xml:lang="ru"><b xml:base="y/"><c xml:lang="en"/></b><d xml:base=":"/></a>',
    );
    const b = childAt(root, 'b');
    expect([b?.base, b?.lang]).toEqual(['https://e.example/x/y/', 'ru']);
    expect([childAt(b, 'c')?.base, childAt(b, 'c')?.lang]).toEqual(['https://e.example/x/y/', 'en']);
    expect(childAt(root, 'd')?.base).toBe('https://e.example/x/:');
  });

  it('mends what feeds often have wrong, and says so', () => {
    const { root, mended } = read('<a>AT&T &nbsp;&eacute; &nosuch; &#0; \u0001\u0002</a>');
    expect(textIn(root)).toBe('AT&T \u00A0é &nosuch;');
    expect(mended).toEqual([
      '«&» is no character of XML and stays as it stands there.',
      '«&nbsp;», which XML does not know, was read as HTML has it.',
      '«&eacute;», which XML does not know, was read as HTML has it.',
      '«&nosuch;» is no character of XML and stays as it stands there.',
      '«&#0;» stands for no character of a text and was dropped.',
      '2 control characters were dropped from the source.',
    ]);
  });

  it('hands an element over when it is complete, with what was wrong in it, and forgets it', () => {
    const taken: string[] = [];
    const { root, mended } = readXml(
      { name: 'x', text: '<a><i>one &</i><b><i>two</i></b>&amp;</a>' },
      {
        take(each, parent, wrong) {
          if (each.key !== 'i' || parent?.key !== 'a') return false;
          taken.push(`${textIn(each)} (${wrong.length})`);
          return true;
        },
      },
    );
    expect(taken).toEqual(['one & (1)']);
    expect(textIn(root)).toBe('two&');
    expect(mended).toEqual([]);
  });

  it.each([
    ['', 'it has no element (line 1)'],
    ['words', 'there is text outside of all elements (line 1)'],
    ['<a>\n<b></a>', '«</a>» closes what is not open: «b» is open (line 2)'],
    ['<a></a></b>', '«</b>» closes what is not open: nothing is open (line 1)'],
    ['<a>', 'it ends before «a» does (line 1)'],
    ['<a/><b/>', 'it has a second outermost element (line 1)'],
    ['<a/>rest', 'there is text outside of all elements (line 1)'],
    ['<a><![CDATA[x]]', 'a CDATA section is not closed (line 1)'],
    ['<a><!-- x', 'a comment is not closed (line 1)'],
    ['<a><?x', 'a processing instruction is not closed (line 1)'],
    ['<a b="1" b="2"/>', 'the tag «a» has «b» twice (line 1)'],
    ['<a b=1/>', 'the tag «a» is not in order (line 1)'],
    ['<a b="<"/>', 'the tag «a» is not in order (line 1)'],
    ['<a>\n\n<1</a>', 'the tag «1» is not in order (line 3)'],
    ['<a>< b</a>', '«<» begins no tag (line 1)'],
    ['<a></ a></a>', '«</» begins no tag that is in order (line 1)'],
    ['<a><!x></a>', '«<!» begins nothing that may stand there (line 1)'],
    ['<![CDATA[x]]><a/>', 'there is text outside of all elements (line 1)'],
    ['<a>'.repeat(101), 'its elements nest more than 100 deep (line 1)'],
    [`<a>${'<b/>'.repeat(200_001)}</a>`, 'one item has more than 200000 parts (line 1)'],
    [`<a>${'& '.repeat(100_001)}</a>`, '100000 signs in it are not in order, and more (line 1)'],
    [
      `<a ${Array.from({ length: 201 }, (_, at) => `b${at}=""`).join(' ')}/>`,
      'the tag «a» has attributes without end (line 1)',
    ],
    ['<!DOCTYPE a><a/>', 'it has a document type declaration, which can make a text grow without end (line 1)'],
    [
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      'it has a document type declaration, which can make a text grow without end (line 1)',
    ],
    [
      '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
      'it has a document type declaration, which can make a text grow without end (line 1)',
    ],
  ])('refuses %.60j', (text, what) => {
    expect(() => read(text)).toThrow(`«feed.xml» is no XML that can be read: ${what}.`);
  });

  it('passes over the one declaration that RSS 0.91 was published with', () => {
    const doctype =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">';
    expect(rootText(`${doctype}<rss>x</rss>`)).toBe('x');
    const withEntity = doctype.replace('>', ' [<!ENTITY a "b">]>');
    expect(() => read(`${withEntity}<rss>&a;</rss>`)).toThrow('document type declaration');
  });

  it('reads what press writes, as somebody else does', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    const written = fc.letrec<{ node: Written }>((tie) => ({
      node: fc.record({
        name: fc.constantFrom('a', 'b'),
        attributes: fc.record({ k: text }),
        children: fc.array(fc.oneof({ maxDepth: 4 }, text, tie('node')), { maxLength: 4 }),
      }),
    })).node;
    fc.assert(
      fc.property(written, (node) => {
        const xml = serialise(element('root', {}, node));
        const judged = XmlDocument.fromString(xml);
        try {
          const own = read(xml).root;
          expect(textIn(own) ?? '').toBe(judged.root.content.trim());
          const first = own.children.find((child) => typeof child !== 'string');
          expect(first?.attributes.get('k')).toBe(judged.get('/*/*[1]/@k')?.content);
        } finally {
          judged.dispose();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('makes elements HTML in which no text becomes a tag, and no script has a word', () => {
    const { root } = read(
      '<d xmlns:h="http://www.w3.org/1999/xhtml"><h:p a="&quot;&lt;x">1 &lt;b&gt; &amp; 2<h:br/></h:p><h:script>&lt;/script>x</h:script><h:plaintext>y</h:plaintext><h:title>z</h:title></d>',
    );
    expect(htmlInside(root)).toBe(
      '<p a="&quot;&lt;x">1 &lt;b&gt; &amp; 2<br></p><script></script><pre>y</pre><title></title>',
    );
  });
});
