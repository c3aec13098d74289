/** The vocabulary: facets, their terms, and what each term was called when. */
import type { Period } from '../text/dates.ts';

/** Text by language; the first language of the taxonomy is always there. */
export type Localized = ReadonlyMap<string, string>;

export interface FormerName extends Period {
  readonly label: Localized;
}

export interface Membership extends Period {
  readonly term: string;
}

export type MatchRelation = 'exactMatch' | 'closeMatch' | 'broadMatch' | 'narrowMatch' | 'relatedMatch';

export interface Term {
  readonly facet: string;
  readonly id: string;
  /** The last name of the term. */
  readonly label: Localized;
  /** Earlier names, oldest first. */
  readonly names: readonly FormerName[];
  readonly aliases: readonly Localized[];
  readonly broader: string | undefined;
  readonly narrower: readonly string[];
  readonly memberOf: readonly Membership[];
  /** False for a heading: queries may use it, releases may not. */
  readonly assignable: boolean;
  /** `closed`: its members are computed, the descendants of its parent whose active period has passed. */
  readonly members: 'closed' | undefined;
  readonly active: Period | undefined;
  readonly replacedBy: readonly string[];
  /** `facet/id` of terms that a release with this one probably has too. */
  readonly implies: readonly string[];
  readonly related: readonly string[];
  readonly roles: readonly FormerName[];
  readonly iso3166: string | undefined;
  readonly match: ReadonlyMap<MatchRelation, readonly string[]>;
  readonly formerIds: readonly string[];
  readonly deprecated: boolean;
  /** What belongs under the term. */
  readonly description: Localized | undefined;
  /** A remark for those who look after the vocabulary. */
  readonly note: string | undefined;
}

export interface Facet {
  /** The option's name: `field` for `--field`. */
  readonly name: string;
  /** The front-matter key: `fields`. */
  readonly property: string;
  readonly label: Localized;
  readonly multiple: boolean;
  readonly required: boolean;
  /** Whose life is judged by the release's date: the author's, or nobody's (a text may be about closed bodies). */
  readonly judged: 'author' | 'subject';
  readonly languages: readonly string[];
  /** What the facet is for. */
  readonly description: Localized | undefined;
  /** A remark for those who look after the vocabulary. */
  readonly note: string | undefined;
  /** In the order of the file, headings before what is under them. */
  readonly terms: ReadonlyMap<string, Term>;
  readonly formerIds: ReadonlyMap<string, string>;
}

export interface Decoration {
  readonly prefix?: string;
  readonly suffix?: string;
}

export interface Taxonomy {
  readonly languages: readonly string[];
  readonly decorations: readonly Decoration[];
  /** By option name, in the order of the file. */
  readonly facets: ReadonlyMap<string, Facet>;
}

/** The facet whose front-matter key this is. */
export function facetOfProperty(taxonomy: Taxonomy, property: string): Facet | undefined {
  for (const facet of taxonomy.facets.values()) if (facet.property === property) return facet;
  return undefined;
}

/** The term of an id, also of one that it had before. */
export function termOf(facet: Facet, id: string): Term | undefined {
  const current = facet.terms.get(id);
  if (current !== undefined) return current;
  const renamed = facet.formerIds.get(id);
  return renamed === undefined ? undefined : facet.terms.get(renamed);
}

/** Terms above a term, nearest first. */
export function broaderTerms(facet: Facet, term: Term): Term[] {
  const above: Term[] = [];
  let next = term.broader === undefined ? undefined : facet.terms.get(term.broader);
  while (next !== undefined) {
    above.push(next);
    next = next.broader === undefined ? undefined : facet.terms.get(next.broader);
  }
  return above;
}

/** The term itself and everything under it, in the order of the file. */
export function withNarrower(facet: Facet, term: Term): Term[] {
  const found = [term];
  for (const id of term.narrower) {
    const below = facet.terms.get(id);
    if (below !== undefined) for (const each of withNarrower(facet, below)) found.push(each);
  }
  return found;
}
