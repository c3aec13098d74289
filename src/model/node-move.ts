/** A key with everything under it, and the comments above it, goes to another mapping: as text, indented as it must be there. */
import { lineEndOf } from '../text/line-ends.ts';
import type { OffsetEdit } from '../text/spliced.ts';
import {
  contentEnd,
  indentOf,
  isFlow,
  keysAt,
  lastKey,
  lineBehind,
  linesAt,
  startOfLine,
  valueAt,
  type DataSource,
} from './data-places.ts';
import type { DataPath, Span } from './manuscript.ts';
import { withoutPair } from './mapping-edits.ts';

/** The mapping that a key goes to: the one under `key` at `parent`. It is made where there is none. */
export interface Destination {
  readonly parent: DataPath;
  readonly key: string;
}

/** The edits that move the key at a path; undefined where the two places are written in styles that do not fit. */
export function movedNode(source: DataSource, path: DataPath, to: Destination): OffsetEdit[] | undefined {
  const home = path.slice(0, -1);
  const parts = isFlow(source, home) ? flowNode(source, path) : blockNode(source, path);
  if (parts === undefined) return undefined;
  const isOnly = keysAt(source.data, home).length === 1;
  const gone = isOnly ? withoutHome(source, home, parts) : parts.gone;
  const pasted = pastedNode(source, parts, to);
  return gone === undefined || pasted === undefined ? undefined : [gone, pasted];
}

interface Cut {
  readonly gone: OffsetEdit;
  /** Without the indentation of the node and the last line's end. */
  readonly lines: readonly string[];
}

/** A mapping that would be left empty goes as well; undefined where a comment would go with it. */
function withoutHome(source: DataSource, home: DataPath, { gone }: Cut): OffsetEdit | undefined {
  const key = String(home.at(-1) ?? '');
  const parent = home.slice(0, -1);
  if (isFlow(source, home)) return withoutPair(source, parent, key);
  const name = source.locate(home, 'key');
  if (name === undefined) return undefined;
  const between = source.text.slice(name.end, gone.start);
  const start = startOfLine(source.text, name.start);
  return /^[ \t]*:[ \t]*\r?\n$/.test(between) ? { start, end: gone.end, text: '' } : undefined;
}

function flowNode(source: DataSource, path: DataPath): Cut | undefined {
  const key = source.locate(path, 'key');
  const gone = withoutPair(source, path.slice(0, -1), String(path.at(-1)));
  if (key === undefined || gone === undefined) return undefined;
  const text = source.text.slice(key.start, contentEnd(source, path));
  return text.includes('\n') ? undefined : { gone, lines: [text] };
}

function blockNode(source: DataSource, path: DataPath): Cut | undefined {
  const indent = indentOf(source, path);
  if (indent === undefined) return undefined;
  const { text } = source;
  const { start, end } = nodeLines(source, path, indent);
  const lines = text.slice(start, end).split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return { gone: { start, end, text: '' }, lines: lines.map((line) => withoutIndent(line, indent.length)) };
}

/** The lines of a node: from the comments right above it to the comments under it that stand further in. */
function nodeLines(source: DataSource, path: DataPath, indent: string): Span {
  const { text } = source;
  let start = startOfLine(text, source.locate(path, 'key')?.start ?? 0);
  while (start > 0) {
    const above = startOfLine(text, start - 1);
    if (!text.startsWith(`${indent}#`, above)) break;
    start = above;
  }
  const end = lineBehind(source, path, indent);
  return { start, end };
}

function withoutIndent(line: string, columns: number): string {
  const blanks = /^ */.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(blanks, columns));
}

function pastedNode(source: DataSource, { lines }: Cut, { parent, key }: Destination): OffsetEdit | undefined {
  const home = [...parent, key];
  const isThere = valueAt(source.data, home) !== undefined;
  if (isFlow(source, isThere ? home : parent)) return intoFlow(source, lines, { parent, key, isThere });
  const indent = isThere ? childIndent(source, home) : indentBelow(source, parent);
  if (indent === undefined) return undefined;
  const lineEnd = lineEndOf(source.text);
  const head = isThere ? [] : [`${indent.own}${key}:`];
  const body = lines.map((line) => (line === '' ? line : `${indent.children}${line}`));
  const at = lineBehind(source, isThere ? home : parent, isThere ? indent.children : indent.own);
  return linesAt(source.text, at, [...head, ...body].map((line) => `${line}${lineEnd}`).join(''));
}

interface Indent {
  readonly own: string;
  readonly children: string;
}

function childIndent(source: DataSource, home: DataPath): Indent | undefined {
  const last = lastKey(source, home, () => true);
  const children = last === undefined ? undefined : indentOf(source, [...home, last]);
  return children === undefined ? undefined : { own: '', children };
}

function indentBelow(source: DataSource, parent: DataPath): Indent | undefined {
  const last = lastKey(source, parent, () => true);
  const own = last === undefined ? undefined : indentOf(source, [...parent, last]);
  return own === undefined ? undefined : { own, children: `${own}  ` };
}

/** In brackets stands what is on one line, without a comment. */
function intoFlow(
  source: DataSource,
  [line, ...more]: readonly string[],
  { parent, key, isThere }: Destination & { readonly isThere: boolean },
): OffsetEdit | undefined {
  if (line === undefined || more.length > 0 || !/^[^#\s]+:\s+\{.*\}$/.test(line) || line.includes(' #'))
    return undefined;
  const text = isThere ? line : `${key}: {${line}}`;
  const home = isThere ? [...parent, key] : parent;
  const last = lastKey(source, home, () => true);
  if (last === undefined) return undefined;
  const at = contentEnd(source, [...home, last]);
  return { start: at, end: at, text: `, ${text}` };
}
