import { facetWords, termMeant } from '../model/facet-words.ts';
import { placeOf } from '../model/places.ts';
import { quoted, quotedList } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { withNarrower, type Facet, type Term } from '../model/taxonomy.ts';

const MOST_ADVISED = 3;

export const unassignableTerm: Rule = {
  id: 'unassignable-term',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'A heading of the vocabulary stands where a term is wanted.',
  why:
    'Headings such as «Field operations» keep terms together and are there to search by. A release is issued by one field operation, ' +
    'not by the heading; whoever asks for the heading finds all that is under it.',
  examples: [{ wrong: sampleRelease({ source: 'field-operations' }), right: sampleRelease({ source: 'baku' }) }],
  *check(manuscript, { taxonomy }): Generator<Finding> {
    for (const word of facetWords(manuscript, taxonomy)) {
      const term = termMeant(word, taxonomy);
      if (term === undefined || term.assignable) continue;
      yield {
        ...placeOf(manuscript, word.path),
        message: `${quoted(word.words)} is a heading of ${word.facet.name}: no release stands under it itself.`,
        hint: hintFor(word.facet, term),
      };
    }
  },
};

function hintFor(facet: Facet, heading: Term): string {
  const below = withNarrower(facet, heading).filter(({ assignable, deprecated }) => assignable && !deprecated);
  if (below.length === 0) return 'Write the id of the term that is meant.';
  return `Write the id of a term below it, such as ${quotedList(
    below.slice(0, MOST_ADVISED).map(({ id }) => id),
    'or',
  )}.`;
}
