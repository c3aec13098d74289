/**
 * RSS 2.0 with the modules that readers know: Atom for the feed's own address, Dublin Core for who and when, content for HTML.
 *
 * `author` would have to be an e-mail address and `source` another feed, so the source of a release is its `dc:creator`.
 */
import type { Edition } from '../model/edition.ts';
import type { ExportFormat } from '../model/export-format.ts';
import { requiredBaseUrl, resolveFile } from '../model/links.ts';
import { formatRfc822 } from '../text/dates.ts';
import { closeTag, element, openTag, serialise, XML_DECLARATION, type XmlElement } from '../text/xml.ts';
import { uniformLanguage } from './rendering/languages.ts';
import { plainLine } from './rendering/plain-text.ts';
import { rssItemMaker } from './rendering/rss-item.ts';

const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
};

export const rss: ExportFormat = {
  id: 'rss',
  summary: 'RSS 2.0 for feed readers',
  mediaType: 'application/rss+xml',
  extension: 'rss',
  marksUnpublished: false,
  needsBaseUrl: true,
  hasTombstones: false,
  content: 'full',
  leavesOut: ['place', 'status', 'embargo', 'contacts', 'related'],
  *write(edition) {
    const baseUrl = requiredBaseUrl(edition.settings, 'rss');
    yield XML_DECLARATION + openTag('rss', namespaces) + openTag('channel', {}, 1);
    for (const part of channelParts(edition, baseUrl)) yield serialise(part, 2);
    const itemOf = rssItemMaker(edition, baseUrl);
    for (const release of edition.releases) yield serialise(itemOf(release), 2);
    yield closeTag('channel', 1) + closeTag('rss');
  },
};

function* channelParts(edition: Edition, baseUrl: string): Generator<XmlElement> {
  const publisher = edition.settings.publisher.name;
  yield element('title', {}, plainLine(edition.title ?? publisher));
  yield element('link', {}, baseUrl);
  yield element(
    'description',
    {},
    plainLine(edition.title === undefined ? publisher : `${edition.title} – ${publisher}`),
  );
  const language = uniformLanguage(edition.facts);
  if (language !== undefined) yield element('language', {}, language);
  const updated = edition.facts.newestUpdate;
  if (updated !== undefined) {
    yield element('lastBuildDate', {}, formatRfc822(updated.epochMilliseconds, updated.offsetMinutes));
  }
  yield element('generator', {}, 'press');
  yield element('docs', {}, 'https://www.rssboard.org/rss-specification');
  if (edition.selfUrl !== undefined) {
    const href = resolveFile(edition.selfUrl, { baseUrl, address: baseUrl });
    if (href !== undefined) yield element('atom:link', { href, rel: 'self', type: 'application/rss+xml' });
  }
}
