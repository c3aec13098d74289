import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { everyReference } from '../model/vocabulary-references.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

export const selfReference: VocabularyRule = {
  id: 'self-reference',
  topic: 'links',
  severity: 'error',
  scope: 'taxonomy',
  summary: 'A term refers to itself.',
  why: 'No term belongs to itself, comes after itself or goes with itself: another one was meant, or the link is left over from a copy.',
  examples: [
    {
      wrong: sampleVocabulary('water: {label: Water, related: [water]}\nrivers: {label: Rivers}'),
      right: sampleVocabulary('water: {label: Water, related: [rivers]}\nrivers: {label: Rivers}'),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const { from, key, path, target } of everyReference(vocabulary)) {
      if (target?.term.facet !== from.term.facet || target.term.id !== from.term.id) continue;
      yield {
        path,
        message: `${quoted(from.term.id)} refers to itself under «${key}».`,
        hint: 'Name the term that is meant, or take the link out.',
      };
    }
  },
};
