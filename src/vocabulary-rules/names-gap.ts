import { quoted } from '../model/quoting.ts';
import { sampleOffices } from '../model/sample-vocabulary.ts';
import { isOutOfOrder, successiveNames } from '../model/successive-names.ts';
import { labelOf } from '../model/term-names.ts';
import { everyTerm, type VocabularyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';
import { isSurelyApart } from '../text/date-order.ts';

export const namesGap: VocabularyRule = {
  id: 'names-gap',
  topic: 'time',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'Between two former names lie days on which the term had none.',
  why:
    'A release of those days is shown under the name of today, which nobody used then. Where nobody knows the day, the word «unknown» ' +
    'says so and is no gap; neither are dates by year or month that may meet.',
  examples: [
    {
      wrong: sampleOffices(
        'harbour:\n  label: Harbour Office\n  names:\n    - {label: Pier Office, from: 1990, until: 1997}\n    - {label: Quay Office, from: 1999, until: 2004}',
      ),
      right: sampleOffices(
        'harbour:\n  label: Harbour Office\n  names:\n    - {label: Pier Office, from: 1990, until: 1998}\n    - {label: Quay Office, from: 1999, until: 2004}',
      ),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const each of everyTerm(vocabulary)) {
      yield* lateFirstName(each);
      for (const pair of successiveNames(each)) {
        const { earlier, later, index } = pair;
        if (isOutOfOrder(pair) || !isSurelyApart(earlier.until, later.from)) continue;
        yield {
          path: [...each.path, 'names', index + 1, 'from'],
          message: `${quoted(labelOf(earlier.label, 'en'))} was its name until ${earlier.until}, ${quoted(labelOf(later.label, 'en'))} from ${later.from}: between them it has none.`,
          hint: 'Put the dates right, add the name that is missing, or write «unknown».',
          related: [{ path: [...each.path, 'names', index, 'until'], message: 'The name before ends here.' }],
        };
      }
    }
  },
};

function* lateFirstName({ term, path }: VocabularyTerm): Generator<VocabularyFinding> {
  const from = term.names[0]?.from;
  const begin = term.active?.from;
  if (!isSurelyApart(begin, from)) return;
  yield {
    path: [...path, 'names', 0, 'from'],
    message: `It exists from ${begin} on, and its first name holds from ${from} on: before that it has none.`,
    hint: 'Put the dates right, add the name that is missing, or write «unknown».',
    related: [{ path: [...path, 'active', 'from'], message: 'It begins here.' }],
  };
}
