/** Who wrote and who publishes a release, as schema.org's organisations. */
import type { Edition } from '../../../model/edition.ts';
import { resolveFile } from '../../../model/links.ts';
import type { Contact, Release } from '../../../model/release.ts';
import { labellerOf } from '../labels.ts';
import { plainLine, plainName } from '../plain-text.ts';

interface Organisation {
  readonly '@type': 'Organization';
  readonly name: string;
  readonly url?: string | undefined;
  readonly logo?: object | undefined;
  readonly contactPoint?: readonly object[] | undefined;
}

/** A function that names `author` and `publisher` of each release; without a source the publisher is its author, too. */
export function organisationMaker(
  edition: Edition,
  baseUrl: string,
): (release: Release) => { readonly author: unknown; readonly publisher: Organisation } {
  const labelsOf = labellerOf(edition);
  const properties = [...edition.taxonomy.facets.values()].filter(({ judged }) => judged === 'author');
  const house = publisherOf(edition, baseUrl);
  return (release) => {
    const labels = properties
      .flatMap(({ property }) => labelsOf(release, property))
      .map(({ label }) => plainName(label))
      .filter((label) => label !== '');
    const authors = labels.length === 0 ? [house] : labels.map((name) => ({ '@type': 'Organization', name }));
    // The points of contact are those of one release, so the publisher has no identity that all releases would share.
    const contactPoint = release.contacts.length === 0 ? undefined : release.contacts.map(contactPointOf);
    return { author: authors.length === 1 ? authors[0] : authors, publisher: { ...house, contactPoint } };
  };
}

function publisherOf({ settings: { publisher } }: Edition, baseUrl: string): Organisation {
  const base = { baseUrl, address: baseUrl };
  const logo = publisher.logo === undefined ? undefined : resolveFile(publisher.logo, base);
  return {
    '@type': 'Organization',
    name: plainName(publisher.name),
    url: publisher.url === undefined ? undefined : resolveFile(publisher.url, base),
    logo: logo === undefined ? undefined : { '@type': 'ImageObject', url: logo },
  };
}

function contactPointOf({ name, role, phone, email }: Contact): object {
  const facts = { name, contactType: role, telephone: phone, email };
  const words = Object.entries(facts).map(([key, value]) => [key, plainLine(value ?? '') || undefined]);
  return { '@type': 'ContactPoint', ...Object.fromEntries(words) };
}
