import type { Edition, Tombstone } from '../../../model/edition.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import { identityOf } from '../../../model/identity.ts';
import type { LinkBase } from '../../../model/links.ts';
import type { Release } from '../../../model/release.ts';
import { canonicalLanguage } from '../../../text/language-tag.ts';
import { element, type XmlElement } from '../../../text/xml.ts';
import { filesOf, pageOf } from '../release-links.ts';
import { modified, published, rfc3339, rfc822 } from '../written-moments.ts';
import { feedTermsOf, type FeedTerms } from './feed-terms.ts';
import { feedText, feedTitle } from './feed-text.ts';
import { plainLine } from '../plain-text.ts';
import { releasesAndWithdrawals, withdrawnHeading } from './withdrawals.ts';

/** Every `item` of the channel that an edition becomes, one by one: its releases and its notices of withdrawals. */
export function* rssItems(edition: Edition, baseUrl: string): Generator<XmlElement> {
  const itemOf = rssItemMaker(edition, baseUrl);
  for (const part of releasesAndWithdrawals(edition))
    yield part.release === undefined ? noticeOf(part.withdrawal, edition) : itemOf(part.release);
}

function rssItemMaker(edition: Edition, baseUrl: string): (release: ClearedRelease) => XmlElement {
  const termsOf = feedTermsOf(edition, baseUrl);
  const { publisher, timezone } = edition.settings;
  return (release) => {
    const base = { baseUrl, address: pageOf(release, baseUrl) };
    const content = feedText(release, { ...base, content: edition.content });
    return element(
      'item',
      {},
      element('title', {}, feedTitle(release)),
      element('link', {}, base.address),
      guid(release.id, publisher),
      ...dates(release, timezone),
      ...describing(release, termsOf(release)),
      // Some readers keep the last of the two that they meet, so the whole text comes after its summary.
      optional('description', content.summary),
      optional('content:encoded', content.html),
      enclosure(release, base),
    );
  };
}

/** Under the identity of what was withdrawn, so that readers put it in its place. There is no page to link to. */
function noticeOf({ id, date, reason }: Tombstone, { lang, settings }: Edition): XmlElement {
  return element(
    'item',
    {},
    element('title', {}, withdrawnHeading(lang)),
    guid(id, settings.publisher),
    element('pubDate', {}, rfc822(date)),
    optional('description', plainLine(reason)),
  );
}

// Without the attribute a reader takes the identity for an address.
function guid(id: string, publisher: Edition['settings']['publisher']): XmlElement {
  return element('guid', { isPermaLink: 'false' }, identityOf(id, publisher));
}

function optional(name: string, text: string | undefined): XmlElement | undefined {
  return text === undefined || text === '' ? undefined : element(name, {}, text);
}

/** `pubDate`, and what Dublin Core calls modified when the release was changed after it. `dc:date` would say the first twice. */
function dates(release: Release, timezone: string): (XmlElement | undefined)[] {
  const issued = published(release, timezone);
  const changed = modified(release, timezone);
  return [optional('pubDate', issued && rfc822(issued)), optional('dcterms:modified', changed && rfc3339(changed))];
}

/** Terms, kind and language of a release. */
function describing(release: Release, { authors, subjects, type }: FeedTerms): (XmlElement | undefined)[] {
  return [
    ...[...subjects, type].map((each) => each && element('category', { domain: each.scheme }, each.label)),
    ...authors.map(({ name }) => element('dc:creator', {}, name)),
    optional('dc:language', canonicalLanguage(release.lang)),
  ];
}

/** The first attachment whose size is known and that can be fetched; RSS has room for one. */
function enclosure(release: Release, base: LinkBase): XmlElement | undefined {
  const file = filesOf(release, base).find(({ size }) => size !== undefined);
  if (file === undefined) return undefined;
  const { address: url, size: length, mediaType: type = 'application/octet-stream' } = file;
  return element('enclosure', { url, length, type });
}
