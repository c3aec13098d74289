/** A name for each finding that stays the same from run to run, by which a code host knows old findings from new ones. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ReportInput } from '../../model/reporter.ts';

const LENGTH = 32;

/**
 * By finding: a hash of rule, file and the text of the line, then `:` and which of several equal ones it is. It stays when lines
 * move; no two of a report are equal. A line that must not be shown takes no part: a hash of few words can be guessed.
 */
export function fingerprintsOf(input: ReportInput): ReadonlyMap<Diagnostic, string> {
  const seen = new Map<string, number>();
  const prints = new Map<Diagnostic, string>();
  for (const diagnostic of input.diagnostics) {
    const { rule, file, range } = diagnostic;
    const line = input.sourceLine(file, range.start.line)?.trim() ?? '';
    const hash = input.digest(JSON.stringify([rule, file, line])).slice(0, LENGTH);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    prints.set(diagnostic, `${hash}:${count}`);
  }
  return prints;
}
