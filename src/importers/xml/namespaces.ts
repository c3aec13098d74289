/** What namespaces are usually called: documents are free to call them otherwise, and some forget to say. */

const LONGEST = 200;

/** By address in small letters, without scheme and without a slash or number sign at the end. */
const usualPrefixes: ReadonlyMap<string, string> = new Map([
  // RSS 1.0 and 0.9 have a namespace, 2.0 has none: to us they are one.
  ['purl.org/rss/1.0', ''],
  ['my.netscape.com/rdf/simple/0.9', ''],
  ['channel.netscape.com/rdf/simple/0.9', ''],
  ['backend.userland.com/rss2', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/atompub/tombstones/1.0', 'at'],
  ['search.yahoo.com/mrss', 'media'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['purl.org/rss/1.0/modules/slash', 'slash'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['wellformedweb.org/commentapi', 'wfw'],
  ['purl.org/syndication/thread/1.0', 'thr'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/xml/1998/namespace', 'xml'],
  ['wordpress.org/export/1.0', 'wp'],
  ['wordpress.org/export/1.1', 'wp'],
  ['wordpress.org/export/1.2', 'wp'],
  ['wordpress.org/export/1.0/excerpt', 'excerpt'],
  ['wordpress.org/export/1.1/excerpt', 'excerpt'],
  ['wordpress.org/export/1.2/excerpt', 'excerpt'],
  ['iptc.org/std/nar/2006-10-01', 'nar'],
  ['iptc.org/std/nitf/2006-10-18', 'nitf'],
]);

const known: ReadonlySet<string> = new Set(usualPrefixes.values());

/** The usual prefix of a namespace; undefined for one that is not known here. */
export function usualPrefix(namespace: string): string | undefined {
  if (namespace.length > LONGEST) return undefined;
  return usualPrefixes.get(
    namespace
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/[/#]{1,5}$/, ''),
  );
}

/**
 * How an element of a namespace is called here. One of an unknown namespace goes by its own prefix, marked where that is the usual one
 * of another: nobody shall take it for that.
 */
export function keyIn(
  namespace: string | undefined,
  written: { readonly prefix: string; readonly local: string },
): string {
  const { prefix, local } = written;
  // Where a prefix is nowhere declared, it can only be meant as usual.
  const meant = namespace === undefined ? prefix : usualPrefix(namespace);
  if (meant !== undefined) return meant === '' ? local : `${meant}:${local}`;
  return known.has(prefix) ? `?${prefix}:${local}` : `${prefix}:${local}`;
}
