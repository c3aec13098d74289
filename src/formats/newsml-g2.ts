/**
 * NewsML-G2 2.35 of the IPTC, conformance level power: a news item, or a message with several of them.
 *
 * A message needs a moment at which it was sent, and press writes no clock into an output: it is when the newest item changed.
 */
import type { Edition } from '../model/edition.ts';
import { laterMoment, type ZonedMoment } from '../model/effective-update.ts';
import type { ExportFormat, OutputFile } from '../model/export-format.ts';
import { closeTag, element, openTag, serialise, XML_DECLARATION, type XmlElement } from '../text/xml.ts';
import { agencyFileName } from './rendering/agencies/agency-file-name.ts';
import { agencyItemsOf } from './rendering/agencies/agency-items.ts';
import { newsItemMaker, newsItemOfWithdrawal } from './rendering/agencies/newsml-item.ts';
import { xmlMoment } from './rendering/agencies/newsml-moments.ts';
import { plainName } from './rendering/plain-text.ts';

const namespace = { xmlns: 'http://iptc.org/std/nar/2006-10-01/' };

export const newsmlG2: ExportFormat = {
  id: 'newsml-g2',
  summary: 'News items in NewsML-G2 2.35 for agencies',
  mediaType: 'application/xml',
  extension: 'newsml.xml',
  marksUnpublished: true,
  needsBaseUrl: false,
  hasIdentity: true,
  hasTombstones: true,
  content: 'full',
  leavesOut: ['related', 'aliases', 'translationOf'],
  refuses({ releases, tombstones }) {
    return releases.length + tombstones.length > 0
      ? undefined
      : 'There is no release to tell of, and NewsML-G2 has no message without an item: none is written.';
  },
  *write(edition) {
    yield XML_DECLARATION;
    if (edition.releases.length + edition.tombstones.length === 1) {
      for (const { item } of itemsOf(edition)) yield serialise(asRoot(item));
      return;
    }
    yield openTag('newsMessage', namespace);
    yield serialise(header(edition), 1);
    yield openTag('itemSet', {}, 1);
    for (const { item } of itemsOf(edition)) yield serialise(item, 2);
    yield closeTag('itemSet', 1) + closeTag('newsMessage');
  },
  folder: {
    unit: 'release',
    *files(edition): Generator<OutputFile> {
      for (const { id, item, count } of itemsOf(edition)) {
        const chunks = [XML_DECLARATION, serialise(asRoot(item))];
        yield { name: `${agencyFileName(id)}.newsml.xml`, count, chunks };
      }
    },
  },
};

interface IdentifiedItem {
  readonly id: string;
  readonly item: XmlElement;
  /** Releases in it: a notice of a withdrawal is none. */
  readonly count: 0 | 1;
}

function* itemsOf(edition: Edition): Generator<IdentifiedItem> {
  const itemOf = newsItemMaker(edition);
  for (const part of agencyItemsOf(edition)) {
    if (part.release === undefined) {
      yield { id: part.withdrawal.id, item: newsItemOfWithdrawal(part.withdrawal, edition), count: 0 };
    } else yield { id: part.release.id, item: itemOf(part.release), count: 1 };
  }
}

/** Inside a message the namespace is that of the message. */
function asRoot(item: XmlElement): XmlElement {
  return { ...item, attributes: { ...namespace, ...item.attributes } };
}

function header(edition: Edition): XmlElement {
  const sender = plainName(edition.settings.publisher.name);
  return element('header', {}, element('sent', {}, xmlMoment(lastChange(edition))), element('sender', {}, sender));
}

/** Nothing was sent in the future: where a release has a day to come, the last change of any public one must do. */
function lastChange({ facts, tombstones, newestPublicUpdate, now }: Edition): ZonedMoment | undefined {
  const dates = tombstones.map(({ date }) => date);
  const newest = dates.reduce<ZonedMoment | undefined>(laterMoment, facts.newestUpdate);
  return [newest, newestPublicUpdate].find((moment) => moment !== undefined && moment.epochMilliseconds <= now);
}
