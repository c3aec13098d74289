import type { Command } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import { move } from '../../operations/refactor/move.ts';
import { refactorDetails, refactorOptions, termWords } from '../options/refactor-options.ts';
import { refactor } from '../refactor.ts';

/** `press taxonomy move`: another place in the tree. */
export const taxonomyMove: Command = {
  name: 'taxonomy move',
  writes: true,
  summary: 'Put a term, with everything under it, under another one.',
  details: ['Its lines move with their comments; no release changes.', refactorDetails],
  arguments: [{ name: 'term', ...termWords, variadic: false }],
  options: [
    { flags: '--under <term>', summary: 'the term that it is to stand under' },
    { flags: '--top', summary: 'to the first level of its facet' },
    ...refactorOptions,
  ],
  examples: [
    { line: 'taxonomy move policing --under security-sector -n', summary: 'what would change' },
    { line: 'taxonomy move safety-of-journalists --top -n', summary: 'to the first level' },
  ],
  async run(invocation) {
    const [term = ''] = invocation.arguments;
    const { under, top } = invocation.options;
    if ((typeof under === 'string') === (top === true))
      throw new PressError('usage', 'Say where the term is to stand: either --under or --top.', {
        hint: 'For example: press taxonomy move policing --under security-sector.',
      });
    return refactor(invocation, move({ term, under: typeof under === 'string' ? under : undefined }));
  },
};
