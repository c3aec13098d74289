/** Importer: feeds, in RSS of every age, Atom and JSON Feed. */
import type { Importer, ImportSource, SourceRelease, UnreadPart } from '../model/importer.ts';
import { PressError } from '../model/press-error.ts';
import { feedDialect } from './feed/dialect.ts';
import { isJsonFeed, readJsonFeed } from './feed/json-feed.ts';
import type { FeedFacts, ReadFeed } from './feed/feed-item.ts';
import { releaseOfFeedItem } from './feed/release-of-item.ts';
import { readXmlFeed } from './feed/xml-feed.ts';
import { foreignXml } from './html/looks-like-html.ts';
import { readOnce } from './item/read-once.ts';
import { isNewsml } from './newsml/outermost-item.ts';
import { firstObject } from './record/json-objects.ts';
import { largestArchive } from './record/largest-archive.ts';

export const feed: Importer = {
  id: 'feed',
  summary: 'a feed: RSS, RDF, Atom or JSON Feed, also what WordPress exports',
  extensions: ['xml', 'rss', 'atom', 'rdf', 'json'],
  onlyWhenNamed: true,
  mostBytes: largestArchive,
  recognise(source) {
    if (feedDialect(source.text) !== undefined) return 0.97;
    const object = firstObject(source);
    return object !== undefined && object !== 'broken' && isJsonFeed(object) ? 0.97 : 0;
  },
  read: (source) => once(source).releases,
  leavesOut: (source) => once(source).left,
  mistakes: ({ text }) => (isNewsml(text) ? undefined : foreignXml(text)),
};

interface Read {
  readonly releases: readonly SourceRelease[];
  readonly left: readonly UnreadPart[];
}

const once = readOnce(readFeed);

function readFeed(source: ImportSource): Read {
  const { facts, items, left } = parsed(source);
  const releases: SourceRelease[] = [];
  const without: UnreadPart[] = [];
  for (const item of items) {
    const read = releaseOfFeedItem(item, { facts, name: source.name });
    if ('message' in read) without.push(read);
    else releases.push(releases.length === 0 ? withFeedNotes(read, facts) : read);
  }
  return { releases, left: [...left, ...without, ...nextPage(facts)] };
}

function parsed(source: ImportSource): ReadFeed {
  if (feedDialect(source.text) !== undefined) return readXmlFeed(source);
  const object = firstObject(source);
  if (object === 'broken' || (object !== undefined && isJsonFeed(object))) return readJsonFeed(source);
  throw new PressError('nothing-imported', `«${source.name}» is no feed that press knows.`, {
    hint: 'A feed is RSS, RDF with the channel of an RSS feed, Atom, or JSON that names the version of JSON Feed.',
  });
}

/** What is to be said of the feed once stands with its first release. */
function withFeedNotes(release: SourceRelease, { technical, mended }: FeedFacts): SourceRelease {
  const note = `Of the feed itself nothing was taken along: ${technical.join(', ').slice(0, 300)}.`;
  return {
    ...release,
    changed: [...mended, ...(release.changed ?? [])],
    notes: technical.length === 0 ? release.notes : [...release.notes, note],
  };
}

/** A feed that goes on elsewhere is not all there is. */
function nextPage({ next }: FeedFacts): UnreadPart[] {
  if (next === undefined) return [];
  const message = `The feed goes on at «${next.slice(0, 300)}», which was not read: press opens no connection. Save that page, and import it as well.`;
  return [{ part: undefined, message }];
}
