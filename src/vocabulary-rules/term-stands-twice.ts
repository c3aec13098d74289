import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { placeOfTerm, type VocabularyFacet, type VocabularyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

/** Every other command refuses such a vocabulary. */
export const termStandsTwice: VocabularyRule = {
  id: 'term-stands-twice',
  topic: 'tree',
  severity: 'error',
  scope: 'taxonomy',
  summary: 'An id stands twice in a facet, such as a term under two headings.',
  why:
    'An id names one term, and a term has one place in the tree. Until that is put right no other command works with the vocabulary, ' +
    'because nobody could say which of the two a release means.',
  examples: [
    {
      wrong: sampleVocabulary(
        'nature: {label: Nature, narrower: {water: {label: Water}}}\nhealth: {label: Health, narrower: {water: {label: Water}}}',
      ),
      right: sampleVocabulary(
        'nature: {label: Nature, narrower: {water: {label: Water, memberOf: [{term: health}]}}}\nhealth: {label: Health}',
      ),
    },
  ],
  *check({ facets }): Generator<VocabularyFinding> {
    for (const facet of facets.values())
      for (const each of facet.terms) {
        const first = facet.byId.get(each.term.id);
        if (first !== undefined && first !== each) yield standsAgain(each, first, facet);
      }
  },
};

function standsAgain(again: VocabularyTerm, first: VocabularyTerm, { facet }: VocabularyFacet): VocabularyFinding {
  return {
    ...placeOfTerm(again),
    message: `${quoted(again.term.id)} stands a second time in ${facet.name}: ${where(first)} and ${where(again)}.`,
    hint: 'Keep it in one place, where «memberOf» may name the other heading; if these are two things, choose another id for one.',
    related: [{ ...placeOfTerm(first), message: 'It stands here first.' }],
  };
}

function where({ parent }: VocabularyTerm): string {
  return parent === undefined ? 'at the top' : `under ${quoted(parent.term.id)}`;
}
