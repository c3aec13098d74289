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
  const meant = standingFor(term, facet);
  const counting = exact ? new Map(meant.flatMap(idsOf).map((id) => [id, []])) : countingIds(meant, question);
  return { kind: 'term', facet: facet.name, property: facet.property, id: term.id, exact, counting };
}

/** The one term that words mean in a facet. Throws PressError otherwise. */
export function theTerm(
  words: string,
  { taxonomy, facet, today }: Pick<TermQuestion, 'taxonomy' | 'facet' | 'today'>,
): Term {
  const found = lookUp(taxonomy, words, facet.name);
  const [term, other] = found;
  if (term === undefined) {
    const hint =
      didYouMean(suggest(taxonomy, words, facet.name)) ?? `«press taxonomy tree ${facet.name}» shows all terms.`;
    throw new PressError('unknown-term', `«${words}» is not a term of ${facet.name}.`, { hint });
  }
  if (other !== undefined) {
    const readings = found.map((one) => `${facet.name}/${one.id} (${currentLabel(one, { lang: 'en', today })})`);
    throw new PressError('ambiguous-term', `«${words}» could mean ${readings.join(' or ')}.`, {
      hint: 'Name one of them by its id.',
    });
  }
  return term;
}

/**
 * A term, and when nobody is to use it any more, what took its place: its releases went there. A body that has closed is not
 * its successor.
 */
export function standingFor(term: Term, facet: Facet): Term[] {
  const standing = new Set([term]);
  for (const each of standing) {
    if (!each.deprecated) continue;
    for (const reference of each.replacedBy) {
      const successor = termOf(facet, idWithin(facet, reference));
      if (successor !== undefined) standing.add(successor);
    }
  }
  return [...standing];
}

function countingIds(meant: readonly Term[], { facet, today }: TermQuestion): Map<string, readonly Period[]> {
  const always = meant.flatMap((term) =>
    term.members === 'closed' ? [term, ...closedBeside(term, facet, today)] : withNarrower(facet, term),
  );
  const headings = new Set(always);
  const counting = new Map<string, readonly Period[]>();
  for (const each of facet.terms.values()) {
    const periods = periodsIn(headings, each, facet);
    // What belongs to a heading for a time does so with everything under it.
    if (periods.length > 0)
      for (const id of withNarrower(facet, each).flatMap(idsOf))
        counting.set(id, [...(counting.get(id) ?? []), ...periods]);
  }
  for (const id of always.flatMap(idsOf)) counting.set(id, []);
  return counting;
}

/** When a term belongs to one of the others by its `memberOf`. */
function periodsIn(others: ReadonlySet<Term>, { memberOf }: Term, facet: Facet): readonly Period[] {
  return memberOf.filter(({ term }) => {
    const heading = termOf(facet, idWithin(facet, term));
    return heading !== undefined && others.has(heading);
  });
}

/** The vocabulary may name a term of the same facet as `facet/id`, too. */
function idWithin(facet: Facet, reference: string): string {
  return reference.startsWith(`${facet.name}/`) ? reference.slice(facet.name.length + 1) : reference;
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
