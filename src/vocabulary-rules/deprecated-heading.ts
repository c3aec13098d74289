import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { everyTerm, idsOf, placeOfTerm } from '../model/vocabulary.ts';
import { quoted } from '../model/quoting.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

export const deprecatedHeading: VocabularyRule = {
  id: 'deprecated-heading',
  topic: 'tree',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'Terms in use stand under a deprecated one.',
  why: 'Whoever browses the tree does not open a branch that is out of use, so its terms are not found and not chosen.',
  examples: [
    {
      wrong: sampleVocabulary(
        'nature: {label: Nature, deprecated: true, replacedBy: [air], narrower: {water: {label: Water}}}\nair: {label: Air}',
      ),
      right: sampleVocabulary(
        'nature: {label: Nature, deprecated: true, replacedBy: [air]}\nair: {label: Air}\nwater: {label: Water}',
      ),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const each of everyTerm(vocabulary)) {
      const inUse = each.term.deprecated ? each.children.filter(({ term }) => !term.deprecated) : [];
      if (inUse.length === 0) continue;
      yield {
        ...placeOfTerm(each),
        message: `${quoted(each.term.id)} is deprecated, and what stands under it is not: ${idsOf(inUse)}.`,
        hint: 'Move the terms to where they belong now.',
      };
    }
  },
};
