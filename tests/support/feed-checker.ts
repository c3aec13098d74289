/**
 * What the W3C feed checker objects to, as far as it can be known without it: its messages by their names. Errors and warnings
 * are told alike.
 */
import { parseFragment } from 'parse5';
import type { TreeElement } from './xml-tree.ts';

const ADDRESS = /^[a-zA-Z][0-9a-zA-Z+.-]*:(?:\/\/)?(?:\[[0-9A-Fa-f:]+\])?[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]+$/;
const WEB_ADDRESS = /^https?:\/\/(?:[a-z0-9_-]+\.)*[a-z0-9][a-z0-9-]*\.?(?::\d+)?(?:\/|$)/i;
const TAG = /^tag:(?:[a-z0-9._-]+@)?[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]+$/;
const UUID = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MEDIA_TYPE = /^[^\s()<>,;:\\"/[\]?=]+\/[^\s()<>,;:\\"/[\]?=]+(?:\s*;\s*[a-z]+=[a-z0-9-]+)*$/;
const MAIL_DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/;
const NET_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;
const RELATIONS = new Set(['alternate', 'enclosure', 'hub', 'related', 'self', 'via']);
const FEED_TYPES = new Set(['application/atom+xml', 'application/rss+xml']);

const riskyTags = new Set(
  'script style iframe object embed applet link meta base frame form input svg math'.split(' '),
);
const knownAttributes = new Set('abbr align alt class colspan href id rowspan scope src start title'.split(' '));

/** Objections in the order in which they were found. */
export type Objections = string[];

/** The name of each objection that the test of it raises. */
export function objectionsTo(tests: Iterable<readonly [objection: string, isRaised: boolean]>): Objections {
  return [...tests].filter(([, isRaised]) => isRaised).map(([objection]) => objection);
}

export function childrenOf(element: TreeElement, name: string): TreeElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Objections to elements that are not known there, or there twice; `several` may be. */
export function structure(element: TreeElement, once: readonly string[], several: readonly string[]): Objections {
  const names = element.children.map(({ name }) => name);
  const known = new Set([...once, ...several]);
  return objectionsTo([
    ...names.map((name) => [`UndefinedElement ${element.name}/${name}`, !known.has(name)] as const),
    ...once.map((name) => [`DuplicateElement ${name}`, names.filter((each) => each === name).length > 1] as const),
  ]);
}

/** Objections to identities: wrong ones, empty ones, the same one twice. */
export function identities(ids: readonly string[], duplicate: string): Objections {
  return objectionsTo([
    ...ids.map((id) => ['InvalidTAG', !TAG.test(id) && !UUID.test(id)] as const),
    [duplicate, new Set(ids).size < ids.length],
  ]);
}

export function address(value: string): Objections {
  return ADDRESS.test(value) && WEB_ADDRESS.test(value) ? [] : [`InvalidFullLink ${value}`];
}

export function mailDate(value: string): Objections {
  if (!MAIL_DATE.test(value)) return [`InvalidRFC2822Date ${value}`];
  const day = new Date(`${value.slice(5, 16)} UTC`).toUTCString().slice(0, 3);
  return day === value.slice(0, 3) ? [] : [`IncorrectDOW ${value}`];
}

export function netDate(value: string): Objections {
  return NET_DATE.test(value) && !Number.isNaN(Date.parse(value)) ? [] : [`InvalidRFC3339Date ${value}`];
}

export function language(value: string): Objections {
  return LANGUAGE.test(value) ? [] : [`InvalidLanguage ${value}`];
}

export function mediaType(value: string): Objections {
  return MEDIA_TYPE.test(value) ? [] : [`InvalidMIMEType ${value}`];
}

/** Objections to a text that must say something and hold no markup. */
export function plainText({ name, text }: TreeElement): Objections {
  return objectionsTo([
    [`NotBlank ${name}`, text.trim() === ''],
    [`ContainsHTML ${name}`, /<[/a-zA-Z][^<>]*>/.test(text)],
  ]);
}

/** Objections to HTML that a reader puts into a page. */
export function html(value: string): Objections {
  const objections: Objections = [];
  const work: unknown[] = [parseFragment(value)];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    const { tagName, attrs = [], childNodes = [] } = node as HtmlNode;
    if (tagName !== undefined && riskyTags.has(tagName)) objections.push(`SecurityRisk ${tagName}`);
    for (const attribute of attrs) objections.push(...htmlAttribute(attribute));
    work.push(...childNodes);
  }
  return objections;
}

interface HtmlNode {
  readonly tagName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly unknown[];
}

function htmlAttribute({ name, value }: { readonly name: string; readonly value: string }): Objections {
  const isAddress = name === 'href' || name === 'src';
  return objectionsTo([
    [`SecurityRiskAttr ${name}`, !knownAttributes.has(name)],
    [`ContainsRelRef ${value}`, isAddress && !/^(?:https?:\/\/|mailto:)/.test(value)],
  ]);
}

const linkAttributes = new Set(['type', 'title', 'rel', 'href', 'length', 'hreflang']);

/** Objections to a link of Atom; `location` is where the feed was found. */
export function atomLink(link: TreeElement, location?: string): Objections {
  const { attributes, text, children } = link;
  const { rel = 'alternate', type, href, hreflang, length } = Object.fromEntries(attributes);
  return [
    ...objectionsTo([
      ['MissingHref', href === undefined],
      ['AtomLinkNotEmpty', text.trim() !== '' || children.length > 0],
      ['UnregisteredAtomLinkRel', !RELATIONS.has(rel)],
      ['SelfNotAtom', rel === 'self' && !FEED_TYPES.has(type ?? '')],
      ['SelfDoesntMatchLocation', rel === 'self' && location !== undefined && href !== location],
      ['InvalidNonNegativeInteger', length !== undefined && !/^\d+$/.test(length)],
      ...[...attributes].map(([name, value]) => [`AttrNotBlank ${name}`, value.trim() === ''] as const),
      ...[...attributes.keys()].map((name) => [`UnexpectedAttribute ${name}`, !linkAttributes.has(name)] as const),
    ]),
    ...address(href ?? ''),
    ...(type === undefined ? [] : mediaType(type)),
    ...(hreflang === undefined ? [] : language(hreflang)),
  ];
}

/** Objections to two links of one relation, type and language. */
export function twinLinks(links: readonly TreeElement[]): Objections {
  const kinds = links.map(({ attributes: of }) => JSON.stringify([of.get('rel'), of.get('type'), of.get('hreflang')]));
  return new Set(kinds).size < kinds.length ? ['DuplicateAtomLink'] : [];
}
