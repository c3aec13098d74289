/** What other programs read from the same feeds: titles, addresses and dates. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { feed } from '../../src/importers/feed.ts';
import { atomReaders, rssReaders, unescaped, type SeenItem } from '../support/feed-reading.ts';
import { feedFile } from './feeds.ts';
import { source } from './pages.ts';

const golden = (name: string): string => readFileSync(new URL(`../golden/formats/${name}`, import.meta.url), 'utf8');
const instant = (text: string | undefined): number | undefined => (text === undefined ? undefined : Date.parse(text));
/** Readers keep control characters of a line, and some undo HTML in titles. */
const plain = (text: string | undefined): string | undefined =>
  unescaped(text)
    ?.replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Notices of what was taken back are items to other readers. */
const ours = (text: string): readonly SeenItem[] =>
  feed.read(source(text)).map((release) => ({
    id: release.sourceId?.value,
    title: release.title?.value,
    link: release.url,
    published: release.date?.value,
    content: release.body,
    categories: undefined,
  }));

/** The same feed with the prefixes that everybody knows, and without a date that stops one of them. */
function asUsual(text: string): string {
  const prefixes = [
    ['r', 'rdf'],
    ['d', 'dc'],
    ['c', 'content'],
  ] as const;
  let usual = text.replace('xmlns:a=', 'xmlns=').replace(/(<\/?)a:/g, '$1');
  for (const [own, known] of prefixes)
    usual = usual.replace(`xmlns:${own}=`, `xmlns:${known}=`).replace(new RegExp(`([< /])${own}:`, 'g'), `$1${known}:`);
  return usual.replace('yesterday', '');
}

describe.each([
  ['site.rss', ['feedsmith', 'rss-parser', 'feed-parser']],
  ['desk.rdf', ['rss-parser', 'feed-parser']],
  ['office.atom', ['feedsmith', 'rss-parser', 'feed-parser']],
])('%s', (name, judges) => {
  const { text } = feedFile(name);

  it.each(judges)('says the same to %s', async (judge) => {
    const readers = name.endsWith('.atom') ? atomReaders : rssReaders;
    const seen = (await readers.get(judge)?.(asUsual(text))) ?? [];
    const own = ours(text);
    expect(own.length).toBeGreaterThan(0);
    for (const [at, item] of own.entries()) {
      expect(instant(item.published)).toBe(instant(seen[at]?.published ?? item.published));
      // Two of them leave a title in HTML as it is.
      expect(plain(item.title)).toBe(plain(seen[at]?.title)?.replace('&#8211;', '–'));
      // Of several alternates in Atom, each takes another one.
      if (!name.endsWith('.atom')) expect(item.link).toBe(seen[at]?.link);
    }
  });
});

describe.each([
  ['reference.rss', rssReaders],
  ['reference.atom', atomReaders],
])('%s', (name, readers) => {
  const text = golden(name);

  it.each([...readers.keys()])('says the same to %s', async (reader) => {
    const seen = new Map(((await readers.get(reader)?.(text)) ?? []).map((item) => [item.id, item]));
    expect(ours(text).length).toBeGreaterThan(2);
    for (const own of ours(text)) {
      const other = seen.get(own.id);
      expect(own.link).toBe(other?.link);
      expect(instant(own.published)).toBe(instant(other?.published));
      expect(unescaped(own.title)).toBe(unescaped(unescaped(other?.title)));
    }
  });
});
