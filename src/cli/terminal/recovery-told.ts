/** What became of changes that were interrupted, in sentences. */
import type { Conflict, RecoveredChange, RecoveryReport } from '../../model/recovery.ts';
import { counted } from '../../text/counted.ts';

/** One line for each change, one for each text that could not be put where it belongs, and one for each that nobody needs. */
export function recoveryLines(
  { changes, strays = [] }: RecoveryReport,
  { isDry }: { readonly isDry: boolean },
): string[] {
  const lines = changes.flatMap((change) => [
    change.outcome === 'finished' ? finishedLine(change, isDry) : takenBackLine(change, isDry),
    ...change.conflicts.map((conflict) => conflictLine(conflict, isDry)),
  ]);
  return [...lines, ...strays.map((path) => strayLine(path, isDry))];
}

function strayLine(path: string, isDry: boolean): string {
  return isDry
    ? `«${path}» was being written when the computer stopped, and nothing needs it. It would be removed.`
    : `«${path}» was being written when the computer stopped, and nothing needs it. It is removed.`;
}

function finishedLine({ purpose, since, files, written }: RecoveredChange, isDry: boolean): string {
  const which =
    written.length === 0
      ? `all of its ${counted(files, 'file')} ${isDry ? 'have' : 'had'} what they should`
      : `${written.length} of its ${counted(files, 'file')} ${isDry ? 'would be' : written.length === 1 ? 'was still to be' : 'were still to be'} written`;
  return isDry
    ? `«${purpose}», begun at ${since}, was interrupted while it was changing files. It would be finished: ${which}.`
    : `«${purpose}», begun at ${since}, had been interrupted while it was changing files. It is finished now: ${which}.`;
}

function takenBackLine({ purpose, since, files }: RecoveredChange, isDry: boolean): string {
  const about = counted(files, 'file');
  return isDry
    ? `«${purpose}», begun at ${since}, was interrupted before it changed any of its ${about}. What it had prepared would be removed.`
    : `«${purpose}», begun at ${since}, had been interrupted before it changed any of its ${about}. What it had prepared is removed; run it again.`;
}

function conflictLine({ kind, path, kept }: Conflict, isDry: boolean): string {
  if (kind === 'gone' || kept === undefined)
    return `«${path}» ${isDry ? 'would stay' : 'stays'} as it is, because its new text has been removed.`;
  return isDry
    ? `«${path}» has been edited since: the edit would stay, and the text that press wanted to write would go to «${kept}».`
    : `«${path}» had been edited since: the edit stays, and the text that press wanted to write is in «${kept}».`;
}
