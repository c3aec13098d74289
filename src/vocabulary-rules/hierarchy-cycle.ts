import { circles } from '../model/circles.ts';
import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { everyTerm, idsOf, type Vocabulary, type VocabularyTerm } from '../model/vocabulary.ts';
import { everyReference, type Reference } from '../model/vocabulary-references.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

export const hierarchyCycle: VocabularyRule = {
  id: 'hierarchy-cycle',
  topic: 'tree',
  severity: 'error',
  scope: 'taxonomy',
  summary: 'Terms lie under each other in a circle.',
  why:
    'A term that lies under another cannot be above it as well: a search for the one would find the other, and the other way round, and ' +
    'neither would be the wider one. The circle always goes through «memberOf».',
  examples: [
    {
      wrong: sampleVocabulary('nature: {label: Nature, memberOf: [{term: water}], narrower: {water: {label: Water}}}'),
      right: sampleVocabulary('nature: {label: Nature, narrower: {water: {label: Water}}}'),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    const links = memberships(vocabulary);
    const above = (each: VocabularyTerm): VocabularyTerm[] => [
      ...(each.parent === undefined ? [] : [each.parent]),
      ...(links.get(each) ?? []).flatMap(({ target }) => target ?? []),
    ];
    for (const circle of circles(everyTerm(vocabulary), above)) {
      const round = new Set(circle);
      const link = circle
        .flatMap((each) => links.get(each) ?? [])
        .find(({ target }) => target !== undefined && round.has(target));
      if (link !== undefined) yield circleFinding(link, circle);
    }
  },
};

/** By the term that has them; a term that belongs to itself has a rule of its own. */
function memberships(vocabulary: Vocabulary): Map<VocabularyTerm, Reference[]> {
  const links = new Map<VocabularyTerm, Reference[]>();
  for (const link of everyReference(vocabulary)) {
    if (link.key !== 'memberOf' || link.target === link.from) continue;
    const others = links.get(link.from);
    if (others === undefined) links.set(link.from, [link]);
    else others.push(link);
  }
  return links;
}

function circleFinding(link: Reference, circle: readonly VocabularyTerm[]): VocabularyFinding {
  return {
    path: link.path,
    message: `${quoted(link.from.term.id)} lies under ${quoted(link.words)}, which lies under it in turn; the circle goes through ${idsOf(circle)}.`,
    hint: 'Take this membership out, or move one of the terms.',
  };
}
