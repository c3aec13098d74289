/** For people: file by file, the lines that findings are about, each place underlined, and beside it what is wrong and the way out. */
import { largest } from '../text/largest.ts';
import type { Diagnostic, DiagnosticSummary, Severity } from '../model/diagnostic.ts';
import type { Paint } from '../model/environment.ts';
import type { Reporter, ReportInput } from '../model/reporter.ts';
import { displayWidth } from '../text/display-width.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { wrapLine } from '../text/wrap.ts';
import { drawLine, type Drawing } from './drawing/source-line.ts';
import { wrapStyled, type Styled } from './drawing/styled-text.ts';
import { counted } from '../text/counted.ts';

export const pretty: Reporter = {
  id: 'pretty',
  summary: 'For people: the line that a finding is about, and the way out',
  *write(input) {
    for (const found of byFile(input.diagnostics)) {
      const page = new FilePage(found, input);
      yield `${page.lines().join('\n')}\n\n`;
    }
    yield `${closing(input).join('\n')}\n`;
  },
};

function byFile(diagnostics: readonly Diagnostic[]): Diagnostic[][] {
  const groups: Diagnostic[][] = [];
  for (const diagnostic of diagnostics) {
    const last = groups.at(-1);
    if (last?.[0]?.file === diagnostic.file) last.push(diagnostic);
    else groups.push([diagnostic]);
  }
  return groups;
}

const NARROWEST_ROOM = 24;

/** In a narrower column several lines are hard to read. */
const NARROWEST_COLUMN = 45;

/** The findings of one file. */
class FilePage {
  readonly #found: readonly Diagnostic[];
  readonly #input: ReportInput;
  /** Columns of the widest `line:column`. */
  readonly #margin: number;
  readonly #room: number;

  constructor(found: readonly Diagnostic[], input: ReportInput) {
    this.#found = found;
    this.#input = input;
    this.#margin =
      largest(
        found.map((each) => placeOf(each).length),
        0,
      ) + 1;
    this.#room = Math.max(NARROWEST_ROOM, input.width - this.#margin - 3);
  }

  lines(): string[] {
    const [first] = this.#found;
    const lines = [this.#input.paint.path(pathOf(first?.file ?? '', this.#input))];
    let shown: string | undefined;
    for (const diagnostic of this.#found) {
      const drawing = this.#drawing(diagnostic);
      const { line } = diagnostic.range.start;
      // Several findings of one line stand below each other under one drawing of it.
      const head = drawing === undefined ? undefined : this.#row(String(line), drawing.text);
      if (head !== undefined && head !== shown) lines.push(head);
      shown = head;
      lines.push(...this.#told(diagnostic, drawing));
    }
    return lines;
  }

  #drawing({ file, range: { start, end } }: Diagnostic): Drawing | undefined {
    const text = this.#input.sourceLine(file, start.line);
    if (text === undefined || text.trim() === '') return undefined;
    const lastColumn = end.line === start.line ? end.column : text.length + 1;
    return drawLine(text, { from: start.column - 1, to: lastColumn - 1, width: this.#room });
  }

  /** The place underlined and what there is to say: beside it where that takes no more lines than below it. */
  #told(diagnostic: Diagnostic, drawing: Drawing | undefined): string[] {
    const words = wordsOf(diagnostic, this.#input);
    const place = placeOf(diagnostic);
    const below = wrapStyled(words, this.#room);
    if (drawing === undefined) return below.map((line, index) => this.#row(index === 0 ? place : '', line));
    const underline = drawing.underline.trimEnd();
    const paint = colourOf(diagnostic.severity, this.#input.paint);
    const used = displayWidth(underline) + 1;
    const beside = wrapStyled(words, Math.max(1, this.#room - used));
    const isReadable = beside.length === 1 || this.#room - used >= NARROWEST_COLUMN;
    if (!isReadable || beside.length > below.length + 1)
      return [this.#row(place, paint(underline)), ...below.map((line) => this.#row('', line))];
    return beside.map((line, index) =>
      index === 0 ? this.#row(place, `${paint(underline)} ${line}`) : this.#row('', ' '.repeat(used) + line),
    );
  }

  #row(margin: string, text: string): string {
    return `${this.#input.paint.quiet(`${margin.padStart(this.#margin)} |`)} ${text}`.trimEnd();
  }
}

function placeOf({ range: { start } }: Diagnostic): string {
  return `${start.line}:${start.column}`;
}

/** A name that begins like a command of some log is shown as a path. */
function pathOf(file: string, input: Pick<ReportInput, 'displayPath'>): string {
  const shown = terminalSafe(input.displayPath(file));
  return /^[\w./]/.test(shown) ? shown : `./${shown}`;
}

function wordsOf(diagnostic: Diagnostic, input: ReportInput): Styled[] {
  const { paint } = input;
  const { severity, message, hint, fix, rule, related = [] } = diagnostic;
  const colour = colourOf(severity, paint);
  const words: Styled[] = [
    { text: `${severity}:`, paint: colour },
    { text: terminalSafe(message), paint: (text) => paint.strong(text) },
  ];
  if (hint !== undefined) words.push({ text: terminalSafe(hint) });
  for (const other of related) {
    const { line, column } = other.range.start;
    const where =
      other.file === diagnostic.file ? `${line}:${column}` : `${pathOf(other.file, input)}:${line}:${column}`;
    words.push({ text: where, paint: (text) => paint.path(text) }, { text: terminalSafe(other.message) });
  }
  const way = fix === undefined ? '' : fix.safety === 'safe' ? ', --fix' : ', --fix-review';
  words.push({ text: `[${rule}${way}]`, paint: (text) => paint.quiet(text), isWhole: true });
  return words;
}

function colourOf(severity: Severity, paint: Paint): (text: string) => string {
  const colours = { error: paint.bad, warning: paint.warn, info: paint.quiet };
  return (text) => colours[severity].call(paint, text);
}

function closing({ diagnostics, summary, paint, width, run }: ReportInput): string[] {
  const { files, errors, warnings } = summary;
  if (diagnostics.length === 0) return [paint.quiet(`${counted(files, run.unit)}, nothing wrong.`)];
  const faulty = new Set(diagnostics.map(({ file }) => file)).size;
  const where = files === 1 ? 'in one file' : `in ${faulty} of ${files} files`;
  const text = `${countsOf(summary)} ${where}.`;
  const total = errors > 0 ? paint.bad(text) : warnings > 0 ? paint.warn(text) : text;
  return [total, ...wrapLine(waysOut(diagnostics, summary, run), width).map((line) => paint.quiet(line))];
}

function countsOf({ errors, warnings, infos }: DiagnosticSummary): string {
  const parts = [counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'info')];
  const present = parts.filter((part) => !part.startsWith('0 '));
  const last = present.pop() ?? '';
  return present.length === 0 ? last : `${present.join(', ')} and ${last}`;
}

function waysOut(
  diagnostics: readonly Diagnostic[],
  { fixable }: DiagnosticSummary,
  { command }: ReportInput['run'],
): string {
  const review = diagnostics.filter(({ fix }) => fix?.safety === 'review').length;
  const ways = [
    ...(fixable > 0 ? [`«${command} --fix» mends ${fixable} of them`] : []),
    ...(review > 0 ? [`«${command} --fix-review» asks about ${review}${fixable > 0 ? ' more' : ' of them'}`] : []),
    '«press explain RULE» tells more about a rule',
  ];
  return `${ways.join('; ')}.`;
}
