/** One screen of findings: as many as fit into the window, the worst first, and among equals those of the file that was edited last. */
import { compareText, severities, type Diagnostic } from '../../model/diagnostic.ts';
import type { Environment } from '../../model/environment.ts';
import type { Reporter, ReportInput } from '../../model/reporter.ts';
import { displayWidth } from '../../text/display-width.ts';
import { plainPaint } from './colour.ts';
import { reportInput, type Findings } from './report-input.ts';

export interface ScreenContent {
  readonly findings: Findings;
  /** Path → when it was edited, as a number that grows; files that were not edited in this session are not in it. */
  readonly edited: ReadonlyMap<string, number>;
  /** As `14:03:22`. */
  readonly clock: string;
}

export interface Window {
  readonly rows: number;
  readonly reporter: Reporter;
}

/** Empties the window, and writes from its top. What has scrolled out of it stays. */
export const clearScreen = '\u001b[2J\u001b[H';

/** The text of a screen, without what clears it. */
export function drawScreen(content: ScreenContent, { rows, reporter }: Window, environment: Environment): string {
  const sorted = worstAndLatestFirst(content);
  const draw = (count: number, paint: ReportInput['paint']): string[] =>
    screenLines({ shown: sorted.slice(0, count), content, reporter }, paint, environment);
  // Every finding takes a row at least; one row stays free for the cursor.
  const isFitting = (count: number): boolean => rowsOf(draw(count, plainPaint), environment.width) < rows;
  return `${draw(mostThat(isFitting, Math.min(sorted.length, rows)), environment.paint).join('\n')}\n`;
}

/** File by file, as the report has them: the file with the worst finding first. */
function worstAndLatestFirst({ findings, edited }: ScreenContent): Diagnostic[] {
  const rank = ({ severity }: Diagnostic): number => severities.indexOf(severity);
  const latest = (file: string): number => edited.get(file) ?? -1;
  const worst = new Map<string, number>();
  for (const each of findings.diagnostics) worst.set(each.file, Math.min(rank(each), worst.get(each.file) ?? Infinity));
  const worstOf = ({ file }: Diagnostic): number => worst.get(file) ?? Infinity;
  return [...findings.diagnostics].sort(
    (a, b) =>
      worstOf(a) - worstOf(b) || latest(b.file) - latest(a.file) || compareText(a.file, b.file) || rank(a) - rank(b),
  );
}

interface Part {
  readonly shown: readonly Diagnostic[];
  readonly content: ScreenContent;
  readonly reporter: Reporter;
}

/** The findings, how many more there are, and last the counts of all of them with the time. */
function screenLines(
  { shown, content, reporter }: Part,
  paint: ReportInput['paint'],
  environment: Environment,
): string[] {
  const { findings, clock } = content;
  const pages = [...reporter.write({ ...reportInput({ ...findings, diagnostics: shown }, environment), paint })];
  // The last piece of a report sums it up. For that alone nothing needs to be drawn.
  const all = { ...reportInput(findings, environment), paint, sourceLine: () => undefined };
  const [counts = '', ...ways] = [...reporter.write(all)].at(-1)?.trimEnd().split('\n') ?? [];
  const held = heldBack(findings.diagnostics.length - shown.length, shown.length > 0);
  return [
    ...pages.slice(0, -1).flatMap((page) => page.trimEnd().split('\n').concat('')),
    ...(held === undefined ? [] : [paint.quiet(held), '']),
    ...ways,
    `${counts}  ${paint.quiet(`${clock}, Ctrl-C ends`)}`,
  ];
}

function heldBack(count: number, isSome: boolean): string | undefined {
  if (count === 0) return undefined;
  if (isSome) return `… and ${count} more`;
  return count === 1 ? '1 finding does not fit here.' : `${count} findings do not fit here.`;
}

/** How many rows lines take in a window of so many columns. */
function rowsOf(lines: readonly string[], width: number): number {
  return lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(displayWidth(line) / width)), 0);
}

/** The greatest number up to `most` for which all is well, when it is for every smaller one, too; 0 when it is for none. */
function mostThat(isWell: (count: number) => boolean, most: number): number {
  let [good, bad] = [0, most + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isWell(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
