/** A change of the vocabulary, as a value: what becomes of taxonomy.yaml, and what follows for everything that names its terms. */
import type { DataChange } from './data-changes.ts';
import type { DataText } from './data-file.ts';
import type { DataPath, FrontMatter, Manuscript } from './manuscript.ts';
import { broaderTerms, termOf, type Facet, type Taxonomy, type Term } from './taxonomy.ts';

/** What a refactoring is planned on. */
export interface Vocabulary {
  readonly taxonomy: Taxonomy;
  /** taxonomy.yaml, which the taxonomy was made of. */
  readonly file: DataText;
}

/** Terms that get another id, or whose releases go to other terms. */
export interface Shift {
  readonly facet: Facet;
  readonly terms: ReadonlySet<Term>;
  /** Only ids are rewritten, because names go on meaning the same term; else every word for the terms. */
  readonly isOfIds: boolean;
  /** The ids that come in their place in queries and in other terms. */
  readonly to: readonly string[];
  /** The same in a release; undefined where nobody knows. */
  targetsIn(release: Manuscript): readonly string[] | undefined;
}

/** Why something cannot be done, and what to do instead: two sentences. */
export interface Objection {
  readonly what: string;
  readonly wayOut: string;
}

export type VocabularyPlan =
  /** It is so already; a sentence says it. */
  | { readonly kind: 'nothing'; readonly sentence: string }
  | { readonly kind: 'refused'; readonly reasons: readonly Objection[] }
  | {
      readonly kind: 'change';
      /** In taxonomy.yaml. */
      readonly changes: readonly DataChange[];
      /** How many terms it is about; one where nothing is said. */
      readonly terms?: number;
      /** Where other files have to follow. */
      readonly shift?: Shift;
      /** Names that a term gets: none of them may mean another term of the facet. */
      readonly names?: { readonly facet: Facet; readonly term: string; readonly words: readonly string[] };
      /** Sentences about what follows, for the person who does it. */
      readonly told: readonly string[];
    };

/** A refactoring that somebody has asked for, with its words settled. */
export interface RefactorVerb {
  /** As others are told while it holds the lock, and as `undo` says: «press taxonomy rename elections voting». */
  readonly purpose: string;
  plan(vocabulary: Vocabulary): VocabularyPlan;
}

/** How much a refactoring changes. */
export interface RefactorCounts {
  readonly terms: number;
  readonly releases: number;
  readonly feeds: number;
}

/** Where a term stands in taxonomy.yaml. */
export function pathOfTerm(facet: Facet, term: Term): DataPath {
  const above = broaderTerms(facet, term).reverse();
  return ['facets', facet.name, 'terms', ...above.flatMap(({ id }) => [id, 'narrower']), term.id];
}

/** What taxonomy.yaml says of a term. */
export type TermNode = FrontMatter;

/** The term that a reference in taxonomy.yaml means: an id of the same facet, or `facet/id`. */
export function referredTerm(taxonomy: Taxonomy, reference: string, facet: Facet): Term | undefined {
  const slash = reference.indexOf('/');
  if (slash === -1) return termOf(facet, reference);
  const other = taxonomy.facets.get(reference.slice(0, slash));
  return other === undefined ? undefined : termOf(other, reference.slice(slash + 1));
}
