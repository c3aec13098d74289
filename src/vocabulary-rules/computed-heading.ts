import { quoted } from '../model/quoting.ts';
import { sampleOffices } from '../model/sample-vocabulary.ts';
import { everyTerm, placeOfTerm, type VocabularyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

export const computedHeading: VocabularyRule = {
  id: 'computed-heading',
  topic: 'tree',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'A heading whose members press finds is used like an ordinary term.',
  why:
    'With «members: closed» a heading stands for everything beside it that has ceased to exist. Terms of its own under it are not looked ' +
    'at, and a release that named it would say nothing about who issued it.',
  examples: [
    {
      wrong: sampleOffices(
        'harbour: {label: Harbour Office, active: {until: 2004}}\nclosed: {label: Closed offices, members: closed}',
      ),
      right: sampleOffices(
        'harbour: {label: Harbour Office, active: {until: 2004}}\nclosed: {label: Closed offices, members: closed, assignable: false}',
      ),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const each of everyTerm(vocabulary)) if (each.term.members !== undefined) yield* faultsOf(each);
  },
};

function* faultsOf(each: VocabularyTerm): Generator<VocabularyFinding> {
  const { term, path, children } = each;
  if (term.assignable)
    yield {
      ...placeOfTerm(each),
      message: `Releases may name ${quoted(term.id)}, although press finds its members.`,
      hint: 'Write «assignable: false» beside «members: closed».',
    };
  if (children.length > 0)
    yield {
      path: [...path, 'narrower'],
      part: 'key',
      message: `What stands under ${quoted(term.id)} is not looked at, because press finds its members.`,
      hint: 'Move the terms beside the heading; their last day in «active» makes them members.',
    };
}
