/**
 * For GitHub Actions: orders to its runner, which shows each as an annotation at its line
 * (docs.github.com, «Workflow commands for GitHub Actions»; the grammar is in actions/runner, `ActionCommand.cs`).
 */
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Reporter, ReportInput } from '../model/reporter.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { totals } from './wording/sentences.ts';
import { worstFirst } from './wording/worst-first.ts';

const orders: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

// What GitHub shows of each kind, a step; everything is in the log.
const MOST_SHOWN = 10;

export const github: Reporter = {
  id: 'github',
  summary: 'For GitHub Actions: an annotation for each finding, errors first',
  givesOrders: true,
  *write(input) {
    for (const diagnostic of worstFirst(input.diagnostics)) yield `${annotation(diagnostic, input)}\n`;
    const { errors, warnings, infos } = input.summary;
    const isCut = Math.max(errors, warnings, infos) > MOST_SHOWN;
    yield `${totals(input.summary)}${isCut ? ` GitHub shows the first ${MOST_SHOWN} of each kind.` : ''}\n`;
  },
};

function annotation(diagnostic: Diagnostic, { hostPath }: ReportInput): string {
  const { severity, rule, file, range, message, hint } = diagnostic;
  const { start, end } = range;
  const properties: readonly (readonly [string, string | number])[] = [
    ['file', terminalSafe(hostPath(file))],
    ['line', start.line],
    ['endLine', end.line],
    // A place of several lines has no columns there.
    ...(start.line === end.line
      ? ([
          ['col', start.column],
          ['endColumn', end.column],
        ] as const)
      : []),
    ['title', rule],
  ];
  const text = [message, ...(hint === undefined ? [] : [hint])].map(terminalSafe).join('\n');
  const written = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${orders[severity]} ${written.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
