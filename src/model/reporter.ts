/** The card of a way to print diagnostics. The exit status is computed elsewhere. */
import type { EpochMilliseconds } from './clock.ts';
import type { Diagnostic, DiagnosticSummary } from './diagnostic.ts';
import type { Paint } from './environment.ts';
import type { RuleFacts } from './rule.ts';
import type { Position } from './text-range.ts';

export interface ReportInput {
  /** In report order. */
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: DiagnosticSummary;
  /** A line of a file as the person has it; undefined when it cannot or must not be shown. */
  sourceLine(file: string, line: number): string | undefined;
  /** A path as it is written for the person, relative to where they stand. */
  displayPath(file: string): string;
  /** A path as the host of the code knows it, with `/`: from the top of the checkout, or from the repository's root. */
  hostPath(file: string): string;
  /** The column of a place, counted from 1 in bytes of UTF-8. */
  byteColumn(file: string, place: Position): number;
  /** Hex SHA-256 of a text in UTF-8. */
  digest(text: string): string;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** Every rule that findings may name, in the order in which press lists them. */
  readonly rules: readonly ReportedRule[];
  /** The files that were judged, also those without findings; paths as in a diagnostic, in path order. */
  readonly files: readonly string[];
  readonly run: ReportedRun;
  /** The one moment of the run. */
  readonly now: EpochMilliseconds;
  /** Version of press. */
  readonly version: string;
}

/** What was done, in the words of reports. */
export interface ReportedRun {
  /** The command that found it, as people type it: `press validate`. */
  readonly command: string;
  /** What it looks at, as one counts it: `release`. */
  readonly unit: string;
}

/** What most findings come from. */
export const validation: ReportedRun = { command: 'press validate', unit: 'release' };

export type ReportedRule = Pick<RuleFacts, 'id' | 'summary' | 'why' | 'severity'>;

export interface Reporter {
  readonly id: string;
  readonly summary: string;
  /** What it prints are orders to a machine that runs builds, each written so that no text of a release can add one. */
  readonly givesOrders?: true;
  write(input: ReportInput): Iterable<string>;
  /** A sentence for the person about what the report leaves out; undefined when it holds everything. */
  remark?(input: ReportInput): string | undefined;
}
