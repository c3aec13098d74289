/** Feeds as three programs read them that have nothing to do with each other. */
import { parseFeed } from '@rowanmanning/feed-parser';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import Parser from 'rss-parser';

/** What a reader found in an item. Moments are in ISO form; a reader that does not look for something says undefined. */
export interface SeenItem {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly published: string | undefined;
  readonly content: string | undefined;
  readonly categories: readonly string[] | undefined;
}

type Reader = (xml: string) => Promise<SeenItem[]> | SeenItem[];

export const rssReaders: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['feedsmith', ofRssByFeedsmith],
  ['rss-parser', byRssParser],
  ['feed-parser', byFeedParser],
]);

export const atomReaders: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['feedsmith', ofAtomByFeedsmith],
  ['rss-parser', byRssParser],
  ['feed-parser', byFeedParser],
]);

function ofRssByFeedsmith(xml: string): SeenItem[] {
  return (parseRssFeed(xml).items ?? []).map(({ guid, title, link, pubDate, content, description, categories }) => ({
    id: guid?.value,
    title,
    link,
    published: moment(pubDate),
    content: content?.encoded ?? description,
    categories: (categories ?? []).map(({ name }) => String(name)),
  }));
}

function ofAtomByFeedsmith(xml: string): SeenItem[] {
  return (parseAtomFeed(xml).entries ?? []).map(({ id, title, links, published, content, summary, categories }) => ({
    id,
    title: title?.value,
    link: links?.find(({ rel, type }) => rel === 'alternate' && type === 'text/html')?.href,
    published: moment(published),
    content: content?.value ?? summary?.value,
    categories: (categories ?? []).map(({ label, term }) => String(label ?? term)),
  }));
}

async function byRssParser(xml: string): Promise<SeenItem[]> {
  const { items } = await new Parser<object, Record<string, unknown>>().parseString(xml);
  return items.map((item) => ({
    id: text(item.guid ?? item['id']),
    title: item.title,
    link: item.link,
    published: item.isoDate,
    content: text(item['content:encoded'] ?? item.content ?? item.summary),
    // It knows none of Atom, and says those of RSS with their attributes.
    categories: (item.categories as unknown[] | undefined)?.map((category) => text(category) ?? String(category)),
  }));
}

/** It takes titles and contents for HTML that was escaped once too often: compare what it finds with `unescaped`. */
function byFeedParser(xml: string): SeenItem[] {
  return parseFeed(xml)
    .toJSON()
    .items.map(({ id, title, url, published, content, description, categories }) => ({
      id: id ?? undefined,
      title: title ?? undefined,
      link: url ?? undefined,
      published: moment(published ?? undefined),
      content: content ?? description ?? undefined,
      categories: categories.map(({ label, term }) => label ?? term),
    }));
}

function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && '_' in value ? String(value._) : undefined;
}

function moment(date: string | undefined): string | undefined {
  return date === undefined ? undefined : new Date(date).toISOString();
}

/** Text as HTML has it, without its character references. */
export function unescaped(html: string | undefined): string | undefined {
  return html?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
