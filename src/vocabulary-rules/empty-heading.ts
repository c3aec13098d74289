import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { everyTerm, placeOfTerm } from '../model/vocabulary.ts';
import { everyReference } from '../model/vocabulary-references.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

export const emptyHeading: VocabularyRule = {
  id: 'empty-heading',
  topic: 'tree',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'A heading has no terms under it.',
  why: 'No release may name a heading, and a search for this one finds nothing, ever. It stands in menus and leads nowhere.',
  examples: [
    {
      wrong: sampleVocabulary('nature: {label: Nature, assignable: false}\nwater: {label: Water}'),
      right: sampleVocabulary('nature: {label: Nature, assignable: false, narrower: {water: {label: Water}}}'),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    const filled = new Set(
      [...everyReference(vocabulary)].flatMap(({ key, target }) => (key === 'memberOf' ? [target] : [])),
    );
    for (const each of everyTerm(vocabulary)) {
      const { term, children } = each;
      if (term.assignable || term.deprecated || term.members !== undefined) continue;
      if (children.length > 0 || filled.has(each)) continue;
      yield {
        ...placeOfTerm(each),
        message: `Nothing stands under the heading ${quoted(term.id)}, and no term belongs to it.`,
        hint: 'Put terms under it with «narrower», or let releases name it: take «assignable: false» away.',
      };
    }
  },
};
