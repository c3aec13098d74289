import { facetWords, type FacetWord } from '../model/facet-words.ts';
import type { Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { didYouMean } from '../model/press-error.ts';
import { quoted, quotedList } from '../model/quoting.ts';
import { replacement } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import type { OffsetFix } from '../model/manuscript.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { isSlipOf } from '../model/slip.ts';
import type { Taxonomy, Term } from '../model/taxonomy.ts';
import { allNames, lookUp, suggest } from '../model/term-lookup.ts';

export const unknownTerm: Rule = {
  id: 'unknown-term',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'A word is no term of its facet.',
  mends: {
    safe: 'Puts the id in the place of a word that is one slip away from it.',
    review: 'Puts the nearest term in the place of the word.',
  },
  why:
    'A release is found by its terms. Under a word that the vocabulary does not have nobody will look, so the release would be ' +
    'missing from lists, feeds and reports on its subject.',
  examples: [
    {
      wrong: sampleRelease({ fields: '[electoins, education]' }),
      right: sampleRelease({ fields: '[elections, education]' }),
    },
    {
      wrong: sampleRelease({ fields: '[elections, azerbaijan]' }),
      right: sampleRelease({ countries: '[azerbaijan]' }),
    },
  ],
  *check(manuscript, { taxonomy }): Generator<Finding> {
    for (const word of facetWords(manuscript, taxonomy)) {
      if (lookUp(taxonomy, word.words, word.facet.name).length > 0) continue;
      yield finding(word, placeOf(manuscript, word.path), taxonomy);
    }
  },
};

function finding(word: FacetWord, place: Span, taxonomy: Taxonomy): Finding {
  const message = `${quoted(word.words)} is not a term of ${word.facet.name}.`;
  const several = severalTerms(word, taxonomy);
  if (several !== undefined)
    return { ...place, message, hint: `Several terms are a list: write [${several.join(', ')}].` };
  const near = nearTerms(word, taxonomy);
  const fix = fixFor(word, near, place);
  const hint = didYouMean(near.map(({ id }) => id)) ?? elsewhere(word, taxonomy);
  return {
    ...place,
    message,
    hint,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Ids of terms that stand in one text, divided by commas, where a list is wanted. */
function severalTerms({ words, facet }: FacetWord, taxonomy: Taxonomy): string[] | undefined {
  const parts = words.split(',');
  const ids = parts.flatMap((part) => {
    const [only, another] = lookUp(taxonomy, part, facet.name);
    return only === undefined || another !== undefined ? [] : [only.id];
  });
  return parts.length > 1 && ids.length === parts.length ? ids : undefined;
}

/** The terms whose id, label, former name or alias is near. A heading is nothing to advise. */
function nearTerms({ words, facet }: FacetWord, taxonomy: Taxonomy): Term[] {
  const terms = new Set<Term>();
  for (const name of suggest(taxonomy, words, facet.name)) {
    for (const term of lookUp(taxonomy, name, facet.name)) if (term.assignable && !term.deprecated) terms.add(term);
  }
  return [...terms];
}

function fixFor({ words }: FacetWord, near: readonly Term[], place: Span): OffsetFix | undefined {
  const [only, another] = near;
  if (only === undefined || another !== undefined) return undefined;
  const isClear = [only.id, ...allNames(only)].some((name) => isSlipOf(words, name));
  return replacement(place, only.id, isClear ? 'safe' : 'review');
}

/** A word of another facet stands under the wrong key. */
function elsewhere({ words, facet }: FacetWord, taxonomy: Taxonomy): string {
  const facets = new Set(lookUp(taxonomy, words).map((term) => term.facet));
  const keys = [...facets].flatMap((name) => taxonomy.facets.get(name)?.property ?? []);
  if (keys.length > 0) return `It is a term that stands under ${quotedList(keys, 'or')}.`;
  return `«press taxonomy list ${facet.name}» shows the terms.`;
}
