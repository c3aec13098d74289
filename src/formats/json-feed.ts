/** JSON Feed 1.1, with what it has no key for under `_press`. */
import type { Edition } from '../model/edition.ts';
import type { ExportFormat, OutputFile } from '../model/export-format.ts';
import { identityOf } from '../model/identity.ts';
import { requiredBaseUrl } from '../model/links.ts';
import { withoutControls } from '../text/control-characters.ts';
import { jsonFeedFile } from './rendering/feeds/feed-files.ts';
import { feedHeading, type FeedHeading } from './rendering/feeds/feed-heading.ts';
import { rfc3339 } from './rendering/written-moments.ts';
import { filled, jsonFeedItemMaker, stated } from './rendering/feeds/json-feed-item.ts';
import { byteLength, pagesOf } from './rendering/feeds/json-feed-pages.ts';
import { jsonObject } from './rendering/json-text.ts';

const LONGEST_PAGE = 250_000;
const LEAST_ROOM = LONGEST_PAGE / 2;

export const jsonFeed: ExportFormat = {
  ...jsonFeedFile,
  summary: 'JSON Feed 1.1 for feed readers and programs',
  marksUnpublished: false,
  needsBaseUrl: true,
  hasIdentity: true,
  hasTombstones: true,
  content: 'full',
  leavesOut: ['status', 'embargo', 'related'],
  *write(edition) {
    const heading = feedHeading(edition, requiredBaseUrl(edition.settings, 'json-feed'));
    yield* document(opening(edition, heading), itemsOf(edition, heading));
  },
  folder: { unit: 'part', files: pageFiles },
};

/** `<stem>.feed.json`, `<stem>.feed-2.json`, …: each names the address of the next, which only a feed that knows its own can do. */
function* pageFiles(edition: Edition, stem: string): Generator<OutputFile> {
  const heading = feedHeading(edition, requiredBaseUrl(edition.settings, 'json-feed'));
  const { self } = heading;
  const nameOf = (page: number): string => `${stem}.feed${page === 1 ? '' : `-${page}`}.json`;
  if (self === undefined) {
    yield { name: nameOf(1), count: edition.releases.length, chunks: jsonFeed.write(edition) };
    return;
  }
  const addressOfPage = (page: number): string => new URL(nameOf(page), self).href;
  const longest = opening(edition, heading, addressOfPage(edition.releases.length));
  const room = Math.max(LONGEST_PAGE - byteLength(longest) - byteLength(CLOSING), LEAST_ROOM);
  for (const { number, items, isLast } of pagesOf(itemsOf(edition, heading), room)) {
    const start = opening(edition, heading, isLast ? undefined : addressOfPage(number + 1));
    yield { name: nameOf(number), count: items.length, chunks: document(start, items) };
  }
}

function* itemsOf(edition: Edition, { home }: FeedHeading): Generator<string> {
  const itemOf = jsonFeedItemMaker(edition, home);
  for (const release of edition.releases) yield itemOf(release);
}

const CLOSING = '\n]}\n';

function* document(start: string, items: Iterable<string>): Generator<string> {
  yield start;
  let before = '\n';
  for (const item of items) {
    yield before + item;
    before = ',\n';
  }
  yield CLOSING;
}

/** Everything up to the first item. All pages of a feed say the same of it, but for the address of the next. */
function opening(edition: Edition, heading: FeedHeading, next?: string): string {
  const { title, description, publisher, publisherUrl, home, self, hub, language } = heading;
  const head = jsonObject(
    stated({
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: home,
      feed_url: self,
      description: description === title ? undefined : description,
      next_url: next,
      language,
      authors: [{ name: publisher, url: publisherUrl }],
      hubs: hub === undefined ? undefined : [{ type: 'WebSub', url: hub }],
      _press: extension(edition, home),
    }),
  );
  return `${head.slice(0, -1)},"items":[`;
}

/** `about` is for people: a place on the newsroom's own front page, because no other address is sure to be there. */
function extension({ tombstones, settings }: Edition, home: string): object {
  return {
    about: new URL('#json-feed', home).href,
    withdrawn: filled(
      tombstones.map(({ id, date, reason }) => ({
        id: identityOf(id, settings.publisher),
        date: rfc3339(date),
        reason: withoutControls(reason) || undefined,
      })),
    ),
  };
}
