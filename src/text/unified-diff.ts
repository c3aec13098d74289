/** Known edits of a text as a unified diff, as `git apply` and `patch -p1` read it. */

export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lines from one to another (counted from 0, the end not among them), and what stands there afterwards. */
interface LineChange {
  readonly from: number;
  readonly until: number;
  readonly lines: readonly string[];
}

const CONTEXT = 3;

/**
 * The diff of a file: two lines of names, then hunks with three lines around each change. Every line ends with LF; what the file
 * itself has before its LF, such as CR, stays in the line. Empty when nothing changes. The edits do not overlap.
 */
export function unifiedDiff(path: string, text: string, edits: readonly TextChange[]): string {
  return diffOf({ from: path, to: path }, text, edits);
}

/** The diff of a file that gets another place, in the form that `git apply` reads; edits made on the way follow as hunks. */
export function movedDiff(
  { from, to }: { readonly from: string; readonly to: string },
  text: string,
  edits: readonly TextChange[],
): string {
  const names = `diff --git ${quotedName(`a/${from}`)} ${quotedName(`b/${to}`)}\n`;
  return `${names}rename from ${quotedName(from)}\nrename to ${quotedName(to)}\n${diffOf({ from, to }, text, edits)}`;
}

function diffOf(
  { from, to }: { readonly from: string; readonly to: string },
  text: string,
  edits: readonly TextChange[],
): string {
  const lines = linesOf(text);
  const changes = lineChanges(text, lines, edits);
  if (changes.length === 0) return '';
  const parts = [`--- ${fileName(`a/${from}`)}\n+++ ${fileName(`b/${to}`)}\n`];
  let shift = 0;
  for (const group of grouped(changes)) {
    parts.push(hunk(group, lines, shift));
    for (const { from, until, lines: added } of group) shift += added.length - (until - from);
  }
  return parts.join('');
}

/** Each with its line break; the last may have none. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const end = feed === -1 ? text.length : feed + 1;
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines;
}

/** Edits as whole lines, those of one line together, without lines that stay the same. */
function lineChanges(text: string, lines: readonly string[], edits: readonly TextChange[]): LineChange[] {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  const changes: LineChange[] = [];
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (let index = 0, line = 0; index < sorted.length;) {
    const first = sorted[index]?.start ?? 0;
    while (line < lines.length - 1 && (starts[line + 1] ?? 0) <= first) line += 1;
    const from = line;
    let at = starts[from] ?? 0;
    let changed = '';
    for (let edit = sorted[index]; edit !== undefined && edit.start <= endOf(line); edit = sorted[++index]) {
      changed += text.slice(at, edit.start) + edit.text;
      at = edit.end;
      while (line < lines.length - 1 && (starts[line + 1] ?? 0) <= at) line += 1;
    }
    changes.push(
      ...trimmed({ from, until: line + 1, lines: linesOf(changed + text.slice(at, starts[line + 1])) }, lines),
    );
  }
  return joined(changes);

  /** The last place that belongs to a line: its line break, or the end of the text. */
  function endOf(line: number): number {
    const end = starts[line + 1] ?? text.length;
    return line >= lines.length - 1 ? end : end - 1;
  }
}

/** What follows line upon line is one change: first all that goes, then all that comes. */
function joined(changes: readonly LineChange[]): LineChange[] {
  const result: LineChange[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    if (last?.until !== change.from) result.push(change);
    else result[result.length - 1] = { ...last, until: change.until, lines: last.lines.concat(change.lines) };
  }
  return result;
}

function trimmed({ from, until, lines }: LineChange, original: readonly string[]): LineChange[] {
  let head = 0;
  while (head < lines.length && from + head < until && lines[head] === original[from + head]) head += 1;
  let tail = 0;
  while (
    tail < lines.length - head &&
    until - tail > from + head &&
    lines[lines.length - 1 - tail] === original[until - 1 - tail]
  )
    tail += 1;
  const change = {
    from: from + head,
    until: Math.min(until, original.length) - tail,
    lines: lines.slice(head, lines.length - tail),
  };
  return change.from === change.until && change.lines.length === 0 ? [] : [change];
}

/** Changes whose surroundings touch share a hunk. */
function grouped(changes: readonly LineChange[]): LineChange[][] {
  const groups: LineChange[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last !== undefined && change.from - (last.at(-1)?.until ?? 0) <= 2 * CONTEXT) last.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunk(changes: readonly LineChange[], lines: readonly string[], shift: number): string {
  const from = Math.max(0, (changes[0]?.from ?? 0) - CONTEXT);
  const until = Math.min(lines.length, (changes.at(-1)?.until ?? 0) + CONTEXT);
  const body: string[] = [];
  let at = from;
  let added = 0;
  for (const change of changes) {
    for (const each of lines.slice(at, change.from).map((line) => marked(' ', line))) body.push(each);
    for (const each of lines.slice(change.from, change.until).map((line) => marked('-', line))) body.push(each);
    for (const each of change.lines.map((line) => marked('+', line))) body.push(each);
    at = change.until;
    added += change.lines.length - (change.until - change.from);
  }
  for (const each of lines.slice(at, until).map((line) => marked(' ', line))) body.push(each);
  const count = until - from;
  return `@@ -${span(from, count)} +${span(from + shift, count + added)} @@\n${body.join('')}`;
}

function marked(mark: string, line: string): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}

/** Where a hunk has no line on one side, the line before it is named. */
function span(from: number, count: number): string {
  return `${count === 0 ? from : from + 1},${count}`;
}

/** Behind `---` and `+++` a tab ends a name that holds a blank. */
function fileName(path: string): string {
  const name = quotedName(path);
  return name === path && path.includes(' ') ? `${path}\t` : name;
}

/** A name with signs that would end a line or a quotation is quoted as in C. */
function quotedName(path: string): string {
  // oxlint-disable-next-line no-control-regex
  if (!/["\\\u0000-\u001f\u007f]/.test(path)) return path;
  // oxlint-disable-next-line no-control-regex
  return `"${path.replace(/["\\\u0000-\u001f\u007f]/g, (sign) => (sign === '"' || sign === '\\' ? `\\${sign}` : `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`))}"`;
}
