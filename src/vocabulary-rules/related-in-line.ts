import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import type { Vocabulary, VocabularyTerm } from '../model/vocabulary.ts';
import { everyReference, targetsOf } from '../model/vocabulary-references.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

/** SKOS Reference, section 8.4, S27: «related» is disjoint with «broaderTransitive». */
export const relatedInLine: VocabularyRule = {
  id: 'related-in-line',
  topic: 'links',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'A term is «related» to one that stands above or below it.',
  why:
    '«related» is for terms that stand side by side in different branches. Between a term and its heading the tree says all there is ' +
    'to say, and programs that read the vocabulary as SKOS refuse the two together.',
  examples: [
    {
      wrong: sampleVocabulary('nature: {label: Nature, narrower: {water: {label: Water, related: [nature]}}}'),
      right: sampleVocabulary('nature: {label: Nature, narrower: {water: {label: Water}}}'),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const { from, key, path, words, target } of everyReference(vocabulary)) {
      if (key !== 'related' || target === undefined || target === from) continue;
      const isAbove = liesUnder(vocabulary, from, target);
      if (!isAbove && !liesUnder(vocabulary, target, from)) continue;
      yield {
        path,
        message: `${quoted(words)} stands ${isAbove ? 'above' : 'below'} ${quoted(from.term.id)}, so it is more than related.`,
        hint: 'Take the link out: the tree says it already.',
      };
    }
  },
};

/** Whether a term stands somewhere under another, or belongs to it by its own `memberOf`. */
function liesUnder(vocabulary: Vocabulary, term: VocabularyTerm, heading: VocabularyTerm): boolean {
  for (let at = term.parent; at !== undefined; at = at.parent) if (at === heading) return true;
  return targetsOf(vocabulary, term, 'memberOf').includes(heading);
}
