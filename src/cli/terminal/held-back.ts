import type { Environment } from '../../model/environment.ts';
import type { Gathering } from '../../operations/gather.ts';
import { counted } from '../../text/counted.ts';

/** Says on stderr how many releases did not go out. How many, never which: logs are public. */
export function sayWhatIsMissing(
  environment: Environment,
  { heldBack, unreadable }: Pick<Gathering, 'heldBack' | 'unreadable'>,
): void {
  const quiet = environment.paintErrors.quiet;
  if (heldBack > 0)
    environment.say(quiet(`Held back: ${counted(heldBack, 'release that is', 'releases that are')} not public.`));
  if (unreadable > 0) {
    environment.say(
      `Left out: ${counted(unreadable, 'file')} that cannot be read as a release; «press validate» says why.`,
    );
  }
}
