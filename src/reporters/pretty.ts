/** For people: each finding with the line that it is about, the place underlined, and the way out. */
import type { Diagnostic, DiagnosticSummary, Severity } from '../model/diagnostic.ts';
import type { Paint } from '../model/environment.ts';
import type { Reporter, ReportInput } from '../model/reporter.ts';
import type { Position } from '../model/text-range.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { drawLine } from './drawing/source-line.ts';

export const pretty: Reporter = {
  id: 'pretty',
  summary: 'For people: the line that a finding is about, and the way out',
  *write(input) {
    for (const diagnostic of input.diagnostics) yield `${lines(diagnostic, input).join('\n')}\n\n`;
    yield `${closing(input.summary, input.paint)}\n`;
  },
};

const indent = '  ';

function lines(diagnostic: Diagnostic, input: ReportInput): string[] {
  const { paint } = input;
  const { file, range, severity, rule, message, hint, related = [] } = diagnostic;
  const colour = colourOf(severity, paint);
  return [
    `${paint.path(placeOf(file, range.start, input))} ${colour(severity)} ${paint.quiet(rule)}`,
    `${indent}${paint.strong(terminalSafe(message))}`,
    ...drawing(diagnostic, input, colour),
    ...(hint === undefined ? [] : [`${indent}${terminalSafe(hint)}`]),
    ...related.map(
      (other) => `${indent}${paint.path(placeOf(other.file, other.range.start, input))} ${terminalSafe(other.message)}`,
    ),
  ];
}

function placeOf(file: string, { line, column }: Position, input: ReportInput): string {
  return `${terminalSafe(input.displayPath(file))}:${line}:${column}`;
}

function drawing({ file, range }: Diagnostic, input: ReportInput, colour: (text: string) => string): string[] {
  const { start, end } = range;
  const text = input.sourceLine(file, start.line);
  if (text === undefined || text.trim() === '') return [];
  const number = String(start.line);
  const gutter = `${indent}${number} | `;
  const lastColumn = end.line === start.line ? end.column : text.length + 1;
  const drawn = drawLine(text, { from: start.column - 1, to: lastColumn - 1, width: input.width - gutter.length });
  const margin = `${indent}${' '.repeat(number.length)} | `;
  return [`${input.paint.quiet(gutter)}${drawn.text}`, `${input.paint.quiet(margin)}${colour(drawn.underline)}`];
}

function colourOf(severity: Severity, paint: Paint): (text: string) => string {
  const colours = { error: paint.bad, warning: paint.warn, info: paint.quiet };
  return (text) => colours[severity].call(paint, text);
}

function closing({ files, errors, warnings, infos }: DiagnosticSummary, paint: Paint): string {
  if (errors + warnings + infos === 0) return paint.quiet(`${counted(files, 'release')}, nothing wrong.`);
  const parts = [counted(files, 'file'), counted(errors, 'error'), counted(warnings, 'warning')];
  if (infos > 0) parts.push(counted(infos, 'remark'));
  const text = parts.join(', ');
  return errors > 0 ? paint.bad(text) : paint.warn(text);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
