/** A release as an object of ninjs 3.1, whose schema knows no other keys than its own. */
import type { Edition, Tombstone } from '../../../model/edition.ts';
import { effectiveUpdate } from '../../../model/effective-update.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import { identityOf } from '../../../model/identity.ts';
import type { LinkBase } from '../../../model/links.ts';
import type { Release } from '../../../model/release.ts';
import type { Settings } from '../../../model/settings.ts';
import { canonicalLanguage } from '../../../text/language-tag.ts';
import { ownLanguageName } from '../../../text/own-language-names.ts';
import { contentShown, embargoedUntil, publishingStatus, summaryOf, versionNumber } from './agency-release.ts';
import { agencyTermsOf, type AgencyTerm, type AgencyTerms } from './agency-terms.ts';
import { correctionLines } from '../markdown/corrections-notice.ts';
import { filesOf, pageOf, translationsOf } from '../release-links.ts';
import { published, rfc3339 } from '../written-moments.ts';
import { genreName } from './genre-name.ts';
import { linkBaseOf, nowhere } from '../markdown/link-bases.ts';
import { parseMarkdown, type ParsedText } from '../markdown/markdown.ts';
import { contactInfoOf } from './ninjs-contacts.ts';
import { plainLine, plainName } from '../plain-text.ts';
import { characterCountOf, wordCountOf } from './text-counts.ts';

/** Keys and values in the order in which they are written; those without a value are left out. */
export type NinjsEntries = readonly (readonly [key: string, value: unknown])[];

const standard = { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' };

/** A function that turns each release of the edition into the entries of its object. */
export function ninjsMaker(edition: Edition): (release: ClearedRelease) => NinjsEntries {
  const termsOf = agencyTermsOf(edition);
  return (release) => {
    const terms = termsOf(release);
    const base = linkBaseOf(release, edition.settings);
    return withValues([
      ...identifying(release, edition),
      ...managing(release, edition.settings.timezone),
      ...describing(release, terms, edition.settings),
      ['renditions', listed(renditions(release, base))],
      ['associations', listed(translations(release, edition, base))],
      ...textual(release, edition, base),
    ]);
  };
}

/** That a release was taken back: its identity, when and why, nothing that it said. */
export function ninjsWithdrawal({ id, date, reason, version }: Tombstone, { settings }: Edition): NinjsEntries {
  return withValues([
    ['uri', identityOf(id, settings.publisher)],
    ['standard', standard],
    ['type', 'text'],
    ['version', String(version)],
    ['versionCreated', rfc3339(date)],
    ['pubStatus', 'canceled'],
    ['edNote', plainLine(reason) || undefined],
    ['altIds', altIds(id)],
  ]);
}

function withValues(entries: NinjsEntries): NinjsEntries {
  return entries.filter(([, value]) => value !== undefined);
}

function listed<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

function identifying(release: Release, { settings }: Edition): NinjsEntries {
  return [
    ['uri', identityOf(release.id, settings.publisher)],
    ['standard', standard],
    ['type', 'text'],
    ['version', String(versionNumber(release))],
    ['copyrightHolder', plainName(settings.publisher.name) || undefined],
  ];
}

function managing(release: ClearedRelease, timezone: string): NinjsEntries {
  const created = published(release, timezone);
  const updated = effectiveUpdate(release, timezone);
  const embargo = embargoedUntil(release);
  return [
    ['firstCreated', created && rfc3339(created)],
    ['versionCreated', updated && rfc3339(updated)],
    ['contentCreated', created && rfc3339(created)],
    ['embargoedUntil', embargo && rfc3339(embargo)],
    ['pubStatus', publishingStatus(release)],
    ['edNote', correctionLines(release).join('\n') || undefined],
    ['language', canonicalLanguage(release.lang)],
  ];
}

function describing(release: ClearedRelease, terms: AgencyTerms, { genreCode }: Settings): NinjsEntries {
  const title = plainName(release.title) || release.id;
  const genre = { name: genreName(release.type), literal: genreCode.get(release.type) };
  return [
    ['title', title],
    ['headlines', [{ role: 'main', value: title, contentType: 'text/plain' }]],
    ['by', terms.authors.map(({ name }) => name).join(', ') || undefined],
    ['slugline', release.id],
    ['altIds', altIds(release.id)],
    ['located', plainLine(release.places.join(', ')) || undefined],
    ['infoSources', listed(infoSources(release, terms.authors))],
    ['subjects', listed(subjects(terms))],
    ['places', listed(terms.places.map(({ id, name, uri, country }) => ({ name, uri, literal: country ?? id })))],
    ['genres', genre.name === '' ? undefined : [genre]],
  ];
}

function altIds(id: string): readonly object[] {
  return [{ role: 'id', value: id }];
}

/** The contacts stand with the first source, because a release does not say whose they are. */
function infoSources(release: Release, authors: readonly AgencyTerm[]): readonly object[] {
  const contactInfo = listed(contactInfoOf(release.contacts));
  return authors.map(({ name, uri }, at) => ({
    name,
    role: 'source',
    uri,
    contactInfo: at === 0 ? contactInfo : undefined,
  }));
}

/** The house's own terms first, then what everybody knows. */
function subjects({ subjects: own, mediaTopics }: AgencyTerms): readonly object[] {
  return [
    ...own.map(({ id, name, uri }) => ({ name, uri, literal: id })),
    // An identifier, not an address to fetch: it has http for ever.
    ...mediaTopics.map((code) => ({
      uri: `http://cv.iptc.org/newscodes/mediatopic/${code}`,
      literal: `medtop:${code}`,
    })),
  ];
}

function renditions(release: ClearedRelease, base: LinkBase): readonly object[] {
  if (publishingStatus(release) === 'canceled') return [];
  const files = filesOf(release, base).map(({ address, mediaType, title, size }, at) => ({
    name: `attachment-${at + 1}`,
    href: address,
    contentType: mediaType,
    title,
    sizeInBytes: size,
  }));
  if (base === nowhere) return files;
  return [{ name: 'web', href: pageOf(release, base.baseUrl), contentType: 'text/html' }, ...files];
}

function translations(release: ClearedRelease, edition: Edition, base: LinkBase): readonly object[] {
  if (base === nowhere) return [];
  return translationsOf(release, edition.known, base.baseUrl).map(({ id, language, address }) => ({
    uri: identityOf(id, edition.settings.publisher),
    name: ownLanguageName(language),
    rel: 'translation',
    type: 'text',
    language,
    renditions: [{ name: 'web', href: address, contentType: 'text/html' }],
  }));
}

function textual(release: ClearedRelease, edition: Edition, base: LinkBase): NinjsEntries {
  const content = contentShown(release, edition.content);
  const text = parseMarkdown(release.body);
  const summary = summaryOf(release, text, content);
  return [
    ['descriptions', summary && [{ role: 'summary', contentType: 'text/plain', value: summary }]],
    ['bodies', content === 'full' ? listed(bodies(text, base)) : undefined],
  ];
}

function bodies(text: ParsedText, base: LinkBase): readonly object[] {
  const value = text.html(base).trimEnd();
  if (value === '') return [];
  const plain = text.plainText();
  const counts = { charCount: characterCountOf(plain), wordCount: wordCountOf(plain) };
  return [{ role: 'main', contentType: 'text/html', ...counts, value }];
}
