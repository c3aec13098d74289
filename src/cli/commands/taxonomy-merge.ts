import type { Command } from '../../model/command.ts';
import { merge } from '../../operations/refactor/merge.ts';
import { refactorDetails, refactorOptions, termWords } from '../options/refactor-options.ts';
import { refactor, requiredOption } from '../refactor.ts';

/** `press taxonomy merge`: several terms for one thing become one. */
export const taxonomyMerge: Command = {
  name: 'taxonomy merge',
  writes: true,
  summary: 'Make one term of several that mean the same, and move their releases to it.',
  details: [
    'The terms stay in the vocabulary with their names, marked as out of use, so that old words find the one that is left. A release that has both keeps one. For a body that was followed by another one, use «press taxonomy retire».',
    refactorDetails,
  ],
  arguments: [{ name: 'term', ...termWords, variadic: true }],
  options: [{ flags: '--into <term>', summary: 'the term that is left' }, ...refactorOptions],
  examples: [
    { line: 'taxonomy merge youth --into education -n', summary: 'everything that would change' },
    { line: 'taxonomy merge policing border-management --into security-sector -n', summary: 'two at once' },
  ],
  async run(invocation) {
    const into = requiredOption(invocation, 'into', 'Say which term is left: --into elections.');
    return refactor(invocation, merge({ terms: invocation.arguments, into }));
  },
};
