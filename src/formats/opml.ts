/** OPML 2.0: the saved feeds as one file that feed readers subscribe to at once. It reads no release. */
import type { Edition } from '../model/edition.ts';
import type { ExportFormat } from '../model/export-format.ts';
import { feedAddress } from '../model/feed-address.ts';
import type { SavedFeed } from '../model/settings.ts';
import { canonicalLanguage } from '../text/language-tag.ts';
import { closeTag, element, openTag, serialise, XML_DECLARATION, type XmlElement } from '../text/xml.ts';
import { atomFile, rssFile } from './rendering/feeds/feed-files.ts';
import { plainName } from './rendering/plain-text.ts';
import { strictAddress } from '../text/strict-address.ts';

/** What readers of OPML take; `version` says which, and knows no Atom. */
const subscribable = [
  { file: rssFile, name: 'RSS', version: 'RSS' },
  { file: atomFile, name: 'Atom', version: undefined },
] as const;

export const opml: ExportFormat = {
  id: 'opml',
  summary: 'OPML 2.0 list of the saved feeds, to subscribe to',
  mediaType: 'text/x-opml',
  extension: 'opml',
  marksUnpublished: false,
  needsBaseUrl: false,
  hasTombstones: false,
  content: 'none',
  leavesOut: [],
  refuses: (edition) =>
    outlines(edition).next().done === true
      ? 'No feed of press.yaml has an address for readers to subscribe to: give one in the format rss or atom a «url».'
      : undefined,
  *write(edition) {
    const { publisher } = edition.settings;
    yield XML_DECLARATION + openTag('opml', { version: '2.0' });
    const name = plainName(publisher.name);
    yield serialise(
      element(
        'head',
        {},
        element('title', {}, plainName(edition.title ?? '') || name),
        element('ownerName', {}, name),
        publisher.url === undefined ? undefined : element('ownerId', {}, addressed(publisher.url)),
      ),
      1,
    );
    yield openTag('body', {}, 1);
    for (const outline of outlines(edition)) yield serialise(outline, 2);
    yield closeTag('body', 1) + closeTag('opml');
  },
};

function* outlines({ settings }: Edition): Generator<XmlElement> {
  const htmlUrl = settings.baseUrl === undefined ? undefined : addressed(settings.baseUrl);
  for (const feed of settings.feeds) {
    const files = subscribable.flatMap(({ file, name, version }) => {
      const address = feedAddress(feed, file);
      return address === undefined ? [] : [{ xmlUrl: strictAddress(address), name, version }];
    });
    for (const { xmlUrl, name, version } of files)
      yield element('outline', {
        text: files.length > 1 ? `${titleOf(feed)} (${name})` : titleOf(feed),
        type: 'rss',
        title: titleOf(feed),
        xmlUrl,
        htmlUrl,
        language: feed.lang === undefined ? undefined : canonicalLanguage(feed.lang),
        version,
      });
  }
}

function titleOf({ id, title }: SavedFeed): string {
  return plainName(title) || id;
}

function addressed(url: string): string | undefined {
  return URL.canParse(url) ? strictAddress(new URL(url).href) : undefined;
}
