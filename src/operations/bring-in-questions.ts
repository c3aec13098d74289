/** Which question of the vocabulary a source asks, by what it calls it. */
import { headingMeaning } from '../model/page-headings.ts';
import type { Facet, Taxonomy } from '../model/taxonomy.ts';
import { fold } from '../text/fold.ts';

const known = new WeakMap<Taxonomy, Map<string, Facet | undefined>>();

/** The facet that a heading asks for: by its label, name or key, else by the table of headings. */
export function facetOfHeading(heading: string, taxonomy: Taxonomy): Facet | undefined {
  const facets = known.get(taxonomy) ?? new Map<string, Facet | undefined>();
  known.set(taxonomy, facets);
  if (facets.has(heading)) return facets.get(heading);
  const facet = findFacet(heading, taxonomy);
  // A source may have as many headings as it likes.
  if (facets.size < MOST_KEPT) facets.set(heading, facet);
  return facet;
}

const MOST_KEPT = 1000;

function findFacet(heading: string, taxonomy: Taxonomy): Facet | undefined {
  const folded = fold(heading);
  for (const facet of taxonomy.facets.values()) {
    const names = [facet.name, facet.property, ...facet.label.values()];
    if (names.some((name) => fold(name) === folded)) return facet;
  }
  const meaning = headingMeaning(heading);
  return meaning?.asks === 'facet' ? taxonomy.facets.get(meaning.facet) : undefined;
}
