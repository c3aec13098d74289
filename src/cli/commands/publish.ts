import type { Command } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import { publish as publishVerb } from '../../operations/verbs/publish.ts';
import { changeRelease, namedManuscript } from '../change-release.ts';
import { dryRun, noteFrom, releaseArgument } from '../options/note-option.ts';

/** `press publish`: a release may go out. */
export const publish: Command = {
  name: 'publish',
  summary: 'Let a release go out, as soon as its date and its embargo let it.',
  details: [
    'Looks first for everything that «press validate» would call an error, and refuses with all of it at once. Then it sets the status to «published», and nothing else. ' +
      'A date or an embargo that lies ahead is no obstacle: the release becomes public by itself when both are reached.',
    'A release that was withdrawn comes back with --again and a note for readers alone, because they have been told that it must not be used.',
  ],
  arguments: [{ ...releaseArgument, only: 'unpublished' }],
  options: [
    {
      flags: '--note <words>',
      summary: 'why, for the house: a comment in the file, in no output; with --again for readers',
    },
    { flags: '--again', summary: 'bring back what was withdrawn by mistake' },
    dryRun,
  ],
  writes: true,
  examples: [
    { line: 'publish shared-schoolyard --dry-run', summary: 'what would change, and whether anything is in the way' },
    { line: 'publish releases/2026/2026-11-26-sarajevo-shared-schoolyard.md', summary: 'by its path' },
  ],
  async run(invocation) {
    const note = noteFrom(invocation);
    const again = invocation.options['again'] === true;
    if (again && note === undefined)
      throw new PressError('usage', '«--again» needs --note: readers were told that the release must not be used.', {
        hint: 'Tell them why it is back: --note "The withdrawal was a mistake; nothing in the text has changed."',
      });
    const manuscript = await namedManuscript(invocation);
    return changeRelease(invocation, manuscript.path, publishVerb({ note, again }));
  },
};
