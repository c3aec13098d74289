import type { Command } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import { add } from '../../operations/refactor/add.ts';
import { refactorDetails, refactorOptions } from '../options/refactor-options.ts';
import { refactor, valuesOf } from '../refactor.ts';

/** `press taxonomy add`: one more term. */
export const taxonomyAdd: Command = {
  name: 'taxonomy add',
  writes: true,
  summary: 'Add a term to the vocabulary.',
  details: [
    'The id is for good: it does not change with the label. The term stands at the end of the first level, or of the terms under another one.',
    'A label or an alias in another language than the main one has the language before it: --label ru="Голосование". A word that already finds another term of the facet is refused.',
    refactorDetails,
  ],
  arguments: [{ name: 'facet/id', summary: 'where it belongs, and its lasting id', required: true, variadic: false }],
  options: [
    { flags: '--label <words>', summary: 'what people see; once for each language', repeatable: true },
    { flags: '--alias <words>', summary: 'another word that finds it; may be repeated', repeatable: true },
    { flags: '--under <term>', summary: 'the term that it stands under (default: none)' },
    ...refactorOptions,
  ],
  examples: [
    { line: 'taxonomy add field/water --label Water -n', summary: 'what would be written' },
    {
      line: 'taxonomy add field/local-media --label "Local media" --label ru="Местные СМИ" --under media-freedom -n',
      summary: 'in two languages, under another term',
    },
  ],
  async run(invocation) {
    const [term = ''] = invocation.arguments;
    const labels = valuesOf(invocation, 'label', false);
    if (labels.length === 0)
      throw new PressError('usage', '«--label» is missing.', {
        hint: 'Say what people shall see: --label "Local media".',
      });
    const { under } = invocation.options;
    const aliases = valuesOf(invocation, 'alias', false);
    return refactor(invocation, add({ term, labels, aliases, under: typeof under === 'string' ? under : undefined }));
  },
};
