/** Who a release is from and what it is about, as feeds show it. */
import type { Edition } from '../../../model/edition.ts';
import type { Release } from '../../../model/release.ts';
import { labellerOf } from '../labels.ts';
import { plainLine } from '../plain-text.ts';
import { strictAddress } from '../../../text/strict-address.ts';

/** Something that a release is filed under. Its texts are plain, on one line and not empty. */
export interface Category {
  /** The address that stands for the list which it is from: `baseUrl` and the facet's front-matter key, or `types`. */
  readonly scheme: string;
  readonly id: string;
  readonly label: string;
}

/** Who a release is from, with the address that stands for the term. */
export interface Author {
  readonly name: string;
  readonly address: string;
}

export interface FeedTerms {
  /** The terms of facets that are judged as authors. */
  readonly authors: readonly Author[];
  /** The terms of the other facets. */
  readonly subjects: readonly Category[];
  /** The kind of release. */
  readonly type: Category | undefined;
}

/** A function that tells the terms of each release of the edition, facet by facet in the order of the vocabulary. */
export function feedTermsOf(edition: Edition, baseUrl: string): (release: Release) => FeedTerms {
  const labelsOf = labellerOf(edition);
  const schemeOf = (name: string): string => strictAddress(new URL(name, baseUrl).href);
  const types = schemeOf('types');
  const facets = [...edition.taxonomy.facets.values()].map(({ property, judged }) => ({
    property,
    judged,
    scheme: schemeOf(property),
  }));
  return (release) => {
    const authors: Author[] = [];
    const subjects: Category[] = [];
    for (const { property, judged, scheme } of facets) {
      const terms = labelsOf(release, property).flatMap(({ id, label }) => category(scheme, id, label) ?? []);
      if (judged === 'author') authors.push(...terms.map(authorOf));
      else subjects.push(...terms);
    }
    return { authors, subjects, type: category(types, release.type, release.type) };
  };
}

function authorOf({ scheme, id, label }: Category): Author {
  return { name: label, address: strictAddress(`${scheme}/${encodeURIComponent(id.toWellFormed())}`) };
}

/** Undefined where nothing is left of the id: an empty one is valid in no feed. */
function category(scheme: string, words: string, name: string): Category | undefined {
  const id = plainLine(words);
  return id === '' ? undefined : { scheme, id, label: plainLine(name) || id };
}
