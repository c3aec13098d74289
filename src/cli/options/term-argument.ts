import type { Environment } from '../../model/environment.ts';
import { didYouMean, PressError } from '../../model/press-error.ts';
import type { Facet, Taxonomy } from '../../model/taxonomy.ts';
import { dayInZone } from '../../text/day-in-zone.ts';
import { nearest } from '../../text/nearest.ts';
import type { Repository } from '../../model/repository.ts';

/** The facets that a command is about: the one that is named, or all. Throws PressError for a facet that is none. */
export function facetArgument(taxonomy: Taxonomy, name: string | undefined): readonly Facet[] {
  if (name === undefined) return [...taxonomy.facets.values()];
  const facet = [...taxonomy.facets.values()].find((each) => each.name === name || each.property === name);
  if (facet !== undefined) return [facet];
  const known = [...taxonomy.facets.keys()];
  const hint = didYouMean(nearest(name, known)) ?? `The facets are ${known.join(', ')}.`;
  throw new PressError('unknown-term', `«${name}» is not a facet of the vocabulary.`, { hint });
}

/** Today, `YYYY-MM-DD`, where the newsroom is. */
export function todayIn({ settings }: Repository, { now }: Pick<Environment, 'now'>): string {
  return dayInZone(now, settings.timezone);
}
