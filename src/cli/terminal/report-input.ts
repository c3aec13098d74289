/** What reporters are given, made of what was found and of the person's surroundings. */
import { createHash } from 'node:crypto';
import type { Diagnostic, DiagnosticSummary } from '../../model/diagnostic.ts';
import type { Environment } from '../../model/environment.ts';
import { validation, type ReportedRule, type ReportedRun, type ReportInput } from '../../model/reporter.ts';
import type { Position } from '../../model/text-range.ts';
import { prefixInCheckout } from '../options/build-machine.ts';
import { version } from '../version.ts';
import type { SourceLines } from './source-lines.ts';

export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: DiagnosticSummary;
  readonly lines: SourceLines;
  /** Every file that was judged, from the root, in path order. */
  readonly judged: readonly string[];
  readonly rules: readonly ReportedRule[];
  /** `press validate`, where nothing else is said. */
  readonly run?: ReportedRun;
  /** The repository's root, absolute. */
  readonly root: string;
  /** Whether no line of a file may be shown. */
  isHidden(file: string): boolean;
}

export function reportInput(findings: Findings, environment: Environment, paint = environment.paint): ReportInput {
  const { diagnostics, summary, lines, rules, isHidden } = findings;
  const shown = displayPaths(diagnostics, environment);
  const prefix = prefixInCheckout(findings.root, environment);
  return {
    diagnostics,
    summary,
    sourceLine: (file, line) => (isHidden(file) ? undefined : lines.at(file, line)),
    displayPath: (file) => shown.get(file) ?? file,
    hostPath: (file) => prefix + file,
    byteColumn: (file, place) => byteColumn(lines.at(file, place.line), place),
    digest: sha256,
    paint,
    width: environment.width,
    rules,
    // Few reports name them, and of a large archive they are many.
    get files() {
      return findings.judged;
    },
    run: findings.run ?? validation,
    now: environment.now,
    version,
  };
}

/** Hex SHA-256 of a text in UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A place behind the end of the line, at its line break, counts on. */
function byteColumn(line: string, { column }: Position): number {
  const before = column - 1;
  return Buffer.byteLength(line.slice(0, before)) + Math.max(0, before - line.length) + 1;
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
