/** What a release is about, as schema.org says it: terms of the vocabulary, and countries as places. */
import type { Edition } from '../../../model/edition.ts';
import type { Release } from '../../../model/release.ts';
import { facetOfProperty, termOf, type Facet, type Taxonomy, type Term } from '../../../model/taxonomy.ts';
import { facetsInOrder, labellerOf } from '../labels.ts';
import { plainName } from '../plain-text.ts';

const MEDIA_TOPIC = /^medtop:([0-9]{8})$/;

interface Topic {
  readonly facet: Facet;
  readonly id: string;
  readonly label: string;
  readonly term: Term | undefined;
}

/** A function that tells the topics of each release: `about`, `articleSection`, `keywords`, `spatialCoverage`. */
export function articleTopicsOf(edition: Edition, baseUrl: string): (release: Release) => Record<string, unknown> {
  const topicsOf = topicFinder(edition);
  const geographic = geographicFacets(edition.taxonomy);
  return (release) => {
    const topics = topicsOf(release);
    const subjects = topics.filter(({ facet }) => !geographic.has(facet));
    const countries = topics.filter(({ facet }) => geographic.has(facet));
    return {
      about: listed(subjects, (topic) => definedTerm(topic, baseUrl)),
      articleSection: listed(subjects, ({ label }) => label),
      spatialCoverage: listed(countries, placeOf),
      keywords: listed(topics, ({ label }) => label),
    };
  };
}

function topicFinder(edition: Edition): (release: Release) => Topic[] {
  const labelsOf = labellerOf(edition);
  const facets = facetsInOrder(edition.taxonomy).filter(({ judged }) => judged !== 'author');
  return (release) =>
    facets
      .flatMap((facet) =>
        labelsOf(release, facet.property).map(({ id, label }) => ({
          facet,
          id,
          label: plainName(label) || plainName(id),
          term: termOf(facet, id),
        })),
      )
      .filter(({ label }) => label !== '');
}

/** The facet of countries, and any other whose terms have codes of countries. */
function geographicFacets(taxonomy: Taxonomy): ReadonlySet<Facet> {
  const hasCodes = ({ terms }: Facet): boolean => [...terms.values()].some(({ iso3166 }) => iso3166 !== undefined);
  const countries = facetOfProperty(taxonomy, 'countries');
  return new Set([...taxonomy.facets.values()].filter((facet) => facet === countries || hasCodes(facet)));
}

function listed<Item>(topics: readonly Topic[], make: (topic: Topic) => Item): Item[] | undefined {
  return topics.length === 0 ? undefined : topics.map(make);
}

function definedTerm({ facet, id, label, term }: Topic, baseUrl: string): object {
  const inDefinedTermSet = new URL(facet.property, baseUrl).href;
  return { '@type': 'DefinedTerm', name: label, termCode: id, inDefinedTermSet, sameAs: sameTopics(term) };
}

/** Addresses of the media topics that mean the same; a near or a broader one is another thing. */
function sameTopics(term: Term | undefined): string[] | undefined {
  const codes = (term?.match.get('exactMatch') ?? []).map((topic) => MEDIA_TOPIC.exec(topic)?.[1]);
  const topics = codes.filter((code) => code !== undefined);
  // An identifier, not an address to fetch: it has http for ever.
  return topics.length === 0 ? undefined : topics.map((code) => `http://cv.iptc.org/newscodes/mediatopic/${code}`);
}

function placeOf({ label, term }: Topic): object {
  const code = term?.iso3166;
  const address = code === undefined ? undefined : { '@type': 'PostalAddress', addressCountry: code };
  return { '@type': 'Place', name: label, address };
}
