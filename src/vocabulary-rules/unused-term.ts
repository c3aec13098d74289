import { quoted } from '../model/quoting.ts';
import { sampleRelease, samplePath } from '../model/sample-release.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { firstTerms, placeOfTerm, type Vocabulary, type VocabularyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';
import { useKey, type VocabularyUsage } from '../model/vocabulary-usage.ts';

const release = (topics: string): string => sampleRelease({ source: undefined, fields: undefined, topics });
const terms = sampleVocabulary('water: {label: Water}\nrivers: {label: Rivers}');

export const unusedTerm: VocabularyRule = {
  id: 'unused-term',
  topic: 'use',
  severity: 'info',
  scope: 'taxonomy',
  summary: 'No release names the term, or one that stands under it.',
  why:
    'That may be as it should be: a country about which nothing was issued yet. Or people choose another term, because they do not find ' +
    'this one or it means the same.',
  examples: [
    {
      wrong: { ...terms, [samplePath]: release('[water]') },
      right: { ...terms, [samplePath]: release('[water, rivers]') },
    },
  ],
  *check(vocabulary, { usage }): Generator<VocabularyFinding> {
    if (usage.releases === 0) return;
    const used = termsInUse(vocabulary, usage);
    for (const each of firstTerms(vocabulary)) {
      const { id, assignable, deprecated } = each.term;
      if (!assignable || deprecated || used.has(each)) continue;
      yield { ...placeOfTerm(each), message: `No release names ${quoted(id)}.` };
    }
  },
};

/** Those that releases name, and everything above them. */
function termsInUse(vocabulary: Vocabulary, { uses }: VocabularyUsage): Set<VocabularyTerm> {
  const used = new Set<VocabularyTerm>();
  for (const each of firstTerms(vocabulary)) {
    if (!uses.has(useKey(each.term))) continue;
    for (let at: VocabularyTerm | undefined = each; at !== undefined && !used.has(at); at = at.parent) used.add(at);
  }
  return used;
}
