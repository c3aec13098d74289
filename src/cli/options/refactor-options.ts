/** Options of every command that changes the vocabulary. */
import type { CommandOption } from '../../model/command.ts';

export const refactorOptions: readonly CommandOption[] = [
  { flags: '-n, --dry-run', summary: 'print a patch of everything that would change, and change nothing' },
  { flags: '-y, --yes', summary: 'change it without asking; nobody is asked in a script' },
];

/** What the pages of all of them say. */
export const refactorDetails =
  'taxonomy.yaml, the saved feeds in press.yaml and every release change together or not at all. Nothing but the words concerned is touched: comments, quotes, order and line ends stay. What would bring errors that are not there now is refused.';

export const termWords = { summary: 'id, any of its words, or facet/id', required: true } as const;
