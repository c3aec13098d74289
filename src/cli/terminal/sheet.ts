/** Lines of a page about one thing: sections with a heading, text wrapped below it, places of files drawn into it. */
import { largest } from '../../text/largest.ts';
import type { Environment } from '../../model/environment.ts';
import type { Manuscript, Span } from '../../model/manuscript.ts';
import { drawLine } from '../../reporters/drawing/source-line.ts';
import { displayWidth, padToWidth } from '../../text/display-width.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { wrapLine } from '../../text/wrap.ts';

export type Screen = Pick<Environment, 'paint' | 'width' | 'files'>;
export type Paintwork = (text: string) => string;

const INDENT = '  ';
const NARROWEST = 30;

/** Text in lines as wide as the screen, `depth` steps in. What comes from files is made safe. */
export function wrapped(text: string, { width }: Pick<Screen, 'width'>, depth = 1): string[] {
  const indent = INDENT.repeat(depth);
  return wrapLine(terminalSafe(text), Math.max(NARROWEST, width - indent.length)).map((line) => indent + line);
}

/** A heading and its lines; nothing without lines. */
export function section(heading: string, lines: readonly string[], { paint }: Pick<Screen, 'paint'>): string[] {
  return lines.length === 0 ? [] : [[paint.strong(heading), ...lines].join('\n')];
}

export interface Row {
  readonly cells: readonly string[];
  readonly text: string;
  readonly paint?: Paintwork;
}

/** Columns beside each other, and behind them a text, or below it where there is no room. */
export function rows(table: readonly Row[], { width }: Pick<Screen, 'width'>): string[] {
  const safe = table.map((row) => ({ ...row, cells: row.cells.map(terminalSafe) }));
  const columns =
    safe[0]?.cells.map((_, at) =>
      largest(
        safe.map(({ cells }) => displayWidth(cells[at] ?? '')),
        0,
      ),
    ) ?? [];
  return safe.flatMap(({ cells, text, paint = (line) => line }) => {
    const head = `${INDENT}${cells.map((cell, at) => padToWidth(cell, columns[at] ?? 0)).join(INDENT)}`;
    const shown = terminalSafe(text);
    if (displayWidth(head) + INDENT.length + displayWidth(shown) <= width) return [`${head}${INDENT}${paint(shown)}`];
    return [head.trimEnd(), ...wrapped(text, { width }, 3).map(paint)];
  });
}

const MOST_REMARKS = 5;

/** `path:line:column`, and the line with the place underlined; remarks above it in the file come along, because they may say why. */
export function placeDrawn({ path, text, lines }: Manuscript, { start, end }: Span, screen: Screen): string[] {
  const { paint, width, files } = screen;
  const from = lines.at(start);
  const to = lines.at(end);
  const where = `${INDENT}${paint.path(`${terminalSafe(files.display(path))}:${from.line}:${from.column}`)}`;
  const source = lines.lineText(from.line);
  if (text === '' || source.trim() === '') return [where];
  const margin = String(from.line).length;
  const row = (label: string, drawn: string): string =>
    `${INDENT}${paint.quiet(`${label.padStart(margin)} |`)} ${drawn}`.trimEnd();
  const room = width - INDENT.length - margin - 3;
  const lastColumn = to.line === from.line ? to.column : source.length + 1;
  const drawing = drawLine(source, { from: from.column - 1, to: lastColumn - 1, width: room });
  const remarks = remarksAbove(from.line, (line) => lines.lineText(line)).map(([line, remark]) =>
    row(String(line), paint.quiet(drawLine(remark, { from: 0, to: 0, width: room }).text)),
  );
  return [where, ...remarks, row(String(from.line), drawing.text), row('', paint.warn(drawing.underline))];
}

/** The comments of front matter that stand directly above a line, as notes of the house do. */
function remarksAbove(line: number, lineText: (line: number) => string): (readonly [number, string])[] {
  const found: (readonly [number, string])[] = [];
  for (let above = line - 1; above > 1 && found.length < MOST_REMARKS; above -= 1) {
    const text = lineText(above);
    if (!text.startsWith('#')) break;
    found.unshift([above, text]);
  }
  return found;
}
