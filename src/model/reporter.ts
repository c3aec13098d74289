/** The card of a way to print diagnostics. The exit status is computed elsewhere. */
import type { Diagnostic, DiagnosticSummary } from './diagnostic.ts';
import type { Paint } from './environment.ts';

export interface ReportInput {
  /** In report order. */
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: DiagnosticSummary;
  /** A line of a file as the person has it; undefined when it cannot be shown. */
  sourceLine(file: string, line: number): string | undefined;
  /** A path as it is written for the person, relative to where they stand. */
  displayPath(file: string): string;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

export interface Reporter {
  readonly id: string;
  readonly summary: string;
  write(input: ReportInput): Iterable<string>;
}
