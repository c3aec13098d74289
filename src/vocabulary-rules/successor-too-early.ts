import { quoted } from '../model/quoting.ts';
import { sampleOffices } from '../model/sample-vocabulary.ts';
import { everyReference } from '../model/vocabulary-references.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';
import { isSurelyBefore } from '../text/date-order.ts';

export const successorTooEarly: VocabularyRule = {
  id: 'successor-too-early',
  topic: 'time',
  severity: 'info',
  scope: 'taxonomy',
  summary: 'A successor began before its predecessor ended.',
  why:
    'That is right where a body that existed already took the work over, or where both worked side by side for a while. Otherwise one of ' +
    'the dates is wrong, and releases of those days seem to have two possible authors.',
  examples: [
    {
      wrong: sampleOffices(
        'harbour: {label: Harbour Office, active: {until: 2004}, replacedBy: [coast]}\ncoast: {label: Coast Office, active: {from: 2003}}',
      ),
      right: sampleOffices(
        'harbour: {label: Harbour Office, active: {until: 2004}, replacedBy: [coast]}\ncoast: {label: Coast Office, active: {from: 2005}}',
      ),
    },
  ],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const { from, key, path, target } of everyReference(vocabulary)) {
      if (key !== 'replacedBy' || target === undefined || target === from) continue;
      const [end, begin] = [from.term.active?.until, target.term.active?.from];
      if (!isSurelyBefore(begin, end)) continue;
      yield {
        path,
        message: `${quoted(target.term.id)} began (${begin}) before ${quoted(from.term.id)} ended (${end}).`,
        hint: 'Look at both dates; if they are right, nothing needs to change.',
        related: [{ path: [...target.path, 'active', 'from'], message: 'The successor begins here.' }],
      };
    }
  },
};
