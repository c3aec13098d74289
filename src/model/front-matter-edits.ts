/**
 * Edits of single keys in front matter, as text: every other byte stays. What is given to be written is YAML already.
 *
 * Each function gives undefined where the front matter is written in a way that leaves no line to edit, such as one pair of braces
 * around all of it. Whether the result says what was meant is for whoever reads it again to see.
 */
import { endOfLine, endOfLineText, lineEndOf } from '../text/line-ends.ts';
import type { OffsetEdit } from '../text/spliced.ts';
import type { DataPath, Manuscript, Span } from './manuscript.ts';
import { placeOf } from './places.ts';

type Source = Pick<Manuscript, 'text' | 'locate' | 'block' | 'data'>;

/** Puts a value in the place of a key's value; the comment behind it stays. */
export function withValue(manuscript: Source, key: string, yaml: string): OffsetEdit | undefined {
  const name = manuscript.locate([key], 'key');
  if (name === undefined) return undefined;
  const value = valueOf(manuscript, [key]);
  if (value !== undefined) return { ...value, text: yaml };
  const colon = /^[ \t]*:/.exec(manuscript.text.slice(name.end, manuscript.block.end))?.[0].length;
  if (colon === undefined) return undefined;
  const at = name.end + colon;
  return { start: at, end: at, text: ` ${yaml}` };
}

/**
 * Puts lines in: before the line of the first of the keys that is there, and before the comments above it; else at the end of the
 * block. The lines are without their ends and get the indentation of the other keys.
 */
export function withLines(
  manuscript: Source,
  lines: readonly string[],
  anchors: readonly string[],
): OffsetEdit | undefined {
  const indent = indentOf(manuscript);
  if (indent === undefined) return undefined;
  const lineEnd = lineEndOf(manuscript.text);
  const at = anchorOf(manuscript, anchors);
  return { start: at, end: at, text: lines.map((line) => `${indent}${line}${lineEnd}`).join('') };
}

/** Takes a key out with its lines and the comments behind and below its value; undefined where something else stands on them. */
export function withoutKey(manuscript: Source, key: string): OffsetEdit | undefined {
  const { text } = manuscript;
  const name = manuscript.locate([key], 'key');
  if (name === undefined) return undefined;
  const start = startOfLine(text, name.start);
  const last = valueOf(manuscript, [key])?.end ?? name.end;
  const end = endOfLine(text, last);
  const indent = text.slice(start, name.start);
  const isAlone = /^[ \t]*$/.test(indent) && /^[ \t]*:?[ \t]*(?:#.*)?$/.test(text.slice(last, end).trimEnd());
  return isAlone && end < text.length ? { start, end: afterComments(text, end + 1, indent), text: '' } : undefined;
}

/** Behind the comments that stand further in than the key above them: without it they could be the text of the one before. */
function afterComments(text: string, from: number, indent: string): number {
  let at = from;
  while (text.startsWith(`${indent} `, at) && text.slice(at, endOfLine(text, at)).trimStart().startsWith('#'))
    at = endOfLine(text, at) + 1;
  return at;
}

/** One more item of a list: `flow` is how it is written inside of brackets, `lines` how as lines of their own. */
export interface ListItem {
  readonly flow: string;
  readonly lines: readonly string[];
}

/** Puts an item at the end of a list in the list's own style; makes the list, before the anchors, where there is none. */
export function withItem(
  manuscript: Source,
  key: string,
  { item, anchors }: { readonly item: ListItem; readonly anchors: readonly string[] },
): OffsetEdit | undefined {
  if (manuscript.locate([key], 'key') === undefined)
    return withLines(manuscript, [`${key}:`, ...blockLines(item, '  ')], anchors);
  const list = valueOf(manuscript, [key]);
  const items = manuscript.data?.[key];
  const isEmpty = items === null || (Array.isArray(items) && items.length === 0);
  if (isEmpty) return list === undefined ? asFirstItem(manuscript, key, item) : { ...list, text: `[${item.flow}]` };
  if (!Array.isArray(items) || list === undefined) return undefined;
  const last = valueOf(manuscript, [key, items.length - 1]);
  if (last === undefined) return undefined;
  if (manuscript.text.charAt(list.start) === '[') return { start: last.end, end: last.end, text: `, ${item.flow}` };
  return behindLastItem(manuscript, { list, last }, item);
}

/** Below a key with nothing behind it. */
function asFirstItem(manuscript: Source, key: string, item: ListItem): OffsetEdit | undefined {
  const indent = indentOf(manuscript);
  const name = manuscript.locate([key], 'key');
  if (indent === undefined || name === undefined) return undefined;
  const at = endOfLineText(manuscript.text, name.end);
  const lineEnd = lineEndOf(manuscript.text);
  const lines = blockLines(item, `${indent}  `);
  return { start: at, end: at, text: lines.map((line) => `${lineEnd}${line}`).join('') };
}

/** In block style an item has the dash of the first one above its own. */
function behindLastItem(
  { text }: Source,
  { list, last }: { readonly list: Span; readonly last: Span },
  item: ListItem,
): OffsetEdit | undefined {
  const indent = text.slice(startOfLine(text, list.start), list.start);
  if (!/^ *$/.test(indent) || text.charAt(list.start) !== '-') return undefined;
  const lineEnd = lineEndOf(text);
  const at = endOfLineText(text, last.end);
  const isFlow = text.charAt(last.start) === '{' || item.lines.length === 1;
  const lines = isFlow ? [`${indent}- ${item.flow}`] : blockLines(item, indent);
  return { start: at, end: at, text: lines.map((line) => `${lineEnd}${line}`).join('') };
}

function blockLines({ lines }: ListItem, indent: string): string[] {
  return lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`);
}

/** The place of a value without the blank lines and comments behind it; undefined for a value that is not written at all. */
function valueOf(manuscript: Source, path: DataPath): Span | undefined {
  const value = manuscript.locate(path);
  if (value === undefined || value.start === value.end) return undefined;
  // A value that is not there has the place of its key.
  const isKey = typeof path.at(-1) === 'string' && manuscript.locate(path, 'key')?.start === value.start;
  return isKey ? undefined : placeOf(manuscript, path);
}

/** Where lines go in before one of some keys: above the comments that stand over it. */
function anchorOf({ text, locate, block }: Source, anchors: readonly string[]): number {
  const first = anchors.map((key) => locate([key], 'key')).find((place) => place !== undefined);
  if (first === undefined) return block.end;
  let at = startOfLine(text, first.start);
  // What stands further in than the keys may be the text of one.
  const comment = `${text.slice(at, first.start)}#`;
  for (;;) {
    const above = at <= block.start ? at : startOfLine(text, at - 1);
    if (above === at || !text.startsWith(comment, above)) return at;
    at = above;
  }
}

/** How far the keys of the first level stand in; undefined when they do not begin lines. */
function indentOf({ text, locate, data }: Source): string | undefined {
  const [key] = Object.keys(data ?? {});
  const place = key === undefined ? undefined : locate([key], 'key');
  if (place === undefined) return undefined;
  const indent = text.slice(startOfLine(text, place.start), place.start);
  return /^ *$/.test(indent) ? indent : undefined;
}

function startOfLine(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}
