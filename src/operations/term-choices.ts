/** The terms that a picker offers for a new release: what may be chosen, what probably will be first. */
import type { PickChoice } from '../model/environment.ts';
import { broaderTerms, type Facet, type Taxonomy, type Term } from '../model/taxonomy.ts';
import { allNames } from '../model/term-lookup.ts';
import { currentLabel, labelOf, labelOn } from '../model/term-names.ts';
import { isOffered } from './answer-terms.ts';

export interface ChoiceView {
  /** `YYYY-MM-DD` of the release; undefined when it has none yet. */
  readonly day: string | undefined;
  /** `YYYY-MM-DD` of the run. */
  readonly today: string;
  /** Language of the labels. */
  readonly lang: string;
  /** What has been chosen so far: front-matter key → ids. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
}

/** Choices of a facet: those that the terms chosen so far imply come first, with the reason; the rest in the vocabulary's order. */
export function termChoices(
  taxonomy: Taxonomy,
  facet: Facet,
  view: ChoiceView,
): { readonly choices: readonly PickChoice[]; readonly implied: readonly string[] } {
  const reasons = impliedTerms(taxonomy, facet, view);
  const offered = [...facet.terms.values()].filter((term) => isOffered(facet, term, view.day));
  const first = offered.filter((term) => reasons.has(term.id));
  const others = offered.filter((term) => !reasons.has(term.id));
  const choices = [...first, ...others].map((term) => choiceOf(facet, term, { view, reason: reasons.get(term.id) }));
  return { choices, implied: first.map(({ id }) => id) };
}

/** Ids of this facet that terms chosen so far imply, with the label of the term that does. */
function impliedTerms(taxonomy: Taxonomy, facet: Facet, { terms, lang }: ChoiceView): Map<string, string> {
  const implied = new Map<string, string>();
  for (const other of taxonomy.facets.values()) {
    for (const id of terms.get(other.property) ?? []) {
      const term = other.terms.get(id);
      for (const name of term?.implies ?? []) {
        const [facetName, impliedId = ''] = name.split('/', 2);
        if (term !== undefined && facetName === facet.name) implied.set(impliedId, labelOf(term.label, lang));
      }
    }
  }
  return implied;
}

function choiceOf(
  facet: Facet,
  term: Term,
  { view, reason }: { readonly view: ChoiceView; readonly reason: string | undefined },
): PickChoice {
  const { day, today, lang } = view;
  const label =
    facet.judged === 'author' && day !== undefined ? labelOn(term, day, lang) : currentLabel(term, { lang, today });
  const above = broaderTerms(facet, term).map((broader) => labelOf(broader.label, lang));
  const description = reason === undefined ? above.reverse().join(' › ') : `goes with ${reason}`;
  const words = [term.id, ...term.formerIds, ...allNames(term)];
  return description === '' ? { value: term.id, label, words } : { value: term.id, label, words, description };
}
