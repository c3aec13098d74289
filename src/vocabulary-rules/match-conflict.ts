import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { everyTerm, type VocabularyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

const others = ['broadMatch', 'narrowMatch', 'relatedMatch'] as const;

/** SKOS Reference, section 10.4, S46: exactMatch is disjoint with broadMatch and relatedMatch, and so with narrowMatch, its inverse. */
export const matchConflict: VocabularyRule = {
  id: 'match-conflict',
  topic: 'codes',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'A term is said to be the same as another one, and not the same.',
  why: 'What means the same is neither wider nor narrower nor merely related. Programs that read the vocabulary as SKOS refuse the two together.',
  examples: [
    {
      wrong: sampleVocabulary(
        'elections: {label: Elections, match: {exactMatch: ["medtop:20000574"], broadMatch: ["medtop:20000574"]}}',
      ),
      right: sampleVocabulary('elections: {label: Elections, match: {exactMatch: ["medtop:20000574"]}}'),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const each of everyTerm(vocabulary)) yield* conflictsOf(each);
  },
};

function* conflictsOf({ term, path }: VocabularyTerm): Generator<VocabularyFinding> {
  const exact = term.match.get('exactMatch') ?? [];
  for (const relation of others) {
    for (const [index, concept] of (term.match.get(relation) ?? []).entries()) {
      if (!exact.includes(concept)) continue;
      yield {
        path: [...path, 'match', relation, index],
        message: `${quoted(concept)} stands under «exactMatch» as well as under «${relation}».`,
        hint: 'Keep it under one of the two.',
        related: [{ path: [...path, 'match', 'exactMatch', exact.indexOf(concept)], message: 'It stands here, too.' }],
      };
    }
  }
}
