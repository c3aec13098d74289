import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignXml, knownXml, looksLikeHtml } from '../../src/importers/html/looks-like-html.ts';

const inside = '<head><title>T</title></head><body><p>A text.</p></body>';

describe('a web page', () => {
  it.each([
    ['HTML', `<!DOCTYPE html>\n<html>${inside}</html>`],
    ['HTML without a doctype', `<HTML lang="en">${inside}</HTML>`],
    ['a comment of the browser', `\uFEFF<!-- saved from url=(0014)about:internet -->\n<html>${inside}</html>`],
    ['XHTML', `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">${inside}</html>`],
    ['XHTML with a prefix', `<?xml version="1.0"?><h:html xmlns:h="http://www.w3.org/1999/xhtml"><p>x</p></h:html>`],
    ['a page of an office', `<html xmlns:o="urn:office" xmlns="http://www.w3.org/TR/REC-html40">${inside}</html>`],
    ['an older doctype', `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><title>T</title><p>x</p>`],
    ['a piece of a page', '<article><h1>Title</h1><p>x</p></article>'],
    ['a piece of XHTML', '<div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div>'],
    ['an element of its own making', '<press-page class="x"><h1>Title</h1></press-page>'],
    ['an end tag first', '</div><h1>Title</h1>'],
  ])('may be %s', (_, text) => {
    expect([looksLikeHtml(text), foreignXml(text)]).toEqual([true, undefined]);
  });
});

describe('XML of another kind', () => {
  it.each([
    [
      'NewsML-G2',
      `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">${inside}</newsMessage>`,
    ],
    ['NewsML-G2', `<n:newsItem xmlns:n="http://iptc.org/std/nar/2006-10-01/">${inside}</n:newsItem>`],
    ['NITF', `<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd" [ <!ENTITY a "b"> ]>\n<nitf>${inside}</nitf>`],
    ['an RSS feed', `<?xml-stylesheet href="a.xsl"?><!-- <html> --><rss version="2.0"><p>x</p></rss>`],
    ['RDF, perhaps an RSS 1.0 feed', `<rdf:RDF xmlns="http://purl.org/rss/1.0/"><p>x</p></rdf:RDF>`],
    ['an Atom feed', `<feed xmlns='http://www.w3.org/2005/Atom'><p>x</p></feed>`],
    ['a sitemap', '<urlset><p>x</p></urlset>'],
  ])('is %s', (kind, text) => {
    expect([looksLikeHtml(text), foreignXml(text), knownXml(text)]).toEqual([false, kind, kind]);
  });

  it.each([
    ['releases', '<releases><release><h1>Title</h1><p>x</p></release></releases>'],
    ['article', '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS"><article><body><p>x</p></body></article>'],
    ['article', '<article xmlns="http://docbook.org/ns/docbook"><p>x</p></article>'],
  ])('whose outermost element is «%s» is none that press knows by name', (name, text) => {
    expect(looksLikeHtml(text)).toBe(false);
    expect(foreignXml(text)).toBe(`XML with the outermost element «${name}»`);
    expect(knownXml(text)).toBeUndefined();
  });

  it('is never what has no element at its beginning', () => {
    for (const text of ['', '<', '<?xml', '<!--', '<!doctype', 'A < b', '{"a": "<rss>"}', 'title,body\n<rss>,x'])
      expect(foreignXml(text)).toBeUndefined();
    const marks = fc.constantFrom(
      '<',
      '>',
      '!',
      '?',
      '--',
      '[',
      ']',
      '<!doctype ',
      'html',
      'rss',
      ' ',
      '"',
      '=',
      'xmlns',
    );
    fc.assert(
      fc.property(fc.array(marks), (parts) => {
        const text = parts.join('');
        if (foreignXml(text) !== undefined) expect(text).toMatch(/<[a-z]/i);
        expect(looksLikeHtml(text) && foreignXml(text) !== undefined).toBe(false);
      }),
    );
  });
});
