/** What is asked of a validation, and what it answers. */
import type { EpochMilliseconds } from '../model/clock.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { ArchiveEntry, Rule } from '../model/rule.ts';
import type { RuleCost } from './validate-costs.ts';
import type { Levels } from './validate-levels.ts';

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
  /** Of the given files only these are judged; `comparesAll` then speaks of the given ones. Paths are from the root. */
  readonly isWanted?: (path: string) => boolean;
  readonly now: EpochMilliseconds;
  /** Everything is read and judged, whatever earlier runs remember; and nothing is remembered. */
  readonly forgets?: boolean;
  /** What earlier runs remember of a file counts when its content is the same, whatever the disk says of its times. */
  readonly comparesContent?: boolean;
  /** Milliseconds from any moment on: with it, what each rule costs is measured. */
  readonly stopwatch?: () => number;
}

export interface ExaminationOptions extends Pick<
  ValidateOptions,
  'rules' | 'levels' | 'unsaved' | 'now' | 'stopwatch' | 'forgets' | 'comparesContent'
> {
  /** For a program that makes fixes: a text in which one counts its places is held, because it must not be another by then. */
  readonly holdsMendable?: boolean;
}

export interface ReportOptions extends Pick<ValidateOptions, 'paths' | 'comparesAll' | 'isWanted'> {
  /** Every finding is wanted, however many a file has: for a program that works on them. */
  readonly isUnlimited?: boolean;
}

export interface Validation {
  /** In report order, at most 100 a file. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many files were judged. */
  readonly files: number;
  /** Which ones, from the root, in path order. */
  readonly judged: readonly string[];
  /** Everything that was read, also what was only compared with. */
  readonly archive: ReadonlyMap<string, ArchiveEntry>;
  /** Given paths that are no releases, from the root: they were not looked at. */
  readonly passedOver: readonly string[];
  /** The dearest first; empty without a stopwatch. */
  readonly costs: readonly RuleCost[];
}
