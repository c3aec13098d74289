/** What became of findings after a fix. Places move, so a finding is known again by its file, its rule and what it says. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Proposal } from './fix-proposals.ts';

/** `unmended`: the fix did not help, or did harm besides; `unsure`: with it the release would be public, or would not be any more. */
export type Refusal = 'unmended' | 'unsure';

/** A finding whose fix was tried and taken back. */
export interface RefusedFix {
  readonly diagnostic: Diagnostic;
  readonly refusal: Refusal;
}

/** How often each finding stands in a report. */
export type Tally = ReadonlyMap<string, number>;

export interface Tallies {
  readonly was: Tally;
  readonly is: Tally;
}

/** What a finding is known by. */
export function keyOf({ file, rule, message }: Diagnostic): string {
  return JSON.stringify([file, rule, message]);
}

export function tally(found: readonly Diagnostic[]): Tally {
  const counts = new Map<string, number>();
  for (const diagnostic of found) counts.set(keyOf(diagnostic), countOf(counts, diagnostic) + 1);
  return counts;
}

/** Whether fixes have done away with what they were for; of equal findings, all those that were to be mended. */
export function areSettled(trial: readonly Proposal[], { was, is }: Tallies): boolean {
  const tried = trial.map(({ diagnostic }) => diagnostic);
  const mended = tally(tried);
  return tried.every((each) => countOf(was, each) - countOf(is, each) >= countOf(mended, each));
}

/**
 * Whether a finding is an error that was not there before. In a file whose front matter could not be read (`opened`) nothing
 * else could be found before, and other files could not be compared with it.
 */
export function isNewError(diagnostic: Diagnostic, { was, is }: Tallies, opened: ReadonlySet<string>): boolean {
  return diagnostic.severity === 'error' && opened.size === 0 && countOf(is, diagnostic) > countOf(was, diagnostic);
}

/** Findings with the fixes that they still have: none that did not help, and for review what nobody may do unasked. */
export function stillMendable(found: readonly Diagnostic[], refused: readonly RefusedFix[]): Diagnostic[] {
  const refusals = new Map(refused.map(({ diagnostic, refusal }) => [keyOf(diagnostic), refusal]));
  return found.map((diagnostic) => {
    const { fix, ...unmended } = diagnostic;
    const refusal = refusals.get(keyOf(diagnostic));
    if (fix === undefined || refusal === undefined) return diagnostic;
    return refusal === 'unmended' ? unmended : { ...diagnostic, fix: { ...fix, safety: 'review' } };
  });
}

function countOf(counts: Tally, diagnostic: Diagnostic): number {
  return counts.get(keyOf(diagnostic)) ?? 0;
}
