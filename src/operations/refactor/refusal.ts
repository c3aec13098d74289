/** A refactoring that cannot be done: with all reasons at once, as far as anybody reads them. */
import { PressError } from '../../model/press-error.ts';
import type { Objection } from '../../model/refactoring.ts';
import { counted } from '../../text/counted.ts';

const MOST_SHOWN = 20;

/** The error of a refactoring; `purpose` is the command as it was typed. */
export function refusal(purpose: string, objections: readonly Objection[]): PressError {
  const lines = objections.slice(0, MOST_SHOWN).map(({ what, wayOut }) => `${what} ${wayOut}`.trimEnd());
  const rest = objections.length - lines.length;
  return new PressError('refused', `«${purpose}» cannot be done, and nothing was changed.`, {
    hint: [...lines, ...(rest > 0 ? [`… and ${counted(rest, 'more reason')} like these.`] : [])].join('\n  '),
  });
}
