/** What stands under the facets' keys in front matter, before it is known whether it means anything. */
import type { DataPath, FrontMatter, Manuscript } from './manuscript.ts';
import type { Facet, Taxonomy, Term } from './taxonomy.ts';
import { lookUp } from './term-lookup.ts';

/** A word that a release gives as a term of a facet. */
export interface FacetWord {
  readonly facet: Facet;
  readonly words: string;
  readonly path: DataPath;
}

/** Every text under a facet's key, facet by facet in the order of the vocabulary. */
export function* facetWords({ data }: Manuscript, taxonomy: Taxonomy): Generator<FacetWord> {
  if (data === undefined) return;
  for (const facet of taxonomy.facets.values()) {
    for (const { value, path } of facetValues(data, facet)) {
      if (typeof value === 'string' && value.trim() !== '') yield { facet, words: value, path };
    }
  }
}

/** Every value under a facet's key, whatever it is: the items of a list, or the one value. */
export function facetValues(
  data: FrontMatter,
  { property }: Facet,
): { readonly value: unknown; readonly path: DataPath }[] {
  if (!Object.hasOwn(data, property)) return [];
  const value = data[property];
  if (!Array.isArray(value)) return [{ value, path: [property] }];
  return value.map((item: unknown, index) => ({ value: item, path: [property, index] }));
}

/** The one term that a word means; undefined when it means none, or could mean several. */
export function termMeant({ words, facet }: FacetWord, taxonomy: Taxonomy): Term | undefined {
  const [term, another] = lookUp(taxonomy, words, facet.name);
  return another === undefined ? term : undefined;
}
