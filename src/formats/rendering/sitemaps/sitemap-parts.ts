/** A sitemap in as many files as it needs, and the index that names them. */
import type { Edition } from '../../../model/edition.ts';
import type { OutputFile } from '../../../model/export-format.ts';
import { requiredBaseUrl, resolveFile } from '../../../model/links.ts';
import { closeTag, element, openTag, serialise, XML_DECLARATION } from '../../../text/xml.ts';
import { laterDate, lastChange, type ReleaseDate } from '../../../model/effective-update.ts';
import { w3cDate } from './w3c-date.ts';
import { SITEMAP_NAMESPACE, sitemapAddress, sitemapEntry } from './sitemap-entry.ts';
import { strictAddress } from '../../../text/strict-address.ts';

/** What one file may hold (sitemaps.org). */
export const sitemapLimits = { addresses: 50_000, bytes: 52_428_800 };

export const SITEMAP_HEAD = XML_DECLARATION + openTag('urlset', { xmlns: SITEMAP_NAMESPACE });
export const SITEMAP_FOOT = closeTag('urlset');

const ENDING = 'sitemap.xml';
// The frame is of ASCII characters alone, and so is an entry: its address is percent-encoded.
const FRAME_BYTES = SITEMAP_HEAD.length + SITEMAP_FOOT.length;

export interface Entry {
  readonly text: string;
  readonly lastmod: ReleaseDate | undefined;
}

/** The entries of all releases as they come; their text is as many bytes as characters. */
export function* sitemapEntries(edition: Edition): Generator<Entry> {
  const baseUrl = requiredBaseUrl(edition.settings, 'sitemap');
  for (const release of edition.releases) {
    const lastmod = lastChange(release, edition.settings.timezone);
    yield { text: serialise(sitemapEntry(sitemapAddress(release, baseUrl), lastmod), 1), lastmod };
  }
}

/**
 * `STEM.sitemap.xml` when everything fits into it; else `STEM.sitemap-1.xml` and so on, and then `STEM.sitemap.xml` as their
 * index. No file at all for no releases. One part is held at a time. `limits` are the standard's.
 */
export function* sitemapFiles(edition: Edition, stem: string, limits = sitemapLimits): Generator<OutputFile> {
  const parts: Part[] = [];
  let part = emptyPart();
  for (const entry of sitemapEntries(edition)) {
    if (part.texts.length === limits.addresses || part.bytes + entry.text.length > limits.bytes) {
      yield fileOf(part, partName(stem, parts.length + 1));
      parts.push({ ...part, texts: [] });
      part = emptyPart();
    }
    addTo(part, entry, edition.settings.timezone);
  }
  if (part.texts.length === 0) return;
  if (parts.length === 0) return yield fileOf(part, `${stem}.${ENDING}`);
  yield fileOf(part, partName(stem, parts.length + 1));
  parts.push({ ...part, texts: [] });
  yield { name: `${stem}.${ENDING}`, count: edition.releases.length, chunks: [indexText(edition, stem, parts)] };
}

interface Part {
  readonly texts: string[];
  bytes: number;
  lastmod: ReleaseDate | undefined;
}

function emptyPart(): Part {
  return { texts: [], bytes: FRAME_BYTES, lastmod: undefined };
}

function addTo(part: Part, { text, lastmod }: Entry, timezone: string): void {
  part.texts.push(text);
  part.bytes += text.length;
  if (lastmod !== undefined) part.lastmod = laterDate(part.lastmod, lastmod, timezone);
}

function fileOf({ texts }: Part, name: string): OutputFile {
  return { name, count: texts.length, chunks: [SITEMAP_HEAD, ...texts, SITEMAP_FOOT] };
}

/** No saved feed can have a file of that name: the number stands in the ending. */
function partName(stem: string, part: number): string {
  return `${stem}.sitemap-${part}.xml`;
}

/** The index. Its parts stand beside it: where the edition's own address is, else at the root of the site. */
function indexText(edition: Edition, stem: string, parts: readonly Part[]): string {
  const baseUrl = requiredBaseUrl(edition.settings, 'sitemap');
  const own = edition.selfUrl === undefined ? undefined : resolveFile(edition.selfUrl, { baseUrl, address: baseUrl });
  const entries = parts.map(({ lastmod }, at) => {
    const loc = element('loc', {}, strictAddress(new URL(partName(stem, at + 1), own ?? baseUrl).href));
    return element('sitemap', {}, loc, lastmod === undefined ? undefined : element('lastmod', {}, w3cDate(lastmod)));
  });
  return XML_DECLARATION + serialise(element('sitemapindex', { xmlns: SITEMAP_NAMESPACE }, ...entries));
}
