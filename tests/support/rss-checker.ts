/** What the W3C feed checker objects to in RSS 2.0, by the names of its messages. */
import {
  address,
  atomLink,
  childrenOf,
  html,
  identities,
  language,
  mailDate,
  mediaType,
  netDate,
  objectionsTo,
  plainText,
  structure,
  type Objections,
} from './feed-checker.ts';
import { xmlTree, type TreeElement } from './xml-tree.ts';

const ofChannel = ['title', 'link', 'description', 'language', 'lastBuildDate', 'generator', 'docs'];
const ofItem =
  'title link description content:encoded guid pubDate dcterms:modified dc:language enclosure author comments source'.split(
    ' ',
  );

/** Objections to a feed that was found at `location`. */
export function rssObjections(xml: string, location?: string): Objections {
  const channel = xmlTree(xml).children[0];
  if (channel === undefined) return ['MissingChannel'];
  const items = childrenOf(channel, 'item');
  const guids = items.flatMap((item) => childrenOf(item, 'guid'));
  return [
    ...structure(channel, ofChannel, ['item', 'atom:link']),
    ...objectionsTo([
      ...['title', 'link', 'description'].map(
        (name) => [`Missing ${name}`, childrenOf(channel, name).length === 0] as const,
      ),
      ['MissingAtomSelfLink', !childrenOf(channel, 'atom:link').some(({ attributes: of }) => of.get('rel') === 'self')],
      ['MissingDCLanguage', childrenOf(channel, 'language').length === 0],
      ['MisplacedItem', channel.children.findLastIndex(({ name }) => name !== 'item') >= firstItem(channel)],
    ]),
    ...childrenOf(channel, 'title').flatMap(plainText),
    ...childrenOf(channel, 'description').flatMap(plainText),
    ...['link', 'docs'].flatMap((name) => childrenOf(channel, name).flatMap(({ text }) => address(text))),
    ...childrenOf(channel, 'language').flatMap(({ text }) => language(text)),
    ...childrenOf(channel, 'lastBuildDate').flatMap(({ text }) => mailDate(text)),
    ...childrenOf(channel, 'atom:link').flatMap((link) => atomLink(link, location)),
    ...identities(
      guids.map(({ text }) => text),
      'DuplicateValue guid',
    ),
    ...items.flatMap(itemObjections),
  ];
}

function firstItem({ children }: TreeElement): number {
  const at = children.findIndex(({ name }) => name === 'item');
  return at === -1 ? children.length : at;
}

function itemObjections(item: TreeElement): Objections {
  const names = item.children.map(({ name }) => name);
  const has = (name: string): boolean => names.includes(name);
  const guid = childrenOf(item, 'guid')[0];
  return [
    ...structure(item, ofItem, ['category', 'dc:creator']),
    ...objectionsTo([
      ['ItemMustContainTitleOrDescription', !has('title') && !has('description')],
      ['MissingGuid', guid === undefined],
      ['InvalidPermalink', guid !== undefined && guid.attributes.get('isPermaLink') !== 'false'],
      ['DuplicateItemSemantics', (has('author') && has('dc:creator')) || (has('pubDate') && has('dc:date'))],
      [
        'NeedDescriptionBeforeContent',
        has('content:encoded') && !names.slice(0, names.indexOf('content:encoded')).includes('description'),
      ],
    ]),
    ...['title', 'category', 'dc:creator'].flatMap((name) => childrenOf(item, name).flatMap(plainText)),
    ...childrenOf(item, 'link').flatMap(({ text }) => address(text)),
    ...childrenOf(item, 'category').flatMap(({ attributes }) => address(attributes.get('domain') ?? '')),
    ...childrenOf(item, 'pubDate').flatMap(({ text }) => mailDate(text)),
    ...childrenOf(item, 'dcterms:modified').flatMap(({ text }) => netDate(text)),
    ...childrenOf(item, 'dc:language').flatMap(({ text }) => language(text)),
    ...['description', 'content:encoded'].flatMap((name) => childrenOf(item, name).flatMap(({ text }) => html(text))),
    ...childrenOf(item, 'enclosure').flatMap(enclosure),
  ];
}

function enclosure({ attributes }: TreeElement): Objections {
  return [
    ...address(attributes.get('url') ?? ''),
    ...mediaType(attributes.get('type') ?? ''),
    ...objectionsTo([['InvalidIntegerAttribute', !/^\d+$/.test(attributes.get('length') ?? '')]]),
  ];
}
