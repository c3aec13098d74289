import type { Edition, Tombstone } from '../../../model/edition.ts';
import { effectiveUpdate } from '../../../model/effective-update.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import { identityOf } from '../../../model/identity.ts';
import type { LinkBase } from '../../../model/links.ts';
import type { Release } from '../../../model/release.ts';
import { canonicalLanguage } from '../../../text/language-tag.ts';
import { element, type XmlElement } from '../../../text/xml.ts';
import { filesOf, pageOf, translationsOf } from '../release-links.ts';
import { published, rfc3339 } from '../written-moments.ts';
import { feedTermsOf, type FeedTerms } from './feed-terms.ts';
import { feedText, feedTitle, type FeedText } from './feed-text.ts';
import { plainLine } from '../plain-text.ts';

/** A function that turns each release of the edition into its `entry`. */
export function atomEntryMaker(edition: Edition, baseUrl: string): (release: ClearedRelease) => XmlElement {
  const termsOf = feedTermsOf(edition, baseUrl);
  const { publisher } = edition.settings;
  return (release) => {
    const base = { baseUrl, address: pageOf(release, baseUrl) };
    const terms = termsOf(release);
    return element(
      'entry',
      { 'xml:lang': canonicalLanguage(release.lang) },
      element('id', {}, identityOf(release.id, publisher)),
      element('title', {}, feedTitle(release)),
      ...dates(release, edition.settings.timezone),
      ...terms.authors.map(({ name, address }) =>
        element('author', {}, element('name', {}, name), element('uri', {}, address)),
      ),
      ...categories(terms),
      ...pages(release, base, edition),
      ...enclosures(release, base),
      ...texts(feedText(release, { ...base, content: edition.content })),
    );
  };
}

/** That a release was withdrawn (RFC 6721). */
export function deletedEntry({ id, date, reason }: Tombstone, { settings }: Edition): XmlElement {
  const comment = plainLine(reason);
  return element(
    'at:deleted-entry',
    { ref: identityOf(id, settings.publisher), when: rfc3339(date) },
    comment === '' ? undefined : element('at:comment', {}, comment),
  );
}

/** `updated` is asked for in every entry: a release that was never changed has the moment when it came out. */
function dates(release: Release, timezone: string): XmlElement[] {
  const issued = published(release, timezone);
  const updated = effectiveUpdate(release, timezone);
  return [
    ...(issued === undefined ? [] : [element('published', {}, rfc3339(issued))]),
    ...(updated === undefined ? [] : [element('updated', {}, rfc3339(updated))]),
  ];
}

function categories({ subjects, type }: FeedTerms): (XmlElement | undefined)[] {
  return [...subjects, type].map(
    (each) => each && element('category', { term: each.id, scheme: each.scheme, label: each.label }),
  );
}

/**
 * The page of the release and those of its other languages: no two of one type and language (RFC 4287 §4.1.2).
 *
 * Some readers take the first `alternate` for the release's own page, some the last that is exactly `text/html`. Both are right
 * when the type of the others says a little more.
 */
function pages(release: Release, base: LinkBase, { known }: Edition): XmlElement[] {
  const page = (type: string, hreflang: string | undefined, href: string): XmlElement =>
    element('link', { rel: 'alternate', type, hreflang, href });
  return [
    page('text/html', canonicalLanguage(release.lang), base.address),
    ...translationsOf(release, known, base.baseUrl).map(({ language, address }) =>
      page('text/html; charset=utf-8', language, address),
    ),
  ];
}

function enclosures(release: Release, base: LinkBase): XmlElement[] {
  return filesOf(release, base).map(({ address: href, mediaType: type, size: length, title }) =>
    element('link', { rel: 'enclosure', type, length, title, href }),
  );
}

function texts({ summary, html }: FeedText): XmlElement[] {
  return [
    ...(summary === undefined ? [] : [element('summary', { type: 'text' }, summary)]),
    ...(html === undefined ? [] : [element('content', { type: 'html' }, html)]),
  ];
}
