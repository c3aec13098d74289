import type { Command } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import { label } from '../../operations/refactor/label.ts';
import { parseCivilDate } from '../../text/dates.ts';
import { refactorDetails, refactorOptions, termWords } from '../options/refactor-options.ts';
import { refactor } from '../refactor.ts';

/** `press taxonomy label`: another name for a term. */
export const taxonomyLabel: Command = {
  name: 'taxonomy label',
  writes: true,
  summary: 'Give a term another name. Its id stays, so no release changes.',
  details: [
    'With --from the old name is kept with its last day, and «press export --labels as-of» uses it for releases of that time: for a body that was renamed. Without it the old name stays a word that finds the term: for a name that was merely improved.',
    refactorDetails,
  ],
  arguments: [
    { name: 'term', ...termWords, variadic: false },
    { name: 'name', summary: 'the new name', required: true, variadic: false },
  ],
  options: [
    { flags: '--from <day>', summary: 'first day of the new name: 2014-01-01' },
    { flags: '--lang <tag>', summary: 'language of the name (default: the main one of the vocabulary)' },
    ...refactorOptions,
  ],
  examples: [
    { line: 'taxonomy label elections "Elections and referendums" -n', summary: 'a better name' },
    {
      line: 'taxonomy label source/albania "OSCE Mission in Albania" --from 2027-01-01 -n',
      summary: 'an office that is renamed',
    },
  ],
  async run(invocation) {
    const [term = '', words = ''] = invocation.arguments;
    const { from, lang } = invocation.options;
    if (words.trim() === '')
      throw new PressError('usage', 'The new name is empty.', { hint: 'Give it in quotes: "Election observation".' });
    if (typeof from === 'string' && parseCivilDate(from) === undefined)
      throw new PressError('usage', `«--from ${from}» is no day.`, {
        hint: 'Write the first day of the new name, such as 2014-01-01.',
      });
    return refactor(
      invocation,
      label({
        term,
        label: words.trim(),
        from: typeof from === 'string' ? from : undefined,
        lang: typeof lang === 'string' ? lang : undefined,
      }),
    );
  },
};
