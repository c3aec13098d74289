import type { Environment } from '../../model/environment.ts';
import type { Selection } from '../../model/selection.ts';
import type { Gathering } from '../../operations/gather.ts';
import { unansweredValues } from '../../operations/unanswered.ts';
import { counted } from '../../text/counted.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';

/** Says on stderr how many releases did not go out. How many, never which: logs are public. */
export function sayWhatIsMissing(
  environment: Environment,
  { heldBack, unreadable, twins }: Pick<Gathering, 'heldBack' | 'unreadable' | 'twins'>,
): void {
  const quiet = environment.paintErrors.quiet;
  if (heldBack > 0)
    environment.say(quiet(`Held back: ${counted(heldBack, 'release that is', 'releases that are')} not public.`));
  if (unreadable > 0)
    environment.warn(
      `Left out: ${counted(unreadable, 'file')} that cannot be read as a release; «press validate» says why.`,
    );
  if (twins > 0)
    environment.warn(
      `Left out: ${counted(twins, 'release')} with an id that another public release has; «press validate» says which.`,
    );
}

/** Says that nothing was found, and which words of the selection no public release has. */
export function sayNothingFound(
  environment: Environment,
  { condition }: Pick<Selection, 'condition'>,
  { spokenOf, matched }: Pick<Gathering, 'spokenOf' | 'matched'>,
): void {
  if (matched > 0) {
    const answers = matched === 1 ? '1 release answers' : `${matched} releases answer`;
    return environment.say(`${answers} that, but --limit or --offset leaves nothing of it.`);
  }
  environment.say('No public release answers that.');
  for (const sentence of unansweredValues(condition, spokenOf)) environment.say(`  ${terminalSafe(sentence)}`);
}

/** Whether everything that the selection means and that is public went out. */
export function isComplete({ unreadable, twins }: Pick<Gathering, 'unreadable' | 'twins'>): boolean {
  return unreadable === 0 && twins === 0;
}
