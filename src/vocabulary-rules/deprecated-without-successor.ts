import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { everyTerm, placeOfTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

export const deprecatedWithoutSuccessor: VocabularyRule = {
  id: 'deprecated-without-successor',
  topic: 'links',
  severity: 'info',
  scope: 'taxonomy',
  summary: 'A deprecated term does not say what to use instead.',
  why: 'With «replacedBy», press proposes the other term wherever somebody writes this one, and moves old releases with --fix.',
  examples: [
    {
      wrong: sampleVocabulary('water: {label: Water}\nwaters: {label: Waters, deprecated: true}'),
      right: sampleVocabulary('water: {label: Water}\nwaters: {label: Waters, deprecated: true, replacedBy: [water]}'),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const each of everyTerm(vocabulary)) {
      if (!each.term.deprecated || each.term.replacedBy.length > 0) continue;
      yield {
        ...placeOfTerm(each),
        message: `${quoted(each.term.id)} is deprecated, and nothing replaces it.`,
        hint: 'If another term took its place, name it under «replacedBy».',
      };
    }
  },
};
