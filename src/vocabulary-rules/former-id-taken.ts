import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { placeOfTerm, type VocabularyFacet, type VocabularyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

export const formerIdTaken: VocabularyRule = {
  id: 'former-id-taken',
  topic: 'tree',
  severity: 'error',
  scope: 'taxonomy',
  summary: 'A former id of one term is an id of another.',
  why:
    'A former id is kept so that old releases, bookmarks and other programs still find the term. When another term has it, they are sent ' +
    'to that one without a word.',
  examples: [
    {
      wrong: sampleVocabulary('water: {label: Water}\nrivers: {label: Rivers, formerIds: [water]}'),
      right: sampleVocabulary('water: {label: Water}\nrivers: {label: Rivers, formerIds: [streams]}'),
    },
  ],
  *check({ facets }): Generator<VocabularyFinding> {
    for (const facet of facets.values())
      for (const each of facet.terms)
        for (const [index, id] of each.term.formerIds.entries()) yield* taken(facet, each, [index, id]);
  },
};

function* taken(
  { byId, byFormerId }: VocabularyFacet,
  each: VocabularyTerm,
  [index, id]: readonly [number, string],
): Generator<VocabularyFinding> {
  const path = [...each.path, 'formerIds', index];
  const owner = byId.get(id);
  const rival = byFormerId.get(id);
  if (owner !== undefined)
    yield {
      path,
      message:
        owner.term.id === each.term.id
          ? `${quoted(id)} is the id of the term today.`
          : `${quoted(id)} is the id of another term today.`,
      hint: 'Take it out here, or give the other term another id.',
      ...(owner === each ? {} : { related: [{ ...placeOfTerm(owner), message: 'That term stands here.' }] }),
    };
  else if (rival !== undefined && rival !== each)
    yield {
      path,
      message: `${quoted(id)} is a former id of ${quoted(rival.term.id)} as well.`,
      hint: 'Keep it with the term that the old releases mean.',
      related: [{ ...placeOfTerm(rival), message: 'That term stands here.' }],
    };
}
