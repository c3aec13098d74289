/** RSS, RDF and Atom: from the text of a document to its items. Each is read when it is closed, so that ten thousand cost no tree. */
import { PressError } from '../../model/press-error.ts';
import { takenBack } from '../item/taken-back.ts';
import type { ImportSource } from '../../model/importer.ts';
import { readXml } from '../xml/read-xml.ts';
import { attributeAt, childAt, childrenAt, elementsOf, textAt, textIn, type XmlElement } from '../xml/xml-element.ts';
import { authorsOf, itemOfEntry } from './atom-entry.ts';
import {
  statedAs,
  MOST_ITEMS,
  tooManyItems,
  type FeedFacts,
  type FeedItem,
  type LeftItem,
  type ReadFeed,
} from './feed-item.ts';
import { itemOfRss } from './rss-item.ts';
import { asOfWordPress, isOfWordPress, whyNoText } from './wordpress-item.ts';

/** Reads a feed. Throws PressError for what is no XML that can be read, and for XML that is no feed. */
export function readXmlFeed(source: Pick<ImportSource, 'name' | 'text'>): ReadFeed {
  const items: FeedItem[] = [];
  const left: LeftItem[] = [];
  let count = 0;
  const take = (element: XmlElement, parent: XmlElement | undefined, mended: readonly string[]): boolean => {
    const part = `item ${count + 1}`;
    const read = partOf(element, parent, { part, mended });
    if (read === undefined) return false;
    if (read.part !== undefined) count += 1;
    if (items.length + left.length === MOST_ITEMS) throw tooManyItems(source.name);
    if ('message' in read) left.push(read);
    else items.push(read);
    return true;
  };
  const { root, mended } = readXml(source, { take });
  if (root.key === 'atom:entry')
    return { facts: factsOfAtom(root, mended), items: [itemOfEntry(root, { part: 'item 1', mended })], left };
  const facts = factsOf(root, mended);
  if (facts === undefined) throw noFeed(source.name, root.name);
  return facts.isOurs ? withNotices({ facts, items, left }) : { facts, items, left };
}

const channels: ReadonlySet<string> = new Set(['channel', 'rdf:RDF', 'rss']);

function partOf(
  element: XmlElement,
  parent: XmlElement | undefined,
  where: Pick<FeedItem, 'part' | 'mended'>,
): FeedItem | LeftItem | undefined {
  if (element.key === 'item' && channels.has(parent?.key ?? '')) return ofRss(element, where);
  if (parent?.key !== 'atom:feed') return undefined;
  if (element.key === 'atom:entry') return itemOfEntry(element, where);
  return element.key === 'at:deleted-entry' ? { part: undefined, message: tombstone(element) } : undefined;
}

function ofRss(element: XmlElement, where: Pick<FeedItem, 'part' | 'mended'>): FeedItem | LeftItem {
  if (!isOfWordPress(element)) return itemOfRss(element, where);
  const message = whyNoText(element);
  return message === undefined ? asOfWordPress(itemOfRss(element, where), element) : { part: where.part, message };
}

/** RFC 6721. */
function tombstone(element: XmlElement): string {
  return takenBack(attributeAt(element, 'ref'), {
    date: attributeAt(element, 'when'),
    reason: textAt(element, 'at:comment'),
  });
}

/** In RSS press has no other form for it: an item under the identity of the release, without a page. */
function withNotices({ facts, items, left }: ReadFeed): ReadFeed {
  const isNotice = ({ link, content }: FeedItem): boolean => link === undefined && content === undefined;
  const notices = items.filter(isNotice).map(({ part, id, issued, summary }) => ({
    part,
    message: takenBack(id?.value, { date: issued[0]?.value, reason: summary?.value }),
  }));
  return { facts, items: items.filter((item) => !isNotice(item)), left: [...left, ...notices] };
}

function factsOf(root: XmlElement, mended: readonly string[]): FeedFacts | undefined {
  if (root.key === 'atom:feed') return factsOfAtom(root, mended);
  const channel = childAt(root, 'channel');
  if ((root.key !== 'rss' && root.key !== 'rdf:RDF') || channel === undefined) return undefined;
  const links = childrenAt(channel, 'atom:link');
  return {
    isOurs: textAt(channel, 'generator') === 'press',
    base: channel.base ?? textAt(channel, 'link'),
    lang: languageOf(textAt(channel, 'language') ?? textAt(channel, 'dc:language') ?? root.lang),
    authors: [],
    next: addressOf(links, 'next'),
    technical: namesOf([...elementsOf(channel), ...elementsOf(root)], rssHeading),
    mended,
  };
}

function factsOfAtom(root: XmlElement, mended: readonly string[]): FeedFacts {
  const links = childrenAt(root, 'atom:link');
  const isFeed = root.key === 'atom:feed';
  return {
    isOurs: isFeed && textAt(root, 'atom:generator') === 'press',
    base: root.base ?? addressOf(links, 'self') ?? addressOf(links, 'alternate'),
    lang: isFeed ? languageOf(root.lang) : undefined,
    authors: isFeed ? authorsOf(root).map((author) => ({ ...author, origin: '«author» of the feed' })) : [],
    next: isFeed ? addressOf(links, 'next') : undefined,
    technical: isFeed ? namesOf(elementsOf(root), atomHeading) : [],
    mended: isFeed ? mended : [],
  };
}

/** Most feeds say once for all items which language they are in, and many never looked at that. */
function languageOf(tag: string | undefined): FeedFacts['lang'] {
  const [stated] = statedAs(tag, 'language');
  return stated === undefined ? undefined : { ...stated, origin: '«language» of the feed', confidence: 'likely' };
}

function addressOf(links: readonly XmlElement[], rel: string): string | undefined {
  return attributeAt(
    links.find((link) => attributeAt(link, 'rel') === rel),
    'href',
  );
}

/** What is taken from a feed, or says what it is. */
const rssHeading: ReadonlySet<string> = new Set([
  'channel',
  'title',
  'link',
  'description',
  'language',
  'dc:language',
  'generator',
  'items',
  'atom:link',
  'docs',
]);
const atomHeading: ReadonlySet<string> = new Set([
  'atom:id',
  'atom:title',
  'atom:subtitle',
  'atom:updated',
  'atom:author',
  'atom:generator',
  'atom:link',
]);

function namesOf(elements: readonly XmlElement[], known: ReadonlySet<string>): string[] {
  const others = elements.filter(
    (element) => !known.has(element.key) && (textIn(element) ?? element.attributes.size) !== 0,
  );
  return [...new Set(others.map(({ name }) => name.slice(0, 60)))];
}

function noFeed(name: string, root: string): PressError {
  return new PressError(
    'nothing-imported',
    `«${name}» is XML with the outermost element «${root.slice(0, 60)}», and no feed.`,
    {
      hint: 'A feed is RSS, RDF with the channel of an RSS feed, or Atom.',
    },
  );
}
