/** `press taxonomy merge`: several terms for one thing become one. Their words go on finding it. */
import { facetOf, namedTerm, namedTermOf } from '../../model/named-term.ts';
import { quotedList } from '../../model/quoting.ts';
import type { RefactorVerb, Vocabulary, VocabularyPlan } from '../../model/refactoring.ts';
import { objectionsToGoing, takenOutOfUse } from './going.ts';

export interface MergeWish {
  readonly terms: readonly string[];
  readonly into: string;
}

export function merge(wish: MergeWish): RefactorVerb {
  const purpose = `press taxonomy merge ${wish.terms.join(' ')} --into ${wish.into}`;
  return { purpose, plan: (vocabulary) => plan(vocabulary, wish) };
}

function plan({ taxonomy }: Vocabulary, { terms: words, into }: MergeWish): VocabularyPlan {
  const [first = ''] = words;
  const facet = facetOf(taxonomy, namedTerm(taxonomy, first));
  const going = [...new Set(words.map((each) => namedTermOf(taxonomy, facet, each)))];
  const successor = namedTermOf(taxonomy, facet, into);
  const reasons = objectionsToGoing(going, [successor]);
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const ids = going.map(({ id }) => id);
  return {
    kind: 'change',
    changes: going.flatMap((term) => takenOutOfUse(facet, term, [successor.id])),
    shift: {
      facet,
      terms: new Set(going),
      isOfIds: false,
      to: [successor.id],
      targetsIn: () => [successor.id],
    },
    told: [
      `${quotedList(ids, 'and')} ${ids.length === 1 ? 'stays' : 'stay'} in the vocabulary, out of use, so that old words find «${successor.id}».`,
    ],
  };
}
