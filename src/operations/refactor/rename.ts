/** `press taxonomy rename`: another id for a term. The label stays, and the old id goes on being understood. */
import type { DataChange } from '../../model/data-changes.ts';
import { facetOf, namedTerm } from '../../model/named-term.ts';
import { pathOfTerm, type RefactorVerb, type Vocabulary, type VocabularyPlan } from '../../model/refactoring.ts';
import type { Facet, Term } from '../../model/taxonomy.ts';
import { unfitId } from './new-id.ts';

export interface RenameWish {
  readonly term: string;
  /** The new id, also as `facet/id`. */
  readonly to: string;
}

export function rename(wish: RenameWish): RefactorVerb {
  return { purpose: `press taxonomy rename ${wish.term} ${wish.to}`, plan: (vocabulary) => plan(vocabulary, wish) };
}

function plan({ taxonomy }: Vocabulary, { term: words, to }: RenameWish): VocabularyPlan {
  const term = namedTerm(taxonomy, words);
  const facet = facetOf(taxonomy, term);
  const id = withoutFacet(to, facet);
  if (id === term.id) return { kind: 'nothing', sentence: `Its id is «${id}» already.` };
  const unfit = unfitId(id, facet, term.formerIds);
  if (unfit !== undefined) return { kind: 'refused', reasons: [unfit] };
  return {
    kind: 'change',
    changes: [formerIds(facet, term, id), { kind: 'rename', path: pathOfTerm(facet, term), to: id }],
    shift: { facet, terms: new Set([term]), isOfIds: true, to: [id], targetsIn: () => [id] },
    names: { facet, term: term.id, words: [id] },
    told: [`«${term.id}» is kept under «formerIds», so old links, queries and releases with it are understood.`],
  };
}

function withoutFacet(words: string, { name }: Facet): string {
  return words.startsWith(`${name}/`) ? words.slice(name.length + 1) : words;
}

/** Back to an id that it had: the two change places. */
function formerIds(facet: Facet, term: Term, to: string): DataChange {
  const path = pathOfTerm(facet, term);
  const known = term.formerIds.indexOf(to);
  if (known === -1) return { kind: 'append', path, pair: { key: 'formerIds', value: term.id } };
  return { kind: 'items', path: [...path, 'formerIds'], by: new Map([[known, [term.id]]]) };
}
