import { facetWords, meaningsOf, type FacetWord } from '../model/facet-words.ts';
import { asItems } from '../model/list-edits.ts';
import type { Manuscript, OffsetFix, Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { didYouMean } from '../model/press-error.ts';
import { quoted, quotedList } from '../model/quoting.ts';
import { choiceOf, fixOf, replacement } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { isSlipOf } from '../model/slip.ts';
import type { Taxonomy, Term } from '../model/taxonomy.ts';
import { allNames, lookUp, suggest } from '../model/term-lookup.ts';

// Each suggestion looks at every name of the facet. Whoever has more than this wrong in one file has made one mistake, not many.
const MOST_SUGGESTIONS = 50;

export const unknownTerm: Rule = {
  id: 'unknown-term',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'A word is no term of its facet.',
  mends: {
    safe: 'Puts the id in the place of a word that is one slip away from it, and makes a list of several terms in one text.',
    review: 'Puts one of the nearest terms in the place of the word.',
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
  mayFind: (manuscript, { taxonomy }) =>
    facetWords(manuscript, taxonomy).some((word) => meaningsOf(word, taxonomy).length === 0),
  *check(manuscript, { taxonomy }): Generator<Finding> {
    let suggestions = MOST_SUGGESTIONS;
    for (const word of facetWords(manuscript, taxonomy)) {
      if (meaningsOf(word, taxonomy).length > 0) continue;
      const near = suggestions-- > 0 ? nearTerms(word, taxonomy) : [];
      yield finding(word, near, { manuscript, taxonomy });
    }
  },
};

function finding(
  word: FacetWord,
  near: readonly Term[],
  { manuscript, taxonomy }: { readonly manuscript: Manuscript; readonly taxonomy: Taxonomy },
): Finding {
  const place = placeOf(manuscript, word.path);
  const message = `${quoted(word.words)} is not a term of ${word.facet.name}.`;
  const several = severalTerms(word, taxonomy, manuscript.text.slice(place.start, place.end));
  if (several !== undefined) return { ...place, message, ...listOrChoice(word, several, { manuscript, place }) };
  const hint = didYouMean(near.map(({ id }) => id)) ?? elsewhere(word, taxonomy);
  return { ...place, message, hint, ...choiceOf(fixesFor(word, near, place)) };
}

/** Ids of terms that stand in one text, divided by commas or each on a line of its own, where a list is wanted. */
function severalTerms({ words, facet }: FacetWord, taxonomy: Taxonomy, source: string): string[] | undefined {
  for (const written of [words, source]) {
    const parts = written.split(/[,;\n]/).filter((part) => part.trim() !== '');
    const ids = parts.flatMap((part) => {
      const [only, another] = lookUp(taxonomy, part, facet.name);
      return only === undefined || another !== undefined ? [] : [only.id];
    });
    if (parts.length > 1 && ids.length === parts.length) return [...new Set(ids)];
  }
  return undefined;
}

interface Where {
  readonly manuscript: Manuscript;
  readonly place: Span;
}

/** Several terms become a list; where the facet takes one, a person says which. */
function listOrChoice({ facet }: FacetWord, ids: readonly string[], where: Where): Pick<Finding, 'hint' | 'fix'> {
  if (facet.multiple)
    return {
      hint: `Several terms are a list: write [${ids.join(', ')}].`,
      ...fixOf('Make a list of them', 'safe', asItems(where.manuscript, where.place, ids)),
    };
  return {
    hint: `${quoted(facet.property)} takes one term: write ${quotedList(ids, 'or')}.`,
    ...choiceOf(ids.map((id) => replacement(where.place, id, 'review'))),
  };
}

/** The terms whose id, label, former name or alias is near. A heading is nothing to advise. */
function nearTerms({ words, facet }: FacetWord, taxonomy: Taxonomy): Term[] {
  const terms = new Set<Term>();
  for (const name of suggest(taxonomy, words, facet.name)) {
    for (const term of lookUp(taxonomy, name, facet.name)) if (term.assignable && !term.deprecated) terms.add(term);
  }
  return [...terms];
}

/** Several near terms are a choice that nobody but a person can make. */
function fixesFor({ words }: FacetWord, near: readonly Term[], place: Span): OffsetFix[] {
  const isClear =
    near.length === 1 && near.flatMap((term) => [term.id, ...allNames(term)]).some((name) => isSlipOf(words, name));
  return near.map(({ id }) => replacement(place, id, isClear ? 'safe' : 'review'));
}

/** A word of another facet stands under the wrong key. */
function elsewhere({ words, facet }: FacetWord, taxonomy: Taxonomy): string {
  const facets = new Set(lookUp(taxonomy, words).map((term) => term.facet));
  const keys = [...facets].flatMap((name) => taxonomy.facets.get(name)?.property ?? []);
  if (keys.length > 0) return `It is a term that stands under ${quotedList(keys, 'or')}.`;
  return `«press taxonomy list ${facet.name}» shows the terms.`;
}
