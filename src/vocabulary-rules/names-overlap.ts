import { quoted } from '../model/quoting.ts';
import { sampleOffices } from '../model/sample-vocabulary.ts';
import { isOutOfOrder, successiveNames } from '../model/successive-names.ts';
import { labelOf } from '../model/term-names.ts';
import { everyTerm, type VocabularyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';
import { isSurelyWithin } from '../text/date-order.ts';

export const namesOverlap: VocabularyRule = {
  id: 'names-overlap',
  topic: 'time',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'A former name still holds when the next one begins.',
  why:
    'On those days the term has two names, and releases are shown under the first of them. A former name without a last day holds for ' +
    'ever: today’s releases would be shown under it.',
  examples: [
    {
      wrong: sampleOffices(
        'harbour:\n  label: Harbour Office\n  names:\n    - {label: Pier Office, from: 1990, until: 1998-06-30}\n    - {label: Quay Office, from: 1998-06-01, until: 2004}',
      ),
      right: sampleOffices(
        'harbour:\n  label: Harbour Office\n  names:\n    - {label: Pier Office, from: 1990, until: 1998-05-31}\n    - {label: Quay Office, from: 1998-06-01, until: 2004}',
      ),
    },
    {
      wrong: sampleOffices('harbour: {label: Harbour Office, names: [{label: Pier Office, from: 1990}]}'),
      right: sampleOffices('harbour: {label: Harbour Office, names: [{label: Pier Office, from: 1990, until: 2004}]}'),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const each of everyTerm(vocabulary)) {
      yield* withoutEnd(each);
      for (const pair of successiveNames(each)) {
        const { earlier, later, index } = pair;
        if (isOutOfOrder(pair) || !isSurelyWithin(earlier.until, later.from)) continue;
        yield {
          path: [...each.path, 'names', index + 1, 'from'],
          message: `From ${later.from} it is ${quoted(labelOf(later.label, 'en'))}, and until ${earlier.until} still ${quoted(labelOf(earlier.label, 'en'))}.`,
          hint: 'The last day of a name is the day before the next one begins.',
          related: [{ path: [...each.path, 'names', index, 'until'], message: 'The name before ends here.' }],
        };
      }
    }
  },
};

/** A name that began and has no end; one without any date holds never, because nobody knows when. */
function* withoutEnd({ term, path }: VocabularyTerm): Generator<VocabularyFinding> {
  for (const [index, { label, from, until }] of term.names.entries()) {
    if (until !== undefined || from === undefined || from === 'unknown') continue;
    yield {
      path: [...path, 'names', index],
      message: `${quoted(labelOf(label, 'en'))} is a former name from ${from} on without a last day, so it holds to this day.`,
      hint: 'Write its last day under «until», or «unknown»; the name of today is the label.',
    };
  }
}
