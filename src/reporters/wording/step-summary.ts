/** The findings as a page for the summary of a GitHub Actions job (GitHub Flavored Markdown). */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ReportInput } from '../../model/reporter.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { advice, totals } from './sentences.ts';
import { worstFirst } from './worst-first.ts';
import { counted } from '../../text/counted.ts';

// For the sentence that says how many rows are missing.
const RESERVE = 200;

/** A heading, the counts, and a table of as many findings, the worst first, as fit into so many bytes of UTF-8. */
export function stepSummary(input: ReportInput, mostBytes: number): string {
  const written = [`### ${input.run.command}\n\n${totals(input.summary)}\n`];
  const all = worstFirst(input.diagnostics);
  if (all.length > 0) written.push('\n| | Place | Rule | What is wrong |\n|---|---|---|---|\n');
  let room = mostBytes - RESERVE - bytesOf(written.join(''));
  let rows = 0;
  for (const diagnostic of all) {
    const text = row(diagnostic, input);
    room -= bytesOf(text);
    if (room < 0) break;
    written.push(text);
    rows += 1;
  }
  if (rows < all.length) written.push(`\n${counted(all.length - rows, 'more finding')} in the log.\n`);
  written.push('\n');
  return room < 0 && rows === 0 ? '' : written.join('');
}

function row(diagnostic: Diagnostic, { hostPath }: ReportInput): string {
  const { severity, file, range, rule } = diagnostic;
  const place = `${hostPath(file)}:${range.start.line}:${range.start.column}`;
  return `| ${[severity, place, rule, advice(diagnostic)].map(plain).join(' | ')} |\n`;
}

/** Text that Markdown takes as it is: CommonMark lets every mark of ASCII be escaped. */
function plain(text: string): string {
  return terminalSafe(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
