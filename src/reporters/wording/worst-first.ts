import { severities, type Diagnostic } from '../../model/diagnostic.ts';

/** Errors, then warnings, then remarks; each in report order. */
export function worstFirst(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return severities.flatMap((severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity));
}
