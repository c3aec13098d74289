/** Who an item is from and what it is filed under, as words for the vocabulary to judge. */
import type { Stated, StatedLabel } from '../../model/importer.ts';
import { typeOfWords } from '../../model/page-headings.ts';
import { listAddress, termAddress } from '../item/term-address.ts';
import { oneLine } from '../page/one-line.ts';
import type { FeedAuthor, FeedCategory, FeedFacts, FeedItem } from './feed-item.ts';

export interface ItemLabels {
  readonly labels: readonly StatedLabel[];
  readonly type: Stated | undefined;
  readonly notCarried: readonly string[];
}

/** Sorts authors and categories. A category that names a kind of release, «Press release», is its type. */
export function labelsOfItem(item: FeedItem, { isOurs, authors }: FeedFacts): ItemLabels {
  const speakers = item.authors.length > 0 ? item.authors : authors;
  const named = speakers.filter(({ value }) => !isMail(value));
  const kinds = item.categories.filter((category) => isKind(category, isOurs));
  const [first] = kinds;
  return {
    labels: [
      ...item.labels,
      ...named.map(speakerLabel),
      ...item.categories.filter((category) => !kinds.includes(category)).map((category) => categoryLabel(category)),
    ],
    type: item.type ?? (first === undefined ? undefined : typeIn(first)),
    notCarried: speakers
      .filter(({ value }) => isMail(value))
      .map(({ value, origin }) => `${value.slice(0, 200)} (${origin})`),
  };
}

/** An address of a person is no word for who speaks. */
function isMail(value: string): boolean {
  return /^\S+@\S+$/.test(value.trim());
}

function speakerLabel({ value, origin, address }: FeedAuthor): StatedLabel {
  const term = address === undefined ? undefined : termAddress(address);
  const isOfFacet = term !== undefined && term.property !== 'author' && term.property !== 'authors';
  return {
    heading: isOfFacet ? term.property : 'source',
    value: oneLine(value),
    origin,
    ...(isOfFacet && { id: term.id }),
  };
}

function categoryLabel({ value, scheme, id, origin }: FeedCategory): StatedLabel {
  const list = scheme === undefined ? undefined : (listAddress(scheme) ?? nameOfList(scheme));
  return {
    heading: list ?? origin.replace(/[«»]/g, ''),
    value: oneLine(value),
    origin,
    ...(id !== undefined && { id }),
    isOfAnyFacet: true,
  };
}

/** What is no address may be a name: «post_tag». */
function nameOfList(scheme: string): string | undefined {
  return /^[\p{L}\p{N} _-]{1,60}$/u.test(scheme) ? scheme : undefined;
}

/** press has the kinds in a list of their own. */
function isKind({ value, scheme }: FeedCategory, isOurs: boolean): boolean {
  if (isOurs && scheme !== undefined) return listAddress(scheme) === 'types';
  return typeOfWords(value) !== undefined;
}

function typeIn({ value, id, origin }: FeedCategory): Stated {
  const words = typeOfWords(value)?.name;
  return { value: words ?? id ?? value, origin, ...(words !== undefined && { confidence: 'likely' as const }) };
}
