/** Findings: what `press validate` says about a file, as plain values (`schemas/output/diagnostics.schema.json`). */
import type { Range } from './text-range.ts';

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** A replacement of one range of the file that the finding is about. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** `safe` fixes cannot change what the release says; `review` fixes want a person's eye. */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'review';
  readonly edits: readonly TextEdit[];
}

export interface RelatedPlace {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  /** Path from the repository's root, with `/`. */
  readonly file: string;
  readonly range: Range;
  readonly message: string;
  readonly hint?: string;
  readonly fix?: Fix;
  /** Other ways to mend it, where `fix` is only the likeliest of several: all of them want a person's eye. */
  readonly alternatives?: readonly Fix[];
  readonly related?: readonly RelatedPlace[];
}

export interface DiagnosticSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly fixable: number;
}

/** Order of a report: file, line, column, rule. */
export function inReportOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareText(a.rule, b.rule)
  );
}

/** Counts of a report over `files` files. */
export function summarise(diagnostics: readonly Diagnostic[], files: number): DiagnosticSummary {
  const count = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    files,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: diagnostics.filter((diagnostic) => diagnostic.fix?.safety === 'safe').length,
  };
}

/** By code unit, the same on every machine: no locale takes part in the order of any output. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
