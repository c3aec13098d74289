/** `press taxonomy move`: a term, with everything under it, goes to another place in the tree. */
import { facetOf, namedTerm, namedTermOf } from '../../model/named-term.ts';
import { pathOfTerm, type RefactorVerb, type Vocabulary, type VocabularyPlan } from '../../model/refactoring.ts';
import { broaderTerms, type Facet, type Term } from '../../model/taxonomy.ts';

export interface MoveWish {
  readonly term: string;
  /** Undefined for the first level. */
  readonly under: string | undefined;
}

export function move(wish: MoveWish): RefactorVerb {
  const where = wish.under === undefined ? '--top' : `--under ${wish.under}`;
  return { purpose: `press taxonomy move ${wish.term} ${where}`, plan: (vocabulary) => plan(vocabulary, wish) };
}

function plan({ taxonomy }: Vocabulary, { term: words, under }: MoveWish): VocabularyPlan {
  const term = namedTerm(taxonomy, words);
  const facet = facetOf(taxonomy, term);
  const above = under === undefined ? undefined : namedTermOf(taxonomy, facet, under);
  if (above?.id === term.broader)
    return { kind: 'nothing', sentence: `«${term.id}» stands ${placeName(above)} already.` };
  if (above !== undefined && isWithin(above, term, facet)) {
    const what =
      above === term ? `«${term.id}» cannot stand under itself.` : `«${above.id}» stands under «${term.id}».`;
    return { kind: 'refused', reasons: [{ what, wayOut: 'Choose a term that does not stand under it.' }] };
  }
  const parent = above === undefined ? ['facets', facet.name] : pathOfTerm(facet, above);
  const to = { parent, key: above === undefined ? 'terms' : 'narrower' };
  return {
    kind: 'change',
    changes: [{ kind: 'move', path: pathOfTerm(facet, term), to }],
    told: [`«${term.id}» stands ${placeName(above)}. Releases hold its id alone, so none of them changes.`],
  };
}

function placeName(above: Term | undefined): string {
  return above === undefined ? 'on the first level' : `under «${above.id}»`;
}

function isWithin(term: Term, other: Term, facet: Facet): boolean {
  return term === other || broaderTerms(facet, term).includes(other);
}
