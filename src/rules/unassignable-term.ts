import { facetWords, termMeant } from '../model/facet-words.ts';
import { placeOf } from '../model/places.ts';
import { quoted, quotedList } from '../model/quoting.ts';
import { choiceOf, replacement } from '../model/replacement.ts';
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
  mends: { review: 'Puts a term below the heading in its place, where there are no more than three.' },
  why:
    'Headings such as «Field operations» keep terms together and are there to search by. A release is issued by one field operation, ' +
    'not by the heading; whoever asks for the heading finds all that is under it.',
  examples: [{ wrong: sampleRelease({ source: 'field-operations' }), right: sampleRelease({ source: 'baku' }) }],
  mayFind: (manuscript, { taxonomy }) =>
    facetWords(manuscript, taxonomy).some((word) => termMeant(word, taxonomy)?.assignable === false),
  *check(manuscript, { taxonomy }): Generator<Finding> {
    for (const word of facetWords(manuscript, taxonomy)) {
      const term = termMeant(word, taxonomy);
      if (term === undefined || term.assignable) continue;
      const below = withNarrower(word.facet, term).filter(({ assignable, deprecated }) => assignable && !deprecated);
      const place = placeOf(manuscript, word.path);
      yield {
        ...place,
        message: `${quoted(word.words)} is a heading of ${word.facet.name}: no release stands under it itself.`,
        hint: hintFor(below, word.facet),
        ...(below.length > MOST_ADVISED ? {} : choiceOf(below.map(({ id }) => replacement(place, id, 'review')))),
      };
    }
  },
};

function hintFor(below: readonly Term[], { name }: Facet): string {
  if (below.length === 0) return `Write the id of the term that is meant: «press taxonomy tree ${name}» shows them.`;
  return `Write the id of a term below it${below.length > MOST_ADVISED ? ', such as' : ':'} ${quotedList(
    below.slice(0, MOST_ADVISED).map(({ id }) => id),
    'or',
  )}.`;
}
