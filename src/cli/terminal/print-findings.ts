/** Findings through a reporter, to the terminal, a pipe or a file. */
import type { Diagnostic, DiagnosticSummary } from '../../model/diagnostic.ts';
import type { Environment } from '../../model/environment.ts';
import type { Reporter, ReportInput } from '../../model/reporter.ts';
import type { SourceLines } from './source-lines.ts';
import { plainPaint } from './colour.ts';
import { OutputClosed } from './output.ts';

export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: DiagnosticSummary;
  readonly lines: SourceLines;
}

export interface Printing {
  readonly reporter: Reporter;
  /** The file to print into; standard output when there is none. */
  readonly target: string | undefined;
  /** What the run ends with, also when the reader of the output goes away before its end. */
  readonly status: 0 | 1;
}

/** Prints everything; rejects when the output takes no more. */
export async function printFindings(findings: Findings, printing: Printing, environment: Environment): Promise<void> {
  const { reporter, target, status } = printing;
  const shown = displayPaths(findings.diagnostics, environment);
  const input: ReportInput = {
    diagnostics: findings.diagnostics,
    summary: findings.summary,
    sourceLine: (file, line) => findings.lines.at(file, line),
    displayPath: (file) => shown.get(file) ?? file,
    paint: target === undefined ? environment.paint : plainPaint,
    width: environment.width,
  };
  if (target !== undefined) return environment.files.write(target, reporter.write(input));
  try {
    for (const chunk of reporter.write(input)) await environment.out(chunk);
  } catch (error) {
    if (error instanceof OutputClosed && error.reason === 'gone') error.status = status;
    throw error;
  }
}

function displayPaths(diagnostics: readonly Diagnostic[], { files }: Environment): Map<string, string> {
  const shown = new Map<string, string>();
  for (const { file, related = [] } of diagnostics) {
    for (const path of [file, ...related.map((place) => place.file)]) {
      if (!shown.has(path)) shown.set(path, files.display(path));
    }
  }
  return shown;
}
