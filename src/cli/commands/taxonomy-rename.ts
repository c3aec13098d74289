import type { Command } from '../../model/command.ts';
import { rename } from '../../operations/refactor/rename.ts';
import { refactorDetails, refactorOptions, termWords } from '../options/refactor-options.ts';
import { refactor } from '../refactor.ts';

/** `press taxonomy rename`: another id for a term. */
export const taxonomyRename: Command = {
  name: 'taxonomy rename',
  writes: true,
  summary: 'Give a term another id, in every release that has it. Its label stays.',
  details: [
    'The old id is kept under «formerIds»: links, queries and files elsewhere that use it go on working. To change what people see, use «press taxonomy label».',
    refactorDetails,
  ],
  arguments: [
    { name: 'old', ...termWords, variadic: false },
    { name: 'new', summary: 'the new id', required: true, variadic: false },
  ],
  options: [...refactorOptions],
  examples: [{ line: 'taxonomy rename elections electoral-matters -n', summary: 'everything that would change' }],
  async run(invocation) {
    const [term = '', to = ''] = invocation.arguments;
    return refactor(invocation, rename({ term, to }));
  },
};
