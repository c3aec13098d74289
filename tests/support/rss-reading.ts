/** Feeds as outside judges read them. */
import { parseRssFeed } from 'feedsmith';
import type { RssFeed } from 'feedsmith';
import { XmlDocument, XmlElement } from 'libxml2-wasm';

const namespaces = {
  at: 'http://purl.org/atompub/tombstones/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
};

/** Text of every node that an XPath finds, in document order; throws when the document is not well-formed. */
export function xmlTexts(xml: string, path: string): string[] {
  return found(xml, path, (node) => node.content);
}

/** Names of the elements that an XPath finds, with their prefixes. */
export function xmlNames(xml: string, path: string): string[] {
  return found(xml, path, (node) =>
    node instanceof XmlElement && node.prefix ? `${node.prefix}:${node.name}` : nameOf(node),
  );
}

/** The feed as a feed reader sees it. */
export function readRss(xml: string): RssFeed.Feed<string> {
  return parseRssFeed(xml);
}

type FoundNode = ReturnType<XmlDocument['find']>[number];

function nameOf(node: FoundNode): string {
  return node instanceof XmlElement ? node.name : '';
}

function found<Fact>(xml: string, path: string, tell: (node: FoundNode) => Fact): Fact[] {
  const document = XmlDocument.fromBuffer(new TextEncoder().encode(xml));
  try {
    return document.find(path, namespaces).map(tell);
  } finally {
    document.dispose();
  }
}
