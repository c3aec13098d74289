import type { DataPath } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import { sampleOffices } from '../model/sample-vocabulary.ts';
import { labelOf } from '../model/term-names.ts';
import type { FormerName } from '../model/taxonomy.ts';
import { everyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';
import { isSurelyBefore } from '../text/date-order.ts';
import type { Period } from '../text/dates.ts';

export const nameOutsideLife: VocabularyRule = {
  id: 'name-outside-life',
  topic: 'time',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'A name or a role reaches beyond the time in which the term existed.',
  why: 'What does not exist has no name. Either the dates of the name are wrong, or those under «active».',
  examples: [
    {
      wrong: sampleOffices(
        'harbour: {label: Harbour Office, active: {from: 1998}, names: [{label: Pier Office, from: 1990, until: 2004}]}',
      ),
      right: sampleOffices(
        'harbour: {label: Harbour Office, active: {from: 1998}, names: [{label: Pier Office, from: 1998, until: 2004}]}',
      ),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const { term, path } of everyTerm(vocabulary)) {
      if (term.active === undefined) continue;
      for (const key of ['names', 'roles'] as const)
        for (const [index, name] of term[key].entries()) yield* beyond(name, term.active, [...path, key, index]);
    }
  },
};

function* beyond(name: FormerName, active: Period, path: DataPath): Generator<VocabularyFinding> {
  const life = [...path.slice(0, -2), 'active'];
  const words = quoted(labelOf(name.label, 'en'));
  const hint = 'Put the dates of the one or of the other right.';
  const tooEarly = [name.from, name.until].find((bound) => isSurelyBefore(bound, active.from));
  const tooLate = [name.until, name.from].find((bound) => isSurelyBefore(active.until, bound));
  if (tooEarly !== undefined)
    yield {
      path: [...path, tooEarly === name.from ? 'from' : 'until'],
      message: `${words} is given for ${tooEarly}, and the term exists from ${active.from} on.`,
      hint,
      related: [{ path: [...life, 'from'], message: 'It begins here.' }],
    };
  if (tooLate !== undefined)
    yield {
      path: [...path, tooLate === name.until ? 'until' : 'from'],
      message: `${words} is given for ${tooLate}, and the term existed until ${active.until}.`,
      hint,
      related: [{ path: [...life, 'until'], message: 'It ends here.' }],
    };
}
