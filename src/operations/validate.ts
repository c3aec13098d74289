/** Runs the rules over an archive: everything that is wrong, in all files, in one run. */
import type { EpochMilliseconds } from '../model/clock.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';
import type { Rule } from '../model/rule.ts';
import { Examination } from './validate-examination.ts';
import type { Levels } from './validate-levels.ts';
import type { RuleCost } from './validate-costs.ts';

export interface ValidateOptions {
  readonly rules: readonly Rule[];
  /** Where a rule's level was chosen by press.yaml or the command line (`levelsOf`). */
  readonly levels: Levels;
  /** Files and folders from the repository's root; without them, everything. Rules that compare files see the whole archive anyway. */
  readonly paths?: readonly string[];
  /** Texts that stand in for the files at their paths, or for files that do not exist yet. */
  readonly unsaved?: readonly Manuscript[];
  /** Findings of rules that compare files are wanted for all files, not for the judged ones alone. */
  readonly comparesAll?: boolean;
  readonly now: EpochMilliseconds;
  /** Milliseconds from any moment on: with it, what each rule costs is measured. */
  readonly stopwatch?: () => number;
}

export interface Validation {
  /** In report order, at most 100 a file. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many files were judged. */
  readonly files: number;
  /** Given paths that are no releases, from the root: they were not looked at. */
  readonly passedOver: readonly string[];
  /** The dearest first; empty without a stopwatch. */
  readonly costs: readonly RuleCost[];
}

/** The findings of the given files, or of all. Throws PressError when a path has no release, and for a broken taxonomy.yaml or press.yaml. */
export function validate(repository: Repository, options: ValidateOptions): Validation {
  return new Examination(repository, options).report(options);
}
