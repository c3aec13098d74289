import type { Command } from '../../model/command.ts';
import { hold as holdVerb } from '../../operations/verbs/hold.ts';
import { changeRelease, namedManuscript } from '../change-release.ts';
import { dryRun, houseNote, noteFrom, releaseArgument } from '../options/note-option.ts';

/** `press hold`: a release stays in until somebody publishes it. */
export const hold: Command = {
  name: 'hold',
  summary: 'Keep a release in until somebody publishes it.',
  details: [
    'Sets the status to «hold», and nothing else. When the release was public already, it says who has it: what readers have stays with them, and «press withdraw» tells them that it must not be used.',
  ],
  arguments: [releaseArgument],
  options: [houseNote, dryRun],
  writes: true,
  examples: [
    {
      line: 'hold voter-questions --note "Waits for the minister" -n',
      summary: 'with the reason, as a comment above the status',
    },
  ],
  async run(invocation) {
    const note = noteFrom(invocation);
    const manuscript = await namedManuscript(invocation);
    return changeRelease(invocation, manuscript.path, holdVerb({ note }));
  },
};
