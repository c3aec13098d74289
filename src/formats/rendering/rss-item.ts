import type { Edition } from '../../model/edition.ts';
import { effectiveUpdate } from '../../model/effective-update.ts';
import { instantOf, type ClearedRelease } from '../../model/embargo.ts';
import { identityOf } from '../../model/identity.ts';
import { addressOf, resolveFile, type LinkBase } from '../../model/links.ts';
import type { Release } from '../../model/release.ts';
import type { Facet } from '../../model/taxonomy.ts';
import { formatRfc3339, formatRfc822 } from '../../text/dates.ts';
import { canonicalLanguage } from '../../text/language-tag.ts';
import { element, type XmlElement } from '../../text/xml.ts';
import { feedText } from './feed-text.ts';
import { labellerOf, type Labeller } from './labels.ts';
import { plainLine } from './plain-text.ts';

/** A function that turns each release of the edition into its `item`. */
export function rssItemMaker(edition: Edition, baseUrl: string): (release: ClearedRelease) => XmlElement {
  const labelsOf = labellerOf(edition);
  const facets = [...edition.taxonomy.facets.values()];
  return (release) => {
    const base = { baseUrl, address: addressOf(release, baseUrl) };
    const language = canonicalLanguage(release.lang);
    const content = feedText(release, { ...base, content: edition.content });
    return element(
      'item',
      {},
      element('title', {}, plainLine(release.title)),
      element('link', {}, base.address),
      // Without the attribute a reader takes the identity for an address.
      element('guid', { isPermaLink: 'false' }, identityOf(release.id, edition.settings.publisher)),
      ...dates(release, edition.settings.timezone),
      ...facets.flatMap((facet) => termElements(release, facet, { labelsOf, baseUrl })),
      element('category', { domain: new URL('types', baseUrl).href }, plainLine(release.type)),
      language === undefined ? undefined : element('dc:language', {}, language),
      // Some readers keep the last of the two that they meet, so the whole text comes after its summary.
      content.summary === undefined ? undefined : element('description', {}, content.summary),
      content.html === undefined ? undefined : element('content:encoded', {}, content.html),
      enclosure(release, base),
    );
  };
}

/** `pubDate`, and what Dublin Core calls modified when the release was changed after it. `dc:date` would say the first twice. */
function dates(release: Release, timezone: string): XmlElement[] {
  const elements: XmlElement[] = [];
  if (release.date !== undefined) {
    const issued = instantOf(release.date, timezone);
    elements.push(element('pubDate', {}, formatRfc822(issued.epochMilliseconds, issued.offsetMinutes)));
  }
  const isChanged = release.updated !== undefined || release.corrections.length > 0;
  const updated = isChanged ? effectiveUpdate(release, timezone) : undefined;
  if (updated !== undefined) {
    elements.push(element('dcterms:modified', {}, formatRfc3339(updated.epochMilliseconds, updated.offsetMinutes)));
  }
  return elements;
}

function termElements(
  release: Release,
  facet: Facet,
  { labelsOf, baseUrl }: { readonly labelsOf: Labeller; readonly baseUrl: string },
): XmlElement[] {
  const labels = labelsOf(release, facet.property).map(({ label }) => plainLine(label));
  if (facet.judged === 'author') return labels.map((label) => element('dc:creator', {}, label));
  const domain = new URL(facet.property, baseUrl).href;
  return labels.map((label) => element('category', { domain }, label));
}

/** The first attachment whose size is known and that can be fetched. */
function enclosure(release: Release, base: LinkBase): XmlElement | undefined {
  for (const { href, size, mediaType } of release.attachments) {
    const url = size === undefined ? undefined : resolveFile(href, base);
    if (url !== undefined)
      return element('enclosure', { url, length: size, type: mediaType ?? 'application/octet-stream' });
  }
  return undefined;
}
