import type { Paint } from '../../model/environment.ts';
import type { Taxonomy, Term } from '../../model/taxonomy.ts';
import { currentLabel } from '../../model/term-names.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';

export interface TermView {
  readonly taxonomy: Taxonomy;
  /** `YYYY-MM-DD` of the run. */
  readonly today: string;
  readonly paint: Paint;
}

/** `facet/id`, a tab and the label: the id can be cut out and pasted. */
export function termLine(term: Term, view: TermView): string {
  return `${term.facet}/${term.id}\t${termTitle(term, view)}`;
}

/** The label with the mark of a closed body, or of a heading. */
export function termTitle(term: Term, { taxonomy, today, paint }: TermView): string {
  const lang = taxonomy.facets.get(term.facet)?.languages[0] ?? 'en';
  const label = terminalSafe(currentLabel(term, { lang, today }));
  return term.assignable ? label : `${label} ${paint.quiet('[heading]')}`;
}
