/** What the W3C feed checker objects to in Atom, and what RFC 4287 and RFC 6721 forbid, by the names of its messages. */
import {
  address,
  atomLink,
  childrenOf,
  html,
  identities,
  language,
  netDate,
  objectionsTo,
  plainText,
  structure,
  twinLinks,
  type Objections,
} from './feed-checker.ts';
import { xmlTree, type TreeElement } from './xml-tree.ts';

/** Objections to a feed that was found at `location`. */
export function atomObjections(xml: string, location?: string): Objections {
  const feed = xmlTree(xml);
  const entries = childrenOf(feed, 'entry');
  const links = childrenOf(feed, 'link');
  const texts = ['title', 'subtitle', 'generator'].flatMap((name) => childrenOf(feed, name));
  return [
    ...structure(
      feed,
      ['id', 'title', 'subtitle', 'updated', 'generator'],
      ['author', 'link', 'entry', 'at:deleted-entry'],
    ),
    ...missing(feed, ['id', 'title', 'updated', 'author']),
    ...objectionsTo([
      ['MissingSelf', !links.some(({ attributes: of }) => of.get('rel') === 'self')],
      ['MissingDCLanguage', !feed.attributes.has('xml:lang')],
      ['MisplacedMetadata', feed.children.findLastIndex(({ name }) => name !== 'entry') >= firstEntry(feed)],
    ]),
    ...texts.flatMap(plainText),
    ...childrenOf(feed, 'author').flatMap(person),
    ...childrenOf(feed, 'updated').flatMap(({ text }) => netDate(text)),
    ...links.flatMap((link) => atomLink(link, location)),
    ...twinLinks(links),
    ...identities(
      [feed, ...entries].flatMap((each) => childrenOf(each, 'id').map(({ text }) => text)),
      'DuplicateEntries',
    ),
    ...entries.flatMap(entryObjections),
    ...childrenOf(feed, 'at:deleted-entry').flatMap(deletedEntry),
  ];
}

function firstEntry({ children }: TreeElement): number {
  const at = children.findIndex(({ name }) => name === 'entry');
  return at === -1 ? children.length : at;
}

function missing(element: TreeElement, names: readonly string[]): Objections {
  return names.filter((name) => childrenOf(element, name).length === 0).map((name) => `MissingElement ${name}`);
}

function person(author: TreeElement): Objections {
  return [
    ...missing(author, ['name']),
    ...structure(author, ['name', 'uri', 'email'], []),
    ...childrenOf(author, 'name').flatMap(plainText),
    ...childrenOf(author, 'uri').flatMap(({ text }) => address(text)),
  ];
}

function entryObjections(entry: TreeElement): Objections {
  const links = childrenOf(entry, 'link');
  return [
    ...structure(entry, ['id', 'title', 'published', 'updated', 'summary', 'content'], ['author', 'category', 'link']),
    ...missing(entry, ['id', 'title', 'updated']),
    ...objectionsTo([
      ['MissingContentOrAlternate', !links.some(({ attributes: of }) => of.get('rel') === 'alternate')],
    ]),
    ...['title', 'summary'].flatMap((name) => childrenOf(entry, name).flatMap(plainText)),
    ...['published', 'updated'].flatMap((name) => childrenOf(entry, name).flatMap(({ text }) => netDate(text))),
    ...language(entry.attributes.get('xml:lang') ?? 'en'),
    ...childrenOf(entry, 'author').flatMap(person),
    ...childrenOf(entry, 'category').flatMap(category),
    ...links.flatMap((link) => atomLink(link)),
    ...twinLinks(links.filter(({ attributes: of }) => of.get('rel') === 'alternate')),
    ...childrenOf(entry, 'content').flatMap(content),
  ];
}

function category({ attributes }: TreeElement): Objections {
  return [
    ...objectionsTo([
      ['MissingAttribute term', (attributes.get('term') ?? '').trim() === ''],
      ['AttrNotBlank label', attributes.get('label')?.trim() === ''],
    ]),
    ...address(attributes.get('scheme') ?? ''),
  ];
}

function content({ attributes, text }: TreeElement): Objections {
  return [
    ...objectionsTo([
      ['NotBlank content', text.trim() === ''],
      ['InvalidMIMEType content', attributes.get('type') !== 'html'],
    ]),
    ...html(text),
  ];
}

function deletedEntry(entry: TreeElement): Objections {
  return [
    ...structure(entry, ['at:comment'], []),
    ...identities([entry.attributes.get('ref') ?? ''], ''),
    ...netDate(entry.attributes.get('when') ?? ''),
    ...childrenOf(entry, 'at:comment').flatMap(plainText),
  ];
}
