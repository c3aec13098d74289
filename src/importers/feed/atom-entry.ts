/** An `entry` of Atom 1.0 (RFC 4287), or of its draft 0.3. */
import type { Stated } from '../../model/importer.ts';
import { htmlInside } from '../xml/html-of-element.ts';
import {
  attributeAt,
  childAt,
  childNamed,
  childrenAt,
  elementsOf,
  textAt,
  textIn,
  type XmlElement,
} from '../xml/xml-element.ts';
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
    'atom:id atom:title atom:summary atom:content atom:link atom:published atom:updated atom:issued atom:modified atom:created ' +
    'atom:author atom:category atom:source'
  ).split(' '),
);

/** What an entry says. */
export function itemOfEntry(entry: XmlElement, { part, mended }: Pick<FeedItem, 'part' | 'mended'>): FeedItem {
  const links = childrenAt(entry, 'atom:link').flatMap(linkOf);
  const page = pageAmong(links);
  const content = childAt(entry, 'atom:content');
  const { notCarried, technical } = leftOver(entry, understood);
  const own = entry.attributes.get('xml:lang');
  return {
    ...emptyItem(part),
    title: textOf(childAt(entry, 'atom:title')),
    content: attributeAt(content, 'src') === undefined ? textOf(content) : undefined,
    summary: textOf(childAt(entry, 'atom:summary')),
    issued: named(entry, 'atom:published', 'atom:issued', 'atom:created'),
    changed: named(entry, 'atom:updated', 'atom:modified'),
    id: statedAs(textAt(entry, 'atom:id'), 'id')[0],
    link: page?.href,
    base: content?.base ?? entry.base,
    otherLinks: links.filter(({ rel }) => rel === 'canonical' || rel === 'shortlink').map(({ href }) => href),
    lang: statedAs(own, 'xml:lang')[0],
    categories: childrenAt(entry, 'atom:category').flatMap(categoryOf),
    authors: authorsOf(entry),
    files: links.filter(({ rel }) => rel === 'enclosure'),
    notCarried: [...notCarried, ...elsewhere(content), ...otherPlaces(links, page)],
    technical,
    keys: draftIn(entry),
    notes: translations(links, page),
    mended,
  };
}

/** A draft is one in every name space that a system gives the word (RFC 5023, 13.1.1). */
function draftIn(entry: XmlElement): FeedItem['keys'] {
  const draft = childNamed(childNamed(entry, 'control'), 'draft') ?? childNamed(entry, 'draft');
  return draft === undefined || textIn(draft)?.trim().toLowerCase() === 'no'
    ? new Map()
    : new Map([['status', { value: 'draft', origin: `«${draft.name}»` }]]);
}

/** RFC 4287, 3.1 and 4.1.3; 0.3 says the media type, and `mode` how it is written. */
export function textOf(element: XmlElement | undefined): FeedText | undefined {
  if (element === undefined) return undefined;
  const type = attributeAt(element, 'type')?.toLowerCase() ?? 'text';
  const origin = `«${element.name}»`;
  const isInline = type === 'xhtml' || (type.includes('html') && elementsOf(element).length > 0);
  const value = isInline ? htmlInside(element) : textIn(element);
  if (value === undefined || value.trim() === '') return undefined;
  return { value, origin, form: isInline || type.includes('html') ? 'html' : 'text' };
}

function named(entry: XmlElement, ...keys: readonly string[]): Stated[] {
  return childrenAt(entry, ...keys).flatMap((child) => statedAs(textIn(child), child.name));
}

/** Those who speak: of the entry, else of the feed that it was taken from. */
export function authorsOf(entry: XmlElement): FeedAuthor[] {
  const own = childrenAt(entry, 'atom:author');
  const all = own.length > 0 ? own : childrenAt(childAt(entry, 'atom:source'), 'atom:author');
  return all.flatMap((author) => {
    const [stated] = statedAs(textAt(author, 'atom:name'), author.name);
    return stated === undefined
      ? []
      : [{ ...stated, address: textAt(author, 'atom:uri') ?? textAt(author, 'atom:url') }];
  });
}

function categoryOf(category: XmlElement): FeedCategory[] {
  const term = attributeAt(category, 'term');
  const [stated] = statedAs(attributeAt(category, 'label') ?? term ?? textIn(category), category.name);
  return stated === undefined ? [] : [{ ...stated, scheme: attributeAt(category, 'scheme'), id: term }];
}

interface EntryLink extends FeedFile {
  readonly rel: string;
  readonly language: string | undefined;
}

function linkOf(link: XmlElement): EntryLink[] {
  const href = attributeAt(link, 'href');
  if (href === undefined) return [];
  return [
    {
      href: withBase(href, link.base),
      rel: attributeAt(link, 'rel')?.toLowerCase() ?? 'alternate',
      language: attributeAt(link, 'hreflang'),
      title: attributeAt(link, 'title'),
      mediaType: attributeAt(link, 'type'),
      size: attributeAt(link, 'length'),
    },
  ];
}

function withBase(href: string, base: string | undefined): string {
  return base !== undefined && URL.canParse(href, base) ? new URL(href, base).href : href;
}

/** The page: an alternate that is exactly HTML, else any. */
function pageAmong(links: readonly EntryLink[]): EntryLink | undefined {
  const alternates = links.filter(({ rel }) => rel === 'alternate');
  return alternates.find(({ mediaType }) => mediaType === 'text/html') ?? alternates[0];
}

function translations(links: readonly EntryLink[], page: EntryLink | undefined): string[] {
  const others = links.filter((link) => link !== page && link.rel === 'alternate' && link.language !== undefined);
  const names = [...new Set(others.map(({ language }) => language))].join(', ');
  return others.length === 0
    ? []
    : [`The feed names the same in another language (${names}). Which of the texts is the original, it does not say.`];
}

const forPrograms: ReadonlySet<string> = new Set(
  'self edit edit-media replies hub license canonical shortlink enclosure next previous first last service.post service.edit'.split(
    ' ',
  ),
);

function otherPlaces(links: readonly EntryLink[], page: EntryLink | undefined): string[] {
  return links
    .filter(
      (link) =>
        link !== page && !forPrograms.has(link.rel) && !(link.rel === 'alternate' && link.language !== undefined),
    )
    .map(({ rel, href }) => `«link ${rel.slice(0, 60)}: ${href.slice(0, 200)}»`);
}

/** A text that is kept at another address (RFC 4287, 4.1.3.2). */
function elsewhere(content: XmlElement | undefined): string[] {
  const src = attributeAt(content, 'src');
  return src === undefined ? [] : [`the text, which is at «${src.slice(0, 200)}» and not in the feed`];
}
