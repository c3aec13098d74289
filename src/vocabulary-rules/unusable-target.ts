import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { everyReference, type Reference } from '../model/vocabulary-references.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

export const unusableTarget: VocabularyRule = {
  id: 'unusable-target',
  topic: 'links',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'A link proposes a term that no release may name.',
  why:
    'press suggests what is under «implies», and puts what replaces a deprecated term in its place. With a heading or a deprecated term ' +
    'there, it would propose what press validate then refuses.',
  examples: [
    {
      wrong: sampleVocabulary(
        'nature: {label: Nature, assignable: false, narrower: {water: {label: Water}}}\nfloods: {label: Floods, implies: [nature]}',
      ),
      right: sampleVocabulary(
        'nature: {label: Nature, assignable: false, narrower: {water: {label: Water}}}\nfloods: {label: Floods, implies: [water]}',
      ),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const reference of everyReference(vocabulary)) {
      const fault = faultOf(reference);
      if (fault === undefined) continue;
      const { path, words, key } = reference;
      yield {
        path,
        message: `${quoted(words)} under «${key}» is ${fault}, which no release may name.`,
        hint: 'Name a term that releases may have.',
      };
    }
  },
};

/** A deprecated successor is followed to its own successor, so only a heading is at fault there. */
function faultOf({ key, from, target }: Reference): string | undefined {
  if (target === undefined) return undefined;
  const { assignable, deprecated } = target.term;
  if (key === 'implies' && deprecated) return 'a deprecated term';
  const proposes = key === 'implies' || (key === 'replacedBy' && from.term.deprecated);
  return proposes && !assignable ? 'a heading' : undefined;
}
