/** What the sitemaps have in common (sitemaps.org, protocol 0.9). */
import { addressOf } from '../../../model/links.ts';
import { PressError } from '../../../model/press-error.ts';
import type { Release } from '../../../model/release.ts';
import { element, type XmlChild, type XmlElement } from '../../../text/xml.ts';
import type { ReleaseDate } from '../../../model/effective-update.ts';
import { w3cDate } from './w3c-date.ts';
import { strictAddress } from '../../../text/strict-address.ts';

/** With `https` it would be another namespace, and the file no sitemap. */
export const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Keys of a release that no sitemap has room for. */
export const leftOutOfSitemaps: readonly string[] = [
  'id',
  'place',
  'facets',
  'type',
  'status',
  'summary',
  'body',
  'contacts',
  'embargo',
  'attachments',
  'related',
];

const SHORTEST_ADDRESS = 12;
const LONGEST_ADDRESS = 2_048;

/** An entry for one address. How often it changes and how it ranks are not said: no reader uses that any more. */
export function sitemapEntry(address: string, lastmod: ReleaseDate | undefined, ...further: XmlChild[]): XmlElement {
  const changed = lastmod === undefined ? undefined : element('lastmod', {}, w3cDate(lastmod));
  return element('url', {}, element('loc', {}, address), changed, ...further);
}

/**
 * The address of a release.
 *
 * @throws PressError `usage` for one that is shorter or longer than a sitemap takes: readers would refuse the whole file.
 */
export function sitemapAddress(release: Pick<Release, 'id' | 'permalink'>, baseUrl: string): string {
  const address = strictAddress(addressOf(release, baseUrl));
  if (address.length >= SHORTEST_ADDRESS && address.length <= LONGEST_ADDRESS) return address;
  const limits = `${SHORTEST_ADDRESS} to ${LONGEST_ADDRESS}`;
  throw new PressError(
    'usage',
    `The address of «${release.id}» has ${address.length} characters, and a sitemap takes ${limits}.`,
    {
      hint: 'Give the release another «slug», press.yaml another «permalink», or leave the release out.',
    },
  );
}
