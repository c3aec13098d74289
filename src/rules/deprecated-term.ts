import { releaseDay } from '../model/date-values.ts';
import { facetWords, termMeant } from '../model/facet-words.ts';
import { placeOf } from '../model/places.ts';
import { quoted, quotedList } from '../model/quoting.ts';
import { replacement } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import type { Facet, Term } from '../model/taxonomy.ts';
import { labelOn } from '../model/term-names.ts';

const vocabulary = `version: 1
facets:
  field:
    property: fields
    multiple: true
    terms:
      elections: {label: Elections}
      education: {label: Education}
      electoral-matters: {label: Electoral matters, deprecated: true, replacedBy: [elections]}
`;

const release = (fields: string): string => sampleRelease({ source: undefined, fields });

/** A term that was merged into another stays in the vocabulary, so that its words are still found. */
export const deprecatedTerm: Rule = {
  id: 'deprecated-term',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'A term is one that the vocabulary says not to use.',
  mends: { safe: 'Puts the successor in the place of the term.' },
  why:
    'Two terms for one thing divide its releases between them: who asks for one does not see the other. So one of them was taken ' +
    'out of use, and what stood under it belongs under the other.',
  examples: [
    {
      wrong: { 'taxonomy.yaml': vocabulary, [samplePath]: release('[electoral-matters, education]') },
      right: { 'taxonomy.yaml': vocabulary, [samplePath]: release('[elections, education]') },
    },
  ],
  *check(manuscript, { taxonomy }): Generator<Finding> {
    const day = releaseDay(manuscript.data) ?? '';
    for (const word of facetWords(manuscript, taxonomy)) {
      const term = termMeant(word, taxonomy);
      if (term?.deprecated !== true) continue;
      const place = placeOf(manuscript, word.path);
      const [only, ...others] = successors(word.facet, term);
      yield {
        ...place,
        message: `${quoted(word.words)} (${labelOn(term, day, 'en')}) is no longer used.`,
        hint:
          only === undefined
            ? 'Choose another term, or take it out.'
            : `Write ${quotedList(
                [only, ...others].map(({ id }) => id),
                'or',
              )}.`,
        ...(only !== undefined && others.length === 0 ? { fix: replacement(place, only.id, 'safe') } : {}),
      };
    }
  },
};

/** The terms in use that a term was replaced by, however many merges lie between. */
function successors(facet: Facet, term: Term): Term[] {
  const found = new Set<Term>();
  const seen = new Set([term]);
  for (const next of seen) {
    for (const id of next.replacedBy) {
      const other = facet.terms.get(id);
      if (other === undefined) continue;
      if (other.deprecated) seen.add(other);
      else found.add(other);
    }
  }
  return [...found];
}
