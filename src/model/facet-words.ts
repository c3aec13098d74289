/** What stands under the facets' keys in front matter, before it is known whether it means anything. */
import type { DataPath, FrontMatter, Manuscript } from './manuscript.ts';
import type { Facet, Taxonomy, Term } from './taxonomy.ts';
import { lookUp } from './term-lookup.ts';

/** A word that a release gives as a term of a facet. */
export interface FacetWord {
  readonly facet: Facet;
  readonly words: string;
  readonly path: DataPath;
  /** All terms that it may mean, where they have been looked up. */
  readonly terms?: readonly Term[];
}

let last: { readonly data: FrontMatter; readonly taxonomy: Taxonomy; readonly words: readonly FacetWord[] } | undefined;

/**
 * Every text under a facet's key, facet by facet in the order of the vocabulary, with what it may mean. A dozen rules ask for those of one
 * file, one after the other.
 */
export function facetWords({ data }: Manuscript, taxonomy: Taxonomy): readonly FacetWord[] {
  if (data === undefined) return [];
  if (last?.data !== data || last.taxonomy !== taxonomy) last = { data, taxonomy, words: lookUpWords(data, taxonomy) };
  return last.words;
}

function lookUpWords(data: FrontMatter, taxonomy: Taxonomy): FacetWord[] {
  const found: FacetWord[] = [];
  for (const facet of taxonomy.facets.values()) {
    for (const { value, path } of facetValues(data, facet)) {
      if (typeof value !== 'string' || value.trim() === '') continue;
      found.push({ facet, words: value, path, terms: lookUp(taxonomy, value, facet.name) });
    }
  }
  return found;
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

/** All terms that a word may mean. */
export function meaningsOf({ words, facet, terms }: FacetWord, taxonomy: Taxonomy): readonly Term[] {
  return terms ?? lookUp(taxonomy, words, facet.name);
}

/** The one term that a word means; undefined when it means none, or could mean several. */
export function termMeant(word: FacetWord, taxonomy: Taxonomy): Term | undefined {
  const terms = meaningsOf(word, taxonomy);
  return terms.length === 1 ? terms[0] : undefined;
}
