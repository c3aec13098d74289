import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import type { VocabularyRule } from '../model/vocabulary-rule.ts';
import { clashFindings } from '../model/vocabulary-words.ts';

export const labelClash: VocabularyRule = {
  id: 'label-clash',
  topic: 'words',
  severity: 'error',
  scope: 'taxonomy',
  summary: 'Two terms of a facet have the same label.',
  why:
    'Readers see labels, not ids: in a list, a feed or a menu the two cannot be told apart, and what stands under the one is missing ' +
    'under the other.',
  examples: [
    {
      wrong: sampleVocabulary('water: {label: Water}\nwater-supply: {label: Water}'),
      right: sampleVocabulary('water: {label: Water}\nwater-supply: {label: Water supply}'),
    },
  ],
  check: (vocabulary) =>
    clashFindings(vocabulary, 'label-clash', ({ owner, other }) => ({
      message: `${quoted(other.words)} is the label of ${quoted(owner.by.term.id)} as well.`,
      hint: 'Give one of the two another label; if they are one thing, keep one and let the other be deprecated and replaced by it.',
    })),
};
