/** A vocabulary that was read, as a taxonomy.yaml of its own. */
import type { FacetEntry, TaxonomyFile, TermEntries, TermEntry } from '../model/generated/taxonomy-file.ts';
import type { ReadTerm } from '../model/vocabulary-format.ts';
import type { NamedFacet } from './import-facets.ts';

/** The file: languages of the first facet for all, others where they differ. */
export function taxonomyFileOf(facets: readonly NamedFacet[]): TaxonomyFile {
  const languages = [...(facets[0]?.languages ?? ['en'])];
  return {
    version: 1,
    languages,
    facets: Object.fromEntries(facets.map((facet) => [facet.name, facetEntryOf(facet, languages)])),
  };
}

/** The entry of a facet in a file with the given languages. */
export function facetEntryOf({ entry, property, languages, terms }: NamedFacet, usual: readonly string[]): FacetEntry {
  const { label, ...more } = entry;
  const isUsual = languages.join() === usual.join();
  return {
    ...(label === undefined ? {} : { label }),
    property,
    ...more,
    ...(isUsual ? {} : { languages: [...languages] }),
    terms: treeOf(terms),
  };
}

/** Terms under their parents. Every parent comes before its children. */
export function treeOf(terms: readonly ReadTerm[]): TermEntries {
  const below = new Map<string | undefined, ReadTerm[]>();
  const ids = new Set(terms.map(({ id }) => id));
  for (const term of terms) {
    const parent = term.broader !== undefined && ids.has(term.broader) ? term.broader : undefined;
    const siblings = below.get(parent);
    if (siblings === undefined) below.set(parent, [term]);
    else siblings.push(term);
  }
  const entriesOf = (parent: string | undefined): TermEntries =>
    Object.fromEntries((below.get(parent) ?? []).map(({ id, entry }) => [id, withNarrower(entry, entriesOf(id))]));
  return entriesOf(undefined);
}

function withNarrower(entry: TermEntry, narrower: TermEntries): TermEntry {
  return Object.keys(narrower).length === 0 ? entry : { ...entry, narrower };
}
