/** Which kind of feed a text in XML is, told by its outermost element. */
import { outermostElement } from '../html/outermost-element.ts';

export type FeedDialect = 'rss' | 'rdf' | 'atom';

const WINDOW = 20_000;

/** The kind; undefined for everything else, other RDF among it. */
export function feedDialect(text: string): FeedDialect | undefined {
  const root = outermostElement(text);
  if (root === undefined) return undefined;
  const name = root.name.slice(root.name.indexOf(':') + 1).toLowerCase();
  if (name === 'rss') return 'rss';
  if (name === 'rdf') return isRss(text) ? 'rdf' : undefined;
  const isAtom = /^https?:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns)/i.test(root.namespace ?? '');
  return isAtom && (name === 'feed' || name === 'entry') ? 'atom' : undefined;
}

/** RDF is used for many things; a feed names the namespace of RSS, and has a channel. */
function isRss(text: string): boolean {
  const head = text.slice(0, WINDOW);
  return (
    /purl\.org\/rss\/1\.0\/["']|netscape\.com\/rdf\/simple\/0\.9\//i.test(head) &&
    /<(?:\w{1,20}:)?channel[\s>]/.test(head)
  );
}
