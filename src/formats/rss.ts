/**
 * RSS 2.0 with the modules that readers know: Atom for the feed's own address, Dublin Core for who and when, content for HTML.
 *
 * `author` would have to be an e-mail address and `source` another feed, so the source of a release is its `dc:creator`. Other
 * languages of a release are not named: readers would take their addresses for that of the item.
 */
import type { Edition } from '../model/edition.ts';
import type { ExportFormat } from '../model/export-format.ts';
import { requiredBaseUrl } from '../model/links.ts';
import { closeTag, element, openTag, serialise, XML_DECLARATION, type XmlElement } from '../text/xml.ts';
import { rssFile } from './rendering/feeds/feed-files.ts';
import { feedHeading } from './rendering/feeds/feed-heading.ts';
import { rfc822 } from './rendering/written-moments.ts';
import { rssItems } from './rendering/feeds/rss-item.ts';

const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
};

export const rss: ExportFormat = {
  ...rssFile,
  summary: 'RSS 2.0 for feed readers',
  marksUnpublished: false,
  needsBaseUrl: true,
  hasIdentity: true,
  hasTombstones: true,
  content: 'full',
  leavesOut: ['place', 'status', 'embargo', 'contacts', 'related', 'translationOf'],
  *write(edition) {
    const baseUrl = requiredBaseUrl(edition.settings, 'rss');
    yield XML_DECLARATION + openTag('rss', namespaces) + openTag('channel', {}, 1);
    for (const part of channelParts(edition, baseUrl)) yield serialise(part, 2);
    for (const item of rssItems(edition, baseUrl)) yield serialise(item, 2);
    yield closeTag('channel', 1) + closeTag('rss');
  },
};

function* channelParts(edition: Edition, baseUrl: string): Generator<XmlElement> {
  const { title, description, home, self, hub, language, updated } = feedHeading(edition, baseUrl);
  yield element('title', {}, title);
  yield element('link', {}, home);
  yield element('description', {}, description);
  if (language !== undefined) yield element('language', {}, language);
  if (updated !== undefined) yield element('lastBuildDate', {}, rfc822(updated));
  yield element('generator', {}, 'press');
  yield element('docs', {}, 'https://www.rssboard.org/rss-specification');
  if (self !== undefined) yield element('atom:link', { href: self, rel: 'self', type: rssFile.mediaType });
  if (hub !== undefined) yield element('atom:link', { href: hub, rel: 'hub' });
}
