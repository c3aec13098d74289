/** What the terms of a question are called, and how much counts besides each: for people who want to know what was understood. */
import { counted } from '../text/counted.ts';
import type { Period } from '../text/dates.ts';
import type { Condition, TermCondition } from './condition.ts';
import { printCondition } from './print-condition.ts';
import type { Taxonomy, Term } from './taxonomy.ts';
import { standingFor } from './term-condition.ts';
import { currentLabel } from './term-names.ts';

/** In which language terms are named, and on which day: `YYYY-MM-DD`. */
export interface TermView {
  readonly taxonomy: Taxonomy;
  readonly today: string;
}

/** `field:elections – Elections, with 2 narrower terms`: a line for every term of a condition, each once. */
export function explainedTerms(condition: Condition, view: TermView): string[] {
  return [...new Set(termsIn(condition).map((term) => explained(term, view)))];
}

function termsIn(condition: Condition): TermCondition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(termsIn);
    case 'not':
      return termsIn(condition.of);
    case 'term':
      return [condition];
    default:
      return [];
  }
}

function explained(condition: TermCondition, { taxonomy, today }: TermView): string {
  const facet = taxonomy.facets.get(condition.facet);
  const term = facet?.terms.get(condition.id);
  if (facet === undefined || term === undefined) return printCondition(condition);
  const [, ...successors] = standingFor(term, facet);
  const label = currentLabel(term, { lang: 'en', today });
  const now = successors.length === 0 ? '' : `, replaced by ${successors.map(({ id }) => id).join(' and ')}`;
  const meant = new Set([term, ...successors].map(({ id }) => id));
  const below = [...condition.counting].filter(([id]) => facet.terms.has(id) && !meant.has(id));
  return `${printCondition(condition)} – ${label}${now}${condition.exact ? withoutNarrower(term) : withNarrower(below)}`;
}

function withoutNarrower({ narrower }: Term): string {
  return narrower.length === 0 ? '' : ', without narrower terms';
}

/** Some terms belong to a heading for a time only. */
function withNarrower(below: readonly (readonly [string, readonly Period[]])[]): string {
  if (below.length === 0) return '';
  const atTimes = below.filter(([, periods]) => periods.length > 0).length;
  return `, with ${counted(below.length, 'narrower term')}${atTimes === 0 ? '' : `, ${atTimes} of them at certain dates`}`;
}
