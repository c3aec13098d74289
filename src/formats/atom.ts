/** Atom 1.0 (RFC 4287), with notices of withdrawals as RFC 6721 writes them. */
import type { Edition } from '../model/edition.ts';
import type { ZonedMoment } from '../model/effective-update.ts';
import type { ExportFormat } from '../model/export-format.ts';
import { feedIdentityOf } from '../model/identity.ts';
import { requiredBaseUrl } from '../model/links.ts';
import { canonicalLanguage } from '../text/language-tag.ts';
import { closeTag, element, openTag, serialise, XML_DECLARATION, type XmlElement } from '../text/xml.ts';
import { atomEntryMaker, deletedEntry } from './rendering/feeds/atom-entry.ts';
import { atomFile } from './rendering/feeds/feed-files.ts';
import { feedHeading, type FeedHeading } from './rendering/feeds/feed-heading.ts';
import { rfc3339 } from './rendering/written-moments.ts';

const namespace = 'http://www.w3.org/2005/Atom';
const tombstones = 'http://purl.org/atompub/tombstones/1.0';

const epoch: ZonedMoment = { epochMilliseconds: 0, offsetMinutes: 0 };

export const atom: ExportFormat = {
  ...atomFile,
  summary: 'Atom 1.0 for feed readers',
  marksUnpublished: false,
  needsBaseUrl: true,
  hasIdentity: true,
  hasTombstones: true,
  content: 'full',
  leavesOut: ['place', 'status', 'embargo', 'contacts', 'related'],
  *write(edition) {
    const baseUrl = requiredBaseUrl(edition.settings, 'atom');
    const heading = feedHeading(edition, baseUrl);
    yield XML_DECLARATION + openTag('feed', rootAttributes(edition, heading));
    // Checkers want all that is said of the feed before the first entry.
    for (const part of feedParts(edition, heading)) yield serialise(part, 1);
    for (const tombstone of edition.tombstones) yield serialise(deletedEntry(tombstone, edition), 1);
    const entryOf = atomEntryMaker(edition, baseUrl);
    for (const release of edition.releases) yield serialise(entryOf(release), 1);
    yield closeTag('feed');
  },
};

function rootAttributes(edition: Edition, { language }: FeedHeading): Record<string, string | undefined> {
  return {
    xmlns: namespace,
    // Checkers remark on a namespace that they do not know, so it is only there where it is needed.
    'xmlns:at': edition.tombstones.length === 0 ? undefined : tombstones,
    'xml:lang': language ?? canonicalLanguage(edition.lang),
  };
}

function* feedParts(edition: Edition, heading: FeedHeading): Generator<XmlElement> {
  const { title, description, publisher, publisherUrl, home, self, hub } = heading;
  yield element('id', {}, feedIdentityOf(edition, edition.settings.publisher));
  yield element('title', {}, title);
  if (description !== title) yield element('subtitle', {}, description);
  // An empty feed may not be without a date, and its own would be the clock's.
  yield element('updated', {}, rfc3339(heading.updated ?? edition.newestPublicUpdate ?? epoch));
  // Always, because an entry whose release names nobody would have no author at all.
  yield element(
    'author',
    {},
    element('name', {}, publisher),
    publisherUrl === undefined ? undefined : element('uri', {}, publisherUrl),
  );
  yield element('generator', {}, 'press');
  if (self !== undefined) yield element('link', { rel: 'self', type: atomFile.mediaType, href: self });
  yield element('link', { rel: 'alternate', type: 'text/html', href: home });
  if (hub !== undefined) yield element('link', { rel: 'hub', href: hub });
}
