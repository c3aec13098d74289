/** A release as a `newsItem` of NewsML-G2: who may use it, since when, and where it stands. What it says is in its content. */
import type { Edition, Tombstone } from '../../../model/edition.ts';
import { effectiveUpdate } from '../../../model/effective-update.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import { identityOf } from '../../../model/identity.ts';
import type { Settings } from '../../../model/settings.ts';
import { canonicalLanguage } from '../../../text/language-tag.ts';
import { element, type XmlAttributes, type XmlChild, type XmlElement } from '../../../text/xml.ts';
import { embargoedUntil, publishingStatus, versionNumber, type PublishingStatus } from './agency-release.ts';
import { agencyTermsOf, publisherTerm } from './agency-terms.ts';
import { correctionLines } from '../markdown/corrections-notice.ts';
import { filesOf, pageOf } from '../release-links.ts';
import { published } from '../written-moments.ts';
import { linkBaseOf, nowhere } from '../markdown/link-bases.ts';
import { contentMeta, contentSet } from './newsml-content.ts';
import { xmlMoment } from './newsml-moments.ts';
import { parseMarkdown } from '../markdown/markdown.ts';
import { plainLine } from '../plain-text.ts';

const standard = { standard: 'NewsML-G2', standardversion: '2.35', conformance: 'power' };

// It says which vocabularies the codes below are of.
const CATALOG = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml';

/** A function that turns each release of the edition into its item. */
export function newsItemMaker(edition: Edition): (release: ClearedRelease) => XmlElement {
  const termsOf = agencyTermsOf(edition);
  const { settings, content } = edition;
  return (release) => {
    const text = parseMarkdown(release.body);
    const base = linkBaseOf(release, settings);
    return newsItem(
      {
        guid: identityOf(release.id, settings.publisher),
        version: versionNumber(release),
        'xml:lang': canonicalLanguage(release.lang),
      },
      settings,
      [
        itemMeta(release, settings),
        contentMeta(release, { terms: termsOf(release), settings, text, content }),
        contentSet(release, { text, base, content }),
      ],
    );
  };
}

/** That a release was taken back: its identity, when and why, nothing that it said. */
export function newsItemOfWithdrawal({ id, date, reason, version }: Tombstone, { settings }: Edition): XmlElement {
  const meta = element(
    'itemMeta',
    {},
    ...beginning(settings, xmlMoment(date)),
    pubStatus('canceled'),
    ...notes([plainLine(reason)]),
  );
  return newsItem({ guid: identityOf(id, settings.publisher), version }, settings, [meta]);
}

function newsItem(
  { guid, version, ...language }: XmlAttributes,
  settings: Settings,
  parts: readonly XmlChild[],
): XmlElement {
  const { name, uri } = publisherTerm(settings);
  return element(
    'newsItem',
    { guid, version, ...standard, ...language },
    element('catalogRef', { href: CATALOG }),
    element('rightsInfo', {}, element('copyrightHolder', { uri }, element('name', {}, name))),
    ...parts,
  );
}

/** The order of these elements is fixed. */
function itemMeta(release: ClearedRelease, settings: Settings): XmlElement {
  const created = published(release, settings.timezone);
  const embargo = embargoedUntil(release);
  return element(
    'itemMeta',
    {},
    ...beginning(settings, xmlMoment(effectiveUpdate(release, settings.timezone))),
    created === undefined ? undefined : element('firstCreated', {}, xmlMoment(created)),
    // An empty element would mean an embargo without end.
    embargo === undefined ? undefined : element('embargoed', {}, xmlMoment(embargo)),
    pubStatus(publishingStatus(release)),
    ...notes(correctionLines(release)),
    ...links(release, settings),
  );
}

function beginning(settings: Settings, versionCreated: string): readonly XmlElement[] {
  const { name, uri } = publisherTerm(settings);
  return [
    element('itemClass', { qcode: 'ninat:text' }),
    element('provider', { uri }, element('name', {}, name)),
    element('versionCreated', {}, versionCreated),
  ];
}

function pubStatus(status: PublishingStatus): XmlElement {
  return element('pubStatus', { qcode: `stat:${status}` });
}

function notes(lines: readonly string[]): readonly XmlElement[] {
  return lines.filter((line) => line !== '').map((line) => element('edNote', {}, line));
}

/** The page, then the files; a withdrawn release has neither. */
function links(release: ClearedRelease, settings: Settings): readonly XmlElement[] {
  if (publishingStatus(release) === 'canceled') return [];
  const base = linkBaseOf(release, settings);
  const files = filesOf(release, base).map(({ address, mediaType, size, title }) =>
    element('link', { rel: 'irel:seeAlso', href: address, contenttype: mediaType, size, title }),
  );
  if (base === nowhere) return files;
  const page = { rel: 'irel:seeAlso', href: pageOf(release, base.baseUrl), contenttype: 'text/html' };
  return [element('link', page), ...files];
}
