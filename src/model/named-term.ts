/** From a person's words to the one term that they name. */
import { didYouMean, PressError } from './press-error.ts';
import type { Facet, Taxonomy, Term } from './taxonomy.ts';
import { lookUp, suggest } from './term-lookup.ts';

/** The one term that a person names, by any of its words or as `facet/id`. Throws PressError for none or several. */
export function namedTerm(taxonomy: Taxonomy, words: string): Term {
  return onlyOf(lookUp(taxonomy, words), taxonomy, words);
}

/** The same among the terms of one facet. Throws PressError that says so where the words mean a term of another one. */
export function namedTermOf(taxonomy: Taxonomy, facet: Facet, words: string): Term {
  const found = lookUp(taxonomy, words, facet.name);
  if (found.length > 0) return onlyOf(found, taxonomy, words);
  const [elsewhere] = lookUp(taxonomy, words);
  if (elsewhere === undefined) throw unknownTerm(taxonomy, words);
  throw new PressError(
    'usage',
    `«${words}» is a term of ${elsewhere.facet}, and the other one is a term of ${facet.name}.`,
    {
      hint: 'Both have to be terms of one facet.',
    },
  );
}

/** The error for words that mean no term. */
export function unknownTerm(taxonomy: Taxonomy, words: string): PressError {
  const hint = didYouMean(suggest(taxonomy, words)) ?? '«press taxonomy tree» shows the whole vocabulary.';
  return new PressError('unknown-term', `«${words}» is not a term of the vocabulary.`, { hint });
}

function onlyOf(found: readonly Term[], taxonomy: Taxonomy, words: string): Term {
  const [term, other] = found;
  if (term === undefined) throw unknownTerm(taxonomy, words);
  if (other === undefined) return term;
  const readings = found.map((each) => `«${each.facet}/${each.id}»`);
  throw new PressError('ambiguous-term', `«${words}» could mean ${readings.join(' or ')}.`, {
    hint: 'Name one of them like that.',
  });
}

/** The facet that a term belongs to. */
export function facetOf(taxonomy: Taxonomy, { facet }: Term): Facet {
  const found = taxonomy.facets.get(facet);
  if (found === undefined) throw new Error(`The facet «${facet}» is not in the vocabulary`);
  return found;
}
