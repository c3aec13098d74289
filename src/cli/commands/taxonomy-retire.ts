import type { Command } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import { retire } from '../../operations/refactor/retire.ts';
import { parsePartialDate } from '../../text/dates.ts';
import { refactorDetails, refactorOptions, termWords } from '../options/refactor-options.ts';
import { refactor, requiredOption, valuesOf } from '../refactor.ts';

/** `press taxonomy retire`: a body has ceased to exist. */
export const taxonomyRetire: Command = {
  name: 'taxonomy retire',
  writes: true,
  summary: 'Say on which day a body ceased to exist, and who came after.',
  details: [
    'No release changes: what the body issued stays its own, and lists call it closed. Releases of a later day that name it as their author are errors; with such releases the command is refused.',
    refactorDetails,
  ],
  arguments: [{ name: 'term', ...termWords, variadic: false }],
  options: [
    { flags: '--on <date>', summary: 'its last day, month or year: 2015-07-04, 2015-07, 2015' },
    { flags: '--replaced-by <term>', summary: 'who came after; may be repeated', repeatable: true },
    ...refactorOptions,
  ],
  examples: [
    { line: 'taxonomy retire source/albania --on 2027-12-31 -n', summary: 'what would be written' },
    { line: 'taxonomy retire source/kosovo --on 2027 --replaced-by skopje -n', summary: 'with a successor' },
  ],
  async run(invocation) {
    const [term = ''] = invocation.arguments;
    const on = requiredOption(invocation, 'on', 'Say its last day: --on 2015-07-04.');
    if (parsePartialDate(on) === undefined)
      throw new PressError('usage', `«--on ${on}» is no date.`, {
        hint: 'Write the last day, month or year: 2015-07-04, 2015-07 or 2015; or unknown.',
      });
    return refactor(invocation, retire({ term, on, replacedBy: valuesOf(invocation, 'replacedBy', true) }));
  },
};
