/** JSON Feed 1 and 1.1, with what press writes under `_press`. */
import { mayKeepIn } from '../../model/foreign-switches.ts';
import { takenBack } from '../item/taken-back.ts';
import type { ImportSource, Stated, StatedKey } from '../../model/importer.ts';
import { hasAt, objectsAt, textAt, type NinjsObject } from '../ninjs/item-values.ts';
import { objectsOfText } from '../record/json-objects.ts';
import {
  emptyItem,
  statedAs,
  MOST_ITEMS,
  tooManyItems,
  type FeedAuthor,
  type FeedFacts,
  type FeedFile,
  type FeedItem,
  type FeedText,
  type LeftItem,
  type ReadFeed,
} from './feed-item.ts';

const VERSION = /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1(?:\.\d)?$/;

/** Whether an object is a feed: the address in `version` says so. */
export function isJsonFeed(object: object): boolean {
  return VERSION.test(textAt(object, 'version') ?? '') && Array.isArray(Reflect.get(object, 'items'));
}

/** Reads a feed. Throws PressError for what is no JSON. */
export function readJsonFeed(source: ImportSource): ReadFeed {
  const [feed] = objectsOfText(source);
  const value = feed?.value ?? {};
  const all = objectsAt(value, 'items');
  if (all.length > MOST_ITEMS) throw tooManyItems(source.name);
  const items = all.map((item, at) => itemOf(item, `item ${at + 1}`));
  return { facts: factsOf(value), items, left: withdrawn(value) };
}

function factsOf(feed: NinjsObject): FeedFacts {
  const known = new Set(
    'version title home_page_url feed_url description next_url language author authors items hubs'.split(' '),
  );
  const lang = textAt(feed, 'language');
  return {
    isOurs: objectAt(feed, '_press') !== undefined,
    base: textAt(feed, 'home_page_url') ?? textAt(feed, 'feed_url'),
    lang: lang === undefined ? undefined : { value: lang, origin: '«language» of the feed', confidence: 'likely' },
    authors: authorsOf(feed).map((author) => ({ ...author, origin: '«authors» of the feed' })),
    next: textAt(feed, 'next_url'),
    technical: Object.keys(feed).filter((key) => !known.has(key) && key !== '_press' && hasAt(feed, key)),
    mended: [],
  };
}

function withdrawn(feed: NinjsObject): LeftItem[] {
  return objectsAt(objectAt(feed, '_press'), 'withdrawn').map((notice) => ({
    part: undefined,
    message: takenBack(textAt(notice, 'id'), { date: textAt(notice, 'date'), reason: textAt(notice, 'reason') }),
  }));
}

const understood: ReadonlySet<string> = new Set(
  'id url title content_html content_text summary date_published date_modified author authors tags language attachments _press'.split(
    ' ',
  ),
);

function itemOf(item: NinjsObject, part: string): FeedItem {
  const own = objectAt(item, '_press');
  return {
    ...emptyItem(part),
    title: textOf(item, 'title', 'text'),
    ...textsOf(item, own !== undefined),
    issued: statedAs(textAt(item, 'date_published'), 'date_published'),
    changed: statedAs(textAt(item, 'date_modified'), 'date_modified'),
    id: statedAs(idOf(item), 'id')[0],
    link: textAt(item, 'url'),
    base: textAt(item, 'url'),
    lang: statedAs(textAt(item, 'language'), 'language')[0],
    categories: listOfTexts(item, 'tags'),
    authors: authorsOf(item),
    files: objectsAt(item, 'attachments').flatMap(fileOf),
    ...keptIn(item),
    ...(own !== undefined && extensionOf(own)),
    notCarried: Object.keys(item)
      .filter((key) => !understood.has(key) && hasAt(item, key))
      .map((key) => `«${key.slice(0, 60)}: ${shown(Reflect.get(item, key))}»`),
  };
}

/** Keys that JSON Feed does not have may say that the item is no more than a draft. */
function keptIn(item: NinjsObject): Partial<Pick<FeedItem, 'keys'>> {
  const key = Object.keys(item).find((name) => !understood.has(name) && mayKeepIn(name, Reflect.get(item, name)));
  return key === undefined ? {} : { keys: new Map([['status', { value: 'draft', origin: `«${key.slice(0, 60)}»` }]]) };
}

/** An item must have content: one that has a summary alone says it twice. */
function textsOf(item: NinjsObject, isOurs: boolean): Pick<FeedItem, 'content' | 'summary'> {
  const summary = textOf(item, 'summary', 'text');
  const content = textOf(item, 'content_html', 'html') ?? textOf(item, 'content_text', 'text');
  const isSummary =
    content !== undefined && content.value === (summary?.value ?? (isOurs ? textAt(item, 'title') : undefined));
  return isSummary ? { content: undefined, summary: summary } : { content, summary };
}

function textOf(item: NinjsObject, key: string, form: FeedText['form']): FeedText | undefined {
  const [stated] = statedAs(textAt(item, key), key);
  return stated === undefined ? undefined : { ...stated, form };
}

/** An id may be a number, though it should not (JSON Feed 1.1). */
function idOf(item: NinjsObject): string | undefined {
  const value: unknown = Object.hasOwn(item, 'id') ? Reflect.get(item, 'id') : undefined;
  return typeof value === 'number' ? String(value) : textAt(item, 'id');
}

function authorsOf(object: NinjsObject): FeedAuthor[] {
  const one = objectAt(object, 'author');
  const all = [...objectsAt(object, 'authors'), ...(one === undefined ? [] : [one])];
  const authors = all.flatMap((author) =>
    statedAs(textAt(author, 'name'), 'authors').map((stated) => ({ ...stated, address: textAt(author, 'url') })),
  );
  return [...new Map(authors.map((author) => [author.value, author])).values()];
}

function listOfTexts(object: NinjsObject, key: string): Stated[] {
  const value: unknown = Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
  const all: unknown[] = [value].flat();
  return all.flatMap((each) => (typeof each === 'string' ? statedAs(each, key) : []));
}

function fileOf(file: NinjsObject): FeedFile[] {
  const href = textAt(file, 'url');
  if (href === undefined) return [];
  const size: unknown = Reflect.get(file, 'size_in_bytes');
  return [
    {
      href,
      title: textAt(file, 'title'),
      mediaType: textAt(file, 'mime_type'),
      ...(typeof size === 'number' && { size }),
    },
  ];
}

/** What press writes where JSON Feed has no key. */
function extensionOf(own: NinjsObject): Pick<FeedItem, 'places' | 'type' | 'keys' | 'notes'> {
  const keys = new Map<string, StatedKey>();
  for (const key of ['corrections', 'contacts']) {
    const all = objectsAt(own, key);
    if (all.length > 0) keys.set(key, { value: all, origin: `«_press.${key}»` });
  }
  const languages = objectsAt(own, 'translations')
    .map((each) => textAt(each, 'language') ?? '')
    .join(', ');
  return {
    places: listOfTexts(own, 'place').map((place) => ({ ...place, origin: '«_press.place»' })),
    type: statedAs(textAt(own, 'type'), '_press.type')[0],
    keys,
    notes:
      languages === ''
        ? []
        : [`There is a translation (${languages}). Which of the texts is the original, the feed does not say.`],
  };
}

function objectAt(object: NinjsObject, key: string): NinjsObject | undefined {
  const value: unknown = Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.replace(/\s+/g, ' ').slice(0, 80);
}
