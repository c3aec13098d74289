import type { DataPath } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import { sampleOffices } from '../model/sample-vocabulary.ts';
import { everyTerm, type VocabularyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';
import { isSurelyBefore } from '../text/date-order.ts';
import type { Period } from '../text/dates.ts';

export const periodReversed: VocabularyRule = {
  id: 'period-reversed',
  topic: 'time',
  severity: 'error',
  scope: 'taxonomy',
  summary: 'A period ends before it begins.',
  why:
    'Nothing lies in such a period: a body that ended before it began never existed, so every release that it issued is refused. Mostly ' +
    'the two dates changed places, or a digit is wrong.',
  examples: [
    {
      wrong: sampleOffices('harbour: {label: Harbour Office, active: {from: 2004, until: 1998-06}}'),
      right: sampleOffices('harbour: {label: Harbour Office, active: {from: 1998-06, until: 2004}}'),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const each of everyTerm(vocabulary))
      for (const [{ from, until }, path] of periodsOf(each))
        if (isSurelyBefore(until, from))
          yield {
            path: [...path, 'until'],
            message: `${quoted(until ?? '')} lies before ${quoted(from ?? '')}, when it began.`,
            hint: 'Put the dates right.',
            related: [{ path: [...path, 'from'], message: 'It begins here.' }],
          };
  },
};

function* periodsOf({ term, path }: VocabularyTerm): Generator<readonly [Period, DataPath]> {
  if (term.active !== undefined) yield [term.active, [...path, 'active']];
  for (const key of ['names', 'roles', 'memberOf'] as const)
    for (const [index, period] of term[key].entries()) yield [period, [...path, key, index]];
}
