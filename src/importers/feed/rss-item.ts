/** An `item` of RSS 0.9x, 1.0 or 2.0, with the modules that feeds use. */
import type { Stated } from '../../model/importer.ts';
import { htmlInside } from '../xml/html-of-element.ts';
import { attributeAt, childAt, childrenAt, textAt, textIn, type XmlElement } from '../xml/xml-element.ts';
import { authorsOf, textOf } from './atom-entry.ts';
import {
  emptyItem,
  statedAs,
  type FeedAuthor,
  type FeedCategory,
  type FeedFile,
  type FeedItem,
  type FeedText,
} from './feed-item.ts';
import { leftOver } from './left-over.ts';

const understood: ReadonlySet<string> = new Set(
  (
    'title dc:title link guid description content:encoded xhtml:body xhtml:div atom:content atom:summary excerpt:encoded pubDate dc:date ' +
    'dcterms:issued dcterms:created dcterms:modified atom:published atom:updated category dc:subject dcterms:subject dc:creator author ' +
    'atom:author source enclosure media:content media:group dc:language atom:link feedburner:origLink'
  ).split(' '),
);

/** What an item says. */
export function itemOfRss(item: XmlElement, { part, mended }: Pick<FeedItem, 'part' | 'mended'>): FeedItem {
  const guid = childAt(item, 'guid');
  const original = textAt(item, 'feedburner:origLink');
  const atomLinks = childrenAt(item, 'atom:link');
  const addresses = [original, textAt(item, 'link'), permalink(guid), hrefOf(atomLinks, 'alternate')];
  const [link, ...others] = addresses.filter((address) => address !== undefined);
  return {
    ...emptyItem(part),
    title: unsure(childAt(item, 'title') ?? childAt(item, 'dc:title')),
    content: contentOf(item),
    summary:
      unsure(childAt(item, 'description')) ??
      unsure(childAt(item, 'excerpt:encoded')) ??
      textOf(childAt(item, 'atom:summary')),
    issued: named(item, 'pubDate', 'dc:date', 'dcterms:issued', 'dcterms:created', 'atom:published'),
    changed: named(item, 'dcterms:modified', 'atom:updated'),
    id: statedAs(textIn(guid), 'guid')[0] ?? statedAs(attributeAt(item, 'rdf:about'), 'rdf:about')[0],
    link,
    base: item.base,
    otherLinks: [...new Set(others)].filter((other) => other !== link),
    lang: statedAs(textAt(item, 'dc:language') ?? item.attributes.get('xml:lang'), 'language')[0],
    categories: [...named(item, 'category').map(withScheme(item)), ...named(item, 'dc:subject', 'dcterms:subject')],
    authors: speakers(item),
    files: [...filesOf(item), ...enclosuresOf(atomLinks)],
    mended,
    ...leftOver(item, understood),
  };
}

function unsure(element: XmlElement | undefined): FeedText | undefined {
  const value = textIn(element);
  return element === undefined || value === undefined
    ? undefined
    : { value, origin: `«${element.name}»`, form: 'unsure' };
}

/** The whole text; an empty one is none. */
function contentOf(item: XmlElement): FeedText | undefined {
  const encoded = unsure(childAt(item, 'content:encoded'));
  const inline = childAt(item, 'xhtml:body') ?? childAt(item, 'xhtml:div');
  if (encoded !== undefined || inline === undefined) return encoded ?? textOf(childAt(item, 'atom:content'));
  return { value: htmlInside(inline), origin: `«${inline.name}»`, form: 'html' };
}

/** The texts of children by the given names, in the order of the names. */
function named(item: XmlElement, ...keys: readonly string[]): Stated[] {
  return keys.flatMap((key) => childrenAt(item, key).flatMap((child) => statedAs(textIn(child), child.name)));
}

/** `domain` says which list a category is from. */
function withScheme(item: XmlElement): (stated: Stated, at: number) => FeedCategory {
  const filled = childrenAt(item, 'category').filter((category) => textIn(category) !== undefined);
  return (stated, at) => ({
    ...stated,
    scheme: attributeAt(filled[at], 'domain'),
    id: attributeAt(filled[at], 'nicename'),
  });
}

/** A `guid` is an address unless it says otherwise (RSS 2.0). */
function permalink(guid: XmlElement | undefined): string | undefined {
  const value = textIn(guid);
  const mayBe = attributeAt(guid, 'isPermaLink')?.toLowerCase() !== 'false';
  return mayBe && value !== undefined && /^https?:\/\//i.test(value) ? value : undefined;
}

function hrefOf(links: readonly XmlElement[], rel: string): string | undefined {
  return attributeAt(
    links.find((link) => attributeAt(link, 'rel') === rel),
    'href',
  );
}

/** Who speaks; where nobody is named, the feed that the item was taken from. */
function speakers(item: XmlElement): FeedAuthor[] {
  const creators = [...named(item, 'dc:creator'), ...named(item, 'author').map(withoutMail), ...authorsOf(item)];
  return creators.length > 0 ? creators : named(item, 'source');
}

/** RSS has «press@example.org (Press Office)», and mail addresses alone. */
function withoutMail(author: Stated): Stated {
  const [, inBrackets, before] =
    /^\S+@\S+\s*\((.{1,200})\)$|^(.{1,200}?)\s*<\S+@\S+>$/s.exec(author.value.trim()) ?? [];
  return { ...author, value: inBrackets ?? before ?? author.value };
}

function filesOf(item: XmlElement): FeedFile[] {
  const grouped = childrenAt(item, 'media:group').flatMap((group) => childrenAt(group, 'media:content').slice(0, 1));
  return [
    ...childrenAt(item, 'enclosure').flatMap((file) => fileOf(file, 'length')),
    ...[...childrenAt(item, 'media:content'), ...grouped].flatMap((file) => fileOf(file, 'fileSize')),
  ];
}

function fileOf(file: XmlElement, size: string): FeedFile[] {
  const href = attributeAt(file, 'url') ?? attributeAt(file, 'rdf:resource');
  if (href === undefined) return [];
  return [
    {
      href: file.base !== undefined && URL.canParse(href, file.base) ? new URL(href, file.base).href : href,
      title: textAt(file, 'media:title'),
      mediaType: attributeAt(file, 'type'),
      size: attributeAt(file, size),
    },
  ];
}

function enclosuresOf(links: readonly XmlElement[]): FeedFile[] {
  return links
    .filter((link) => attributeAt(link, 'rel') === 'enclosure')
    .flatMap((link) => {
      const href = attributeAt(link, 'href');
      const [title, mediaType, size] = ['title', 'type', 'length'].map((name) => attributeAt(link, name));
      return href === undefined ? [] : [{ href, title, mediaType, size }];
    });
}
