import { quoted } from '../model/quoting.ts';
import { sampleOffices } from '../model/sample-vocabulary.ts';
import { labelOf } from '../model/term-names.ts';
import { everyTerm } from '../model/vocabulary.ts';
import { isOutOfOrder, successiveNames } from '../model/successive-names.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

export const namesOrder: VocabularyRule = {
  id: 'names-order',
  topic: 'time',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'Former names do not stand in the order in which they came.',
  why: 'The list tells how the name changed: the oldest first, and «label» is the last. Programs that read the vocabulary rely on it.',
  examples: [
    {
      wrong: sampleOffices(
        'harbour:\n  label: Harbour Office\n  names:\n    - {label: Quay Office, from: 1998, until: 2004}\n    - {label: Pier Office, from: 1990, until: 1997}',
      ),
      right: sampleOffices(
        'harbour:\n  label: Harbour Office\n  names:\n    - {label: Pier Office, from: 1990, until: 1997}\n    - {label: Quay Office, from: 1998, until: 2004}',
      ),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const each of everyTerm(vocabulary))
      for (const pair of successiveNames(each)) {
        if (!isOutOfOrder(pair)) continue;
        const [first, second] = [labelOf(pair.later.label, 'en'), labelOf(pair.earlier.label, 'en')];
        yield {
          path: [...each.path, 'names', pair.index + 1],
          message: `${quoted(first)} came before ${quoted(second)}, and stands behind it.`,
          hint: 'Put the oldest name first.',
        };
      }
  },
};
