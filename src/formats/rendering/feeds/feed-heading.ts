/** What every feed says of itself before its first item. */
import type { Edition } from '../../../model/edition.ts';
import { laterMoment, type ZonedMoment } from '../../../model/effective-update.ts';
import { resolveFile } from '../../../model/links.ts';
import { uniformLanguage } from '../languages.ts';
import { plainName } from '../plain-text.ts';
import { strictAddress } from '../../../text/strict-address.ts';

export interface FeedHeading {
  /** Plain text on one line, like `description` and `publisher`. */
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  /** The publisher's website. */
  readonly publisherUrl: string | undefined;
  /** Where the releases stand. */
  readonly home: string;
  /** Where the feed itself stands. */
  readonly self: string | undefined;
  /** The WebSub hub that tells of new items. */
  readonly hub: string | undefined;
  /** The language of all releases in it. */
  readonly language: string | undefined;
  /** When its newest item, or newest notice of a withdrawal, was changed; undefined when it has neither. Never now. */
  readonly updated: ZonedMoment | undefined;
}

/** The heading of the feed that an edition becomes; addresses are absolute. */
export function feedHeading(edition: Edition, baseUrl: string): FeedHeading {
  const { publisher, hub } = edition.settings;
  const name = plainName(publisher.name);
  const title = plainName(edition.title ?? '') || name;
  const resolved = (address: string | undefined): string | undefined => {
    const href = address === undefined ? undefined : resolveFile(address, { baseUrl, address: baseUrl });
    return href === undefined ? undefined : strictAddress(href);
  };
  return {
    title,
    description: title === name ? name : `${title} – ${name}`,
    publisher: name,
    publisherUrl: resolved(publisher.url),
    home: strictAddress(baseUrl),
    self: resolved(edition.selfUrl),
    hub: resolved(hub),
    language: uniformLanguage(edition.facts),
    // Newest first, so the first one is enough.
    updated: laterMoment(edition.facts.newestUpdate, edition.tombstones[0]?.date),
  };
}
