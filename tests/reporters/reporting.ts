/** What a reporter is given in these tests. */
import { createHash } from 'node:crypto';
import { summarise, type Diagnostic } from '../../src/model/diagnostic.ts';
import type { Paint } from '../../src/model/environment.ts';
import { validation, type ReportInput } from '../../src/model/reporter.ts';
import { LineMap } from '../../src/model/text-range.ts';
import { rules } from '../../src/rules/index.ts';

/** Colour one can read. */
export const markingPaint: Paint = {
  bad: (text) => `<bad>${text}</bad>`,
  warn: (text) => `<warn>${text}</warn>`,
  good: (text) => `<good>${text}</good>`,
  quiet: (text) => `<quiet>${text}</quiet>`,
  path: (text) => `<path>${text}</path>`,
  strong: (text) => `<strong>${text}</strong>`,
};

const same = (text: string): string => text;
export const noPaint: Paint = { bad: same, warn: same, good: same, quiet: same, path: same, strong: same };

export const file = 'releases/2009/a.md';

/** A finding about the first place where `part` stands in the text. */
export function diagnosticAt(text: string, part: string, changes: Partial<Diagnostic> = {}): Diagnostic {
  const start = text.indexOf(part);
  const range = new LineMap(text).range(start, start + part.length);
  return { rule: 'unknown-term', severity: 'error', file, range, message: 'Something is wrong.', ...changes };
}

export function reportOf(
  text: string,
  diagnostics: readonly Diagnostic[],
  changes: Partial<ReportInput> = {},
): ReportInput {
  return {
    diagnostics,
    summary: summarise(diagnostics, 31),
    sourceLine: (_, line) => new LineMap(text).lineText(line),
    displayPath: (path) => path,
    hostPath: (path) => path,
    byteColumn: (_, { line, column }) => Buffer.byteLength(new LineMap(text).lineText(line).slice(0, column - 1)) + 1,
    digest: (words) => createHash('sha256').update(words).digest('hex'),
    rules: rules.map(({ id, summary, why, severity }) => ({ id, summary, why, severity })),
    files: [...new Set([file, ...diagnostics.map((diagnostic) => diagnostic.file)])].sort(),
    run: validation,
    now: Date.UTC(2026, 10, 23, 12),
    version: '0.1.0',
    paint: noPaint,
    width: 80,
    ...changes,
  };
}
