/** Who a release is from and what it is about, as news agencies are told: terms with identifiers, places, IPTC media topics. */
import type { Edition } from '../../../model/edition.ts';
import type { Release } from '../../../model/release.ts';
import { resolveFile } from '../../../model/links.ts';
import type { Settings } from '../../../model/settings.ts';
import { termOf, type Facet, type Term } from '../../../model/taxonomy.ts';
import { primaryLanguage } from '../../../text/language-tag.ts';
import { facetsInOrder, labellerOf } from '../labels.ts';
import { nowhere } from '../markdown/link-bases.ts';
import { mediaTopicsOf } from '../media-topics.ts';
import { plainName } from '../plain-text.ts';
import { strictAddress } from '../../../text/strict-address.ts';

export interface AgencyTerm {
  readonly id: string;
  /** Plain text on one line, never empty. */
  readonly name: string;
  /** Language of the name (BCP 47) as far as the vocabulary says it. */
  readonly language: string | undefined;
  /** The term's address below `baseUrl`; undefined without one. */
  readonly uri: string | undefined;
  /** ISO 3166-1 alpha-2; undefined for all but countries. */
  readonly country: string | undefined;
}

export interface AgencyTerms {
  /** The publisher where a release names no source. */
  readonly authors: readonly AgencyTerm[];
  readonly subjects: readonly AgencyTerm[];
  readonly places: readonly AgencyTerm[];
  /** Eight digits each. */
  readonly mediaTopics: readonly string[];
}

/** A function that tells the terms of each release of the edition. */
export function agencyTermsOf(edition: Edition): (release: Release) => AgencyTerms {
  const labelsOf = labellerOf(edition);
  const facets = facetsInOrder(edition.taxonomy);
  const house = publisherTerm(edition.settings);
  return (release) => {
    const authors: AgencyTerm[] = [];
    const subjects: AgencyTerm[] = [];
    const places: AgencyTerm[] = [];
    const known: Term[] = [];
    for (const facet of facets) {
      for (const { id, label } of labelsOf(release, facet.property)) {
        const term = termOf(facet, id);
        const told = agencyTerm({ id, label, term }, facet, edition);
        if (facet.judged === 'author') authors.push(told);
        else if (isPlace(facet, told)) places.push(told);
        else subjects.push(told);
        if (facet.judged !== 'author' && term !== undefined) known.push(term);
      }
    }
    if (authors.length === 0) authors.push(house);
    return { authors, subjects, places, mediaTopics: mediaTopicsOf(known) };
  };
}

/** The publisher, known by its website. */
export function publisherTerm({ publisher: { name, url } }: Settings): AgencyTerm {
  const plain = plainName(name) || 'unnamed';
  const uri = url === undefined ? undefined : resolveFile(url, nowhere);
  return {
    id: plain,
    name: plain,
    language: undefined,
    uri: uri === undefined ? undefined : strictAddress(uri),
    country: undefined,
  };
}

interface NamedTerm {
  readonly id: string;
  readonly label: string;
  readonly term: Term | undefined;
}

function agencyTerm({ id, label, term }: NamedTerm, { property }: Facet, { settings, lang }: Edition): AgencyTerm {
  const plainId = plainName(id) || 'unnamed';
  return {
    id: plainId,
    name: plainName(label) || plainId,
    language: term === undefined ? undefined : languageOf(term, lang),
    uri: termAddress(`${property}/${encodeURIComponent(plainId.toWellFormed())}`, settings),
    country: term?.iso3166,
  };
}

/** Which of a term's names is shown, as `labelOf` chooses: in the language that was asked for, else the first. */
function languageOf({ label }: Term, lang: string): string | undefined {
  const [first] = label.keys();
  return [lang, primaryLanguage(lang)].find((tag) => label.has(tag)) ?? first;
}

/** An identifier, though it looks like an address: `https://press.example.org/fields/elections`. */
function termAddress(path: string, { baseUrl }: Settings): string | undefined {
  return URL.canParse(path, baseUrl) ? strictAddress(new URL(path, baseUrl).href) : undefined;
}

function isPlace({ property }: Facet, { country }: AgencyTerm): boolean {
  return property === 'countries' || country !== undefined;
}
