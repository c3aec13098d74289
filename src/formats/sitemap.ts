/**
 * A sitemap for search engines (sitemaps.org, protocol 0.9): the address of each release and when it last changed.
 *
 * Versions in other languages are not named here: the protocol's own schema has no room for them, pages and feeds name them.
 */
import type { ExportFormat } from '../model/export-format.ts';
import { PressError } from '../model/press-error.ts';
import { leftOutOfSitemaps } from './rendering/sitemaps/sitemap-entry.ts';
import {
  SITEMAP_FOOT,
  SITEMAP_HEAD,
  sitemapEntries,
  sitemapFiles,
  sitemapLimits,
} from './rendering/sitemaps/sitemap-parts.ts';

export const sitemap: ExportFormat = {
  id: 'sitemap',
  summary: 'Addresses and last changes for search engines',
  mediaType: 'application/xml',
  extension: 'sitemap.xml',
  marksUnpublished: false,
  needsBaseUrl: true,
  hasTombstones: false,
  content: 'none',
  leavesOut: ['title', 'lang', ...leftOutOfSitemaps],
  refuses({ releases: { length } }) {
    return length > 0
      ? undefined
      : 'There is no address to list, and a sitemap without any is not allowed: none is written.';
  },
  *write(edition) {
    const { length } = edition.releases;
    if (length > sitemapLimits.addresses) throw needsParts(`${length} addresses`);
    let bytes = SITEMAP_HEAD.length + SITEMAP_FOOT.length;
    yield SITEMAP_HEAD;
    for (const { text } of sitemapEntries(edition)) {
      bytes += text.length;
      if (bytes > sitemapLimits.bytes) throw needsParts('More than 50 MiB of addresses');
      yield text;
    }
    yield SITEMAP_FOOT;
  },
  folder: { unit: 'part', files: (edition, stem) => sitemapFiles(edition, stem) },
};

// Not `refuses`: there is such a sitemap, only not in one file, and the one of an earlier run is still of use.
function needsParts(what: string): PressError {
  return new PressError('usage', `${what} need several files.`, {
    hint: 'Name a folder: press export -f sitemap -o DIR/.',
  });
}
