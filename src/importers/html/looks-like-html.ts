import { outermostElement, type OutermostElement } from './outermost-element.ts';

const PAGE = /<(?:!doctype html|html|head|body|main|article|section|div|h1|p)[\s>/]/i;
const WINDOW = 5000;

/** Whether a text begins as web pages and pieces of them do; other XML does not, whatever elements it has inside. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, WINDOW);
  return head.replace('\uFEFF', '').trimStart().startsWith('<') && PAGE.test(head) && foreignXml(text) === undefined;
}

/** What XML is that is no web page, in words; undefined for web pages and pieces of them, and for what is no XML. */
export function foreignXml(text: string): string | undefined {
  const root = outermostElement(text);
  if (root === undefined || isOfHtml(root)) return undefined;
  return kindOfXml(root) ?? `XML with the outermost element «${root.name.slice(0, 60)}»`;
}

/** The kind of XML that press knows by name and does not read. */
export function knownXml(text: string): string | undefined {
  const root = outermostElement(text);
  return root === undefined || isOfHtml(root) ? undefined : kindOfXml(root);
}

const kinds: ReadonlyMap<string, string> = new Map([
  ...['newsmessage', 'newsitem', 'packageitem', 'conceptitem', 'knowledgeitem', 'planningitem'].map(
    (name) => [name, 'NewsML-G2'] as const,
  ),
  ['newsml', 'NewsML 1'],
  ['nitf', 'NITF'],
  ['rss', 'an RSS feed'],
  ['rdf', 'RDF, perhaps an RSS 1.0 feed'],
  ['feed', 'an Atom feed'],
  ['entry', 'an entry of an Atom feed'],
  ['urlset', 'a sitemap'],
  ['sitemapindex', 'a list of sitemaps'],
  ['opml', 'an OPML list of feeds'],
]);

function kindOfXml({ name }: OutermostElement): string | undefined {
  return kinds.get(localName(name));
}

/** The elements with which a page, or a piece that somebody cut out of one, may begin. */
const elements: ReadonlySet<string> = new Set(
  (
    'html head body title meta link base script style noscript template main article section nav aside header footer hgroup ' +
    'div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd menu dir table caption thead tbody tfoot tr td th center font span a abbr b i u ' +
    'em strong small big br hr img picture figure figcaption video audio iframe object form fieldset details summary ' +
    'blockquote q pre code address time frameset noframes'
  ).split(' '),
);
const XHTML = 'http://www.w3.org/1999/xhtml';

function isOfHtml({ name, namespace, doctype }: OutermostElement): boolean {
  const local = localName(name);
  if (local === 'html' || doctype === 'html' || namespace === XHTML) return true;
  if (namespace !== undefined || doctype !== undefined) return false;
  // Pages may have elements of their own making; they have a hyphen in the name, and XML of the kinds above has none.
  return elements.has(local) || /^[a-z][a-z0-9]*-/i.test(name);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
