/** A sitemap of the last two days for news search (sitemap-news 0.9): what readers of that format still use, and no more. */
import type { Edition } from '../model/edition.ts';
import { instantOf, type ClearedRelease } from '../model/embargo.ts';
import type { ExportFormat } from '../model/export-format.ts';
import { requiredBaseUrl } from '../model/links.ts';
import { MILLISECONDS_PER_DAY } from '../text/civil-calendar.ts';
import { closeTag, element, openTag, serialise, XML_DECLARATION, type XmlElement } from '../text/xml.ts';
import { lastChange, type ReleaseDate } from '../model/effective-update.ts';
import { w3cDate } from './rendering/sitemaps/w3c-date.ts';
import { newest } from './rendering/sitemaps/newest.ts';
import { newsLanguage } from './rendering/sitemaps/news-language.ts';
import { plainName } from './rendering/plain-text.ts';
import {
  leftOutOfSitemaps,
  SITEMAP_NAMESPACE,
  sitemapAddress,
  sitemapEntry,
} from './rendering/sitemaps/sitemap-entry.ts';

const NEWS_NAMESPACE = 'http://www.google.com/schemas/sitemap-news/0.9';
const MOST_ENTRIES = 1_000;
const NEWS_DAYS = 2;

export const newsSitemap: ExportFormat = {
  id: 'news-sitemap',
  summary: 'Releases of the last two days for news search',
  mediaType: 'application/xml',
  extension: 'news-sitemap.xml',
  marksUnpublished: false,
  needsBaseUrl: true,
  hasTombstones: false,
  content: 'none',
  leavesOut: leftOutOfSitemaps,
  refuses(edition) {
    for (const _ of recent(edition)) return undefined;
    return 'No release is of the last two days, and a news sitemap without any is not allowed: none is written.';
  },
  countIn(edition) {
    let count = 0;
    for (const _ of recent(edition)) count += 1;
    return Math.min(count, MOST_ENTRIES);
  },
  *write(edition) {
    yield XML_DECLARATION + openTag('urlset', { xmlns: SITEMAP_NAMESPACE, 'xmlns:news': NEWS_NAMESPACE });
    for (const { entry } of newest(entriesOf(edition), MOST_ENTRIES)) yield serialise(entry, 1);
    yield closeTag('urlset');
  },
};

interface Recent {
  readonly release: ClearedRelease;
  readonly date: ReleaseDate;
  /** Milliseconds since 1970 of its date. */
  readonly at: number;
}

/** Releases whose date is of the last two days. Whatever changed no later than that cannot be among them. */
function* recent({ releases, facts, settings, now }: Edition): Generator<Recent> {
  const since = now - NEWS_DAYS * MILLISECONDS_PER_DAY;
  if (facts.newestUpdate === undefined || facts.newestUpdate.epochMilliseconds < since) return;
  for (const release of releases) {
    const { date } = release;
    const at = date === undefined ? -Infinity : instantOf(date, settings.timezone).epochMilliseconds;
    if (date !== undefined && at >= since) yield { release, date, at };
  }
}

function* entriesOf(edition: Edition): Generator<{ readonly entry: XmlElement; readonly at: number }> {
  const { settings } = edition;
  const baseUrl = requiredBaseUrl(settings, 'news-sitemap');
  for (const { release, date, at } of recent(edition)) {
    // Not one of its elements may be empty.
    const publication = element(
      'news:publication',
      {},
      element('news:name', {}, plainName(settings.publisher.name) || 'Press office'),
      element('news:language', {}, newsLanguage(release.lang)),
    );
    const news = element(
      'news:news',
      {},
      publication,
      element('news:publication_date', {}, w3cDate(date)),
      element('news:title', {}, plainName(release.title) || release.id),
    );
    const address = sitemapAddress(release, baseUrl);
    yield { at, entry: sitemapEntry(address, lastChange(release, settings.timezone), news) };
  }
}
