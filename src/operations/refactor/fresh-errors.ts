/** The errors that `press validate` would find after a change of the vocabulary, and did not find before. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Repository } from '../../model/repository.ts';
import type { ReleaseCheck } from '../release-check.ts';
import { validate } from '../validate.ts';

/**
 * Errors of the repository as it would be. A message may name a term by its new id, so errors are told apart by file and rule: where a
 * file has more errors of a rule than before, the last of them count as new.
 */
export function freshErrors(before: Repository, after: Repository, check: ReleaseCheck): Diagnostic[] {
  const found = errorsOf(after, check);
  if (found.length === 0) return [];
  const known = countsOf(errorsOf(before, check));
  return found.filter((finding) => {
    const left = known.get(kindOf(finding)) ?? 0;
    known.set(kindOf(finding), left - 1);
    return left <= 0;
  });
}

/** A plan is only looked at: nothing that it takes to judge it is kept for later runs. */
function errorsOf(repository: Repository, check: ReleaseCheck): Diagnostic[] {
  return validate(repository, { ...check, forgets: true }).diagnostics.filter(({ severity }) => severity === 'error');
}

function countsOf(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of diagnostics) counts.set(kindOf(finding), (counts.get(kindOf(finding)) ?? 0) + 1);
  return counts;
}

function kindOf({ file, rule }: Diagnostic): string {
  return `${file}\n${rule}`;
}
