import { circles } from '../model/circles.ts';
import { quoted } from '../model/quoting.ts';
import { sampleOffices } from '../model/sample-vocabulary.ts';
import { everyTerm, idsOf, type VocabularyTerm } from '../model/vocabulary.ts';
import { referencesOf, targetsOf } from '../model/vocabulary-references.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

export const successionCycle: VocabularyRule = {
  id: 'succession-cycle',
  topic: 'links',
  severity: 'error',
  scope: 'taxonomy',
  summary: 'Terms replace each other in a circle.',
  why: 'Nobody can say what came last. Releases of a deprecated term go to the term that replaces it; in a circle they would go nowhere.',
  examples: [
    {
      wrong: sampleOffices(
        'harbour: {label: Harbour Office, replacedBy: [coast]}\ncoast: {label: Coast Office, replacedBy: [harbour]}',
      ),
      right: sampleOffices(
        'harbour: {label: Harbour Office, active: {until: 2004}, replacedBy: [coast]}\ncoast: {label: Coast Office}',
      ),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    const after = (each: VocabularyTerm): VocabularyTerm[] =>
      targetsOf(vocabulary, each, 'replacedBy').filter((target) => target !== each);
    for (const circle of circles(everyTerm(vocabulary), after)) {
      const round = new Set(circle);
      const links = circle.flatMap((each) => referencesOf(vocabulary, each));
      const link = links.find(
        ({ key, target, from }) => key === 'replacedBy' && target !== undefined && target !== from && round.has(target),
      );
      if (link === undefined) continue;
      yield {
        path: link.path,
        message: `${quoted(link.from.term.id)} is replaced by ${quoted(link.words)}, and in the end by itself; the circle goes through ${idsOf(circle)}.`,
        hint: 'Take out the link that leads back in time.',
      };
    }
  },
};
