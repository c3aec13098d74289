/** taxonomy.yaml as whoever looks after it sees it: every term with the place where it stands, also one whose id stands twice. */
import type { FacetEntry, TaxonomyFile, TermEntries, TermEntry } from './generated/taxonomy-file.ts';
import { makeTaxonomy, makeTerm } from './make-taxonomy.ts';
import type { DataPath } from './manuscript.ts';
import { quoted } from './quoting.ts';
import type { Facet, Taxonomy, Term } from './taxonomy.ts';

export interface VocabularyTerm {
  readonly term: Term;
  /** As it is written. */
  readonly entry: TermEntry;
  /** Where it stands in the file; its id is the last step. */
  readonly path: DataPath;
  /** The term that it stands under. */
  readonly parent: VocabularyTerm | undefined;
  /** The terms that stand under it. */
  readonly children: readonly VocabularyTerm[];
}

export interface VocabularyFacet {
  readonly facet: Facet;
  /** As it is written. */
  readonly entry: FacetEntry;
  readonly path: DataPath;
  /** In the order of the file, headings before what is under them. */
  readonly terms: readonly VocabularyTerm[];
  /** By id; of two with one id, the first. */
  readonly byId: ReadonlyMap<string, VocabularyTerm>;
  /** By an id that a term had before. */
  readonly byFormerId: ReadonlyMap<string, VocabularyTerm>;
}

export interface Vocabulary {
  readonly taxonomy: Taxonomy;
  /** By name, in the order of the file. */
  readonly facets: ReadonlyMap<string, VocabularyFacet>;
}

/** The vocabulary that a file's data describes, as its schema accepts it. */
export function readVocabulary(file: TaxonomyFile): Vocabulary {
  const taxonomy = makeTaxonomy(file);
  const facets = new Map<string, VocabularyFacet>();
  for (const [name, entry] of Object.entries(file.facets)) {
    const facet = taxonomy.facets.get(name);
    if (facet !== undefined) facets.set(name, facetOf(facet, entry));
  }
  return { taxonomy, facets };
}

/** Every term of every facet, in the order of the file. */
export function* everyTerm({ facets }: Vocabulary): Generator<VocabularyTerm> {
  for (const { terms } of facets.values()) yield* terms;
}

/** The same without those whose id stood already: whatever is known by id is known of the first. */
export function* firstTerms({ facets }: Vocabulary): Generator<VocabularyTerm> {
  for (const { byId } of facets.values()) yield* byId.values();
}

/** Where a term stands: its id. */
export function placeOfTerm({ path }: VocabularyTerm): { readonly path: DataPath; readonly part: 'key' } {
  return { path, part: 'key' };
}

const mostNamed = 6;

/** The ids of several terms as a sentence names them: `«a», «b» and 3 more`. */
export function idsOf(terms: readonly VocabularyTerm[]): string {
  const ids = terms.slice(0, mostNamed).map(({ term }) => quoted(term.id));
  const more = terms.length - ids.length;
  if (more > 0) return `${ids.join(', ')} and ${more} more`;
  const last = ids.pop() ?? '';
  return ids.length === 0 ? last : `${ids.join(', ')} and ${last}`;
}

function facetOf(facet: Facet, entry: FacetEntry): VocabularyFacet {
  const path = ['facets', facet.name];
  const terms: VocabularyTerm[] = [];
  collect(entry.terms, { facet, path: [...path, 'terms'], parent: undefined, terms });
  const byId = new Map<string, VocabularyTerm>();
  const byFormerId = new Map<string, VocabularyTerm>();
  for (const each of terms) {
    if (!byId.has(each.term.id)) byId.set(each.term.id, each);
    for (const id of each.term.formerIds) if (!byFormerId.has(id)) byFormerId.set(id, each);
  }
  return { facet, entry, path, terms, byId, byFormerId };
}

interface Branch {
  readonly facet: Facet;
  readonly path: DataPath;
  readonly parent: VocabularyTerm | undefined;
  readonly terms: VocabularyTerm[];
}

/** The terms of a branch; adds them and everything below to the list of all. */
function collect(entries: TermEntries, { facet, path, parent, terms }: Branch): VocabularyTerm[] {
  const setting = { facet: facet.name, language: facet.languages[0] ?? 'en', broader: parent?.term.id };
  return Object.entries(entries).map(([id, entry]) => {
    const children: VocabularyTerm[] = [];
    const each = { term: makeTerm(id, entry, setting), entry, path: [...path, id], parent, children };
    terms.push(each);
    const below = { facet, path: [...each.path, 'narrower'], parent: each, terms };
    for (const child of collect(entry.narrower ?? {}, below)) children.push(child);
    return each;
  });
}
