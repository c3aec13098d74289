import type { Environment } from '../../model/environment.ts';
import { didYouMean, PressError } from '../../model/press-error.ts';
import type { Facet, Taxonomy, Term } from '../../model/taxonomy.ts';
import { lookUp, suggest } from '../../model/term-lookup.ts';
import { dayInZone } from '../../text/day-in-zone.ts';
import { nearest } from '../../text/nearest.ts';
import type { Repository } from '../../model/repository.ts';

/** The one term that a person names, by any of its words or as `facet/id`. Throws PressError for none or several. */
export function termArgument(taxonomy: Taxonomy, words: string): Term {
  const found = lookUp(taxonomy, words);
  const [term, other] = found;
  if (term === undefined) throw unknownTerm(taxonomy, words);
  if (other === undefined) return term;
  const readings = found.map((each) => `«${each.facet}/${each.id}»`);
  throw new PressError('ambiguous-term', `«${words}» could mean ${readings.join(' or ')}.`, {
    hint: 'Name one of them like that.',
  });
}

/** The error for words that mean no term. */
export function unknownTerm(taxonomy: Taxonomy, words: string): PressError {
  const hint = didYouMean(suggest(taxonomy, words)) ?? '«press taxonomy tree» shows the whole vocabulary.';
  return new PressError('unknown-term', `«${words}» is not a term of the vocabulary.`, { hint });
}

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
