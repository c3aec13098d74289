/** `--note`: what is told to readers, or kept for the house. */
import type { CommandOption, Invocation } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import { noteOf } from '../../operations/verbs/note.ts';

export const houseNote: CommandOption = {
  flags: '--note <words>',
  summary: 'why, for the house: a comment in the file, in no output',
};

export const dryRun: CommandOption = { flags: '-n, --dry-run', summary: 'show what would change, and change nothing' };

export const releaseArgument = {
  name: 'release',
  summary: 'id, path or a part of the slug that only it has',
  required: true,
  variadic: false,
} as const;

/** The note of the command line; undefined for none. Throws PressError for one that cannot be kept. */
export function noteFrom({ options }: Pick<Invocation, 'options'>): string | undefined {
  const words = options['note'];
  return typeof words === 'string' ? noteOf(words) : undefined;
}

/** The note that readers will see: asked for at a terminal. Rejects with a PressError where nobody can be asked. */
export async function noteForReaders(invocation: Invocation, message: string): Promise<string> {
  const { environment } = invocation;
  const given = noteFrom(invocation);
  if (given !== undefined) return given;
  if (environment.ask === undefined)
    throw new PressError('missing-answer', '--note is missing, and nobody can be asked here.', {
      hint: 'Say in a sentence what readers shall know: --note "The number of places was wrong."',
    });
  return noteOf(await environment.ask.text({ message, check: isNote }));
}

function isNote(words: string): true | string {
  try {
    noteOf(words);
    return true;
  } catch (error) {
    if (error instanceof PressError) return error.message;
    throw error;
  }
}
