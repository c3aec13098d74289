/** Findings and their counts in words, as several reports need them. */
import type { Diagnostic, DiagnosticSummary } from '../../model/diagnostic.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { counted } from '../../text/counted.ts';

/** What is wrong and the way out, as one text. */
export function advice({ message, hint }: Diagnostic): string {
  return hint === undefined ? message : `${message} ${hint}`;
}

/** `path:line:column: severity: text [rule]`, in one line whatever the text holds: grep and editors read it. */
export function findingLine({ severity, rule, range }: Diagnostic, path: string, text: string): string {
  const { line, column } = range.start;
  return `${terminalSafe(path)}:${line}:${column}: ${severity}: ${terminalSafe(text)} [${rule}]`;
}

/** `31 files: 1 error, 0 warnings, 2 infos.` */
export function totals({ files, errors, warnings, infos }: DiagnosticSummary): string {
  if (errors + warnings + infos === 0) return `${counted(files, 'file')}: nothing wrong.`;
  const parts = [counted(errors, 'error'), counted(warnings, 'warning')];
  if (infos > 0) parts.push(counted(infos, 'info'));
  return `${counted(files, 'file')}: ${parts.join(', ')}.`;
}
