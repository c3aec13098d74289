/** Changes to a text, shown before they are made. */
import type { Environment, Paint } from '../../model/environment.ts';
import { drawLine } from '../../reporters/drawing/source-line.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { unifiedDiff, type TextChange } from '../../text/unified-diff.ts';
import { loggable } from '../options/build-machine.ts';

export interface ChangedText {
  readonly path: string;
  readonly text: string;
  readonly edits: readonly TextChange[];
}

export interface PreviewStyle {
  readonly paint: Paint;
  readonly width: number;
}

/** A diff as a terminal shows it: in colour, and with no character that the terminal would obey. */
export function paintedDiff(diff: string, paint: Paint): string {
  const lines = diff.split('\n').map((line) => {
    const shown = terminalSafe(line.endsWith('\r') ? line.slice(0, -1) : line);
    if (/^(?:---|\+\+\+|diff --git|rename from|rename to) /.test(line)) return paint.strong(shown);
    if (line.startsWith('@@')) return paint.quiet(shown);
    return line.startsWith('+') ? paint.good(shown) : line.startsWith('-') ? paint.bad(shown) : shown;
  });
  return lines.join('\n');
}

/** A diff for standard output: to the byte, except where it is not a program that reads it: a terminal and the log of a build obey some texts. */
export function diffForOut(diff: string, environment: Environment): string {
  if (environment.outIsTerminal) return paintedDiff(diff, environment.paint);
  return loggable(diff, environment);
}

const MARGIN = '  ';

/** The lines that change, before and after; where it is one line, the changed words are underlined. */
export function changedLines({ path, text, edits }: ChangedText, style: PreviewStyle): string[] {
  const lines = unifiedDiff(path, text, edits)
    .split('\n')
    .slice(2)
    .filter((line) => line.startsWith('-') || line.startsWith('+'))
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const [before, after, more] = lines;
  if (before === undefined || after === undefined || more !== undefined || before.charAt(0) === after.charAt(0))
    return lines.flatMap((line) => drawn(line, undefined, style));
  const [old, fresh] = differingWords(before.slice(1), after.slice(1));
  return [...drawn(before, old, style), ...drawn(after, fresh, style)];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function drawn(line: string, stretch: Stretch | undefined, { paint, width }: PreviewStyle): string[] {
  const sign = line.charAt(0);
  const colour = sign === '+' ? paint.good : paint.bad;
  const room = width - MARGIN.length - 2;
  const { text, underline } = drawLine(line.slice(1), { ...(stretch ?? { from: 0, to: 0 }), width: room });
  const shown = `${MARGIN}${colour(`${sign} ${text}`)}`;
  return stretch === undefined || stretch.from === stretch.to ? [shown] : [shown, `${MARGIN}  ${colour(underline)}`];
}

/** What is left of two lines without their common beginning and end. */
function differingWords(a: string, b: string): [Stretch, Stretch] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < most - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1;
  // Whole words are easier to compare than a letter in each.
  while (head > 0 && isLetter(a.charAt(head - 1))) head -= 1;
  while (tail > 0 && isLetter(a.charAt(a.length - tail))) tail -= 1;
  return [
    { from: head, to: a.length - tail },
    { from: head, to: b.length - tail },
  ];
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}\p{M}_-]/u.test(character) || !character.isWellFormed();
}
