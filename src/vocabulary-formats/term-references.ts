import type { Facet, Term } from '../model/taxonomy.ts';
import { termOf } from '../model/taxonomy.ts';

/** Why a link is left out. */
export const NOT_HERE = 'The term that it names is not in this file.';

/** The term that a reference of another one names, `elections` or `field/elections`; undefined where it is not among the facets. */
export function resolveIn(facets: Iterable<Facet>, from: Term, reference: string): Term | undefined {
  const slash = reference.indexOf('/');
  const name = slash === -1 ? from.facet : reference.slice(0, slash);
  for (const facet of facets) if (facet.name === name) return termOf(facet, reference.slice(slash + 1));
  return undefined;
}
