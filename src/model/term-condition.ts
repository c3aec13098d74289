/** From the words for a term to the condition that a release must have it, or something narrower. */
import type { Period } from '../text/dates.ts';
import type { TermCondition } from './condition.ts';
import { didYouMean, PressError } from './press-error.ts';
import { termOf, withNarrower, type Facet, type Taxonomy, type Term } from './taxonomy.ts';
import { lookUp, suggest } from './term-lookup.ts';
import { currentLabel, hasEnded } from './term-names.ts';

export interface TermQuestion {
  readonly taxonomy: Taxonomy;
  readonly facet: Facet;
  /** `YYYY-MM-DD` of the run: which bodies are closed. */
  readonly today: string;
  /** Without narrower terms. */
  readonly exact: boolean;
}

/** The condition for one term. Throws PressError for words that mean no term of the facet, or several. */
export function termCondition(words: string, question: TermQuestion): TermCondition {
  const { facet, exact } = question;
  const term = theTerm(words, question);
  const counting = exact ? new Map(idsOf(term).map((id) => [id, []])) : countingIds(term, question);
  return { kind: 'term', facet: facet.name, property: facet.property, id: term.id, exact, counting };
}

/** The one term that words mean in a facet. Throws PressError otherwise. */
export function theTerm(words: string, { taxonomy, facet, today }: Pick<TermQuestion, 'taxonomy' | 'facet' | 'today'>): Term {
  const found = lookUp(taxonomy, words, facet.name);
  const [term, other] = found;
  if (term === undefined) {
    const hint = didYouMean(suggest(taxonomy, words, facet.name)) ?? `«press taxonomy tree ${facet.name}» shows all terms.`;
    throw new PressError('unknown-term', `«${words}» is not a term of ${facet.name}.`, { hint });
  }
  if (other !== undefined) {
    const readings = found.map((one) => `${facet.name}/${one.id} (${currentLabel(one, { lang: 'en', today })})`);
    throw new PressError('ambiguous-term', `«${words}» could mean ${readings.join(' or ')}.`, { hint: 'Name one of them by its id.' });
  }
  return term;
}

function countingIds(term: Term, { facet, today }: TermQuestion): Map<string, readonly Period[]> {
  const counting = new Map<string, readonly Period[]>();
  const terms = term.members === 'closed' ? [term, ...closedBeside(term, facet, today)] : withNarrower(facet, term);
  for (const each of terms) for (const id of idsOf(each)) counting.set(id, []);
  for (const each of facet.terms.values()) addMembership(each, counting, facet);
  return counting;
}

/** A term that belongs to one that counts, in the periods in which it belongs to it. */
function addMembership(term: Term, counting: Map<string, readonly Period[]>, facet: Facet): void {
  if (counting.has(term.id)) return;
  const periods = term.memberOf.filter((membership) => counting.has(termOf(facet, membership.term)?.id ?? ''));
  if (periods.length > 0) for (const id of idsOf(term)) counting.set(id, periods);
}

/** The members of a heading such as «closed field activities»: what stands beside it and has ended. */
export function closedBeside(heading: Term, facet: Facet, today: string): Term[] {
  const parent = heading.broader === undefined ? undefined : facet.terms.get(heading.broader);
  const around = parent === undefined ? [...facet.terms.values()] : withNarrower(facet, parent);
  return around.filter((term) => term !== heading && term !== parent && hasEnded(term, today));
}

function idsOf(term: Term): string[] {
  return [term.id, ...term.formerIds];
}
