/** Where values of a file begin and end, as those need it who edit the text around them. */
import type { DataPath, FrontMatter, Span } from './manuscript.ts';
import { placeOf } from './places.ts';

/** A text of YAML with its values: a data file, or a release. */
export interface DataSource {
  readonly text: string;
  readonly data: FrontMatter | undefined;
  locate(path: DataPath, part?: 'value' | 'key'): Span | undefined;
}

/** The value at a path; undefined for what is not there. */
export function valueAt(data: unknown, path: DataPath): unknown {
  let found = data;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = Reflect.get(found, step);
  }
  return found;
}

/** The keys of a mapping; none for anything else. */
export function keysAt(data: unknown, path: DataPath): string[] {
  const value = valueAt(data, path);
  return typeof value !== 'object' || value === null || Array.isArray(value) ? [] : Object.keys(value);
}

/** Whether a mapping or list is written in brackets. */
export function isFlow({ text, locate }: DataSource, path: DataPath): boolean {
  const sign = text.charAt(locate(path)?.start ?? -1);
  return sign === '{' || sign === '[';
}

/** The key of a mapping that stands last in the text; undefined for one without keys. */
export function lastKey(source: DataSource, path: DataPath, isMeant: (key: string) => boolean): string | undefined {
  const keys = keysAt(source.data, path).filter(isMeant);
  // Keys that are numbers come first in a JavaScript object, wherever they stand in the file.
  const candidates = [...keys.filter((key) => /^\d+$/.test(key)), ...keys.slice(-1)];
  let last: { readonly key: string; readonly start: number } | undefined;
  for (const key of candidates) {
    const start = source.locate([...path, key], 'key')?.start ?? -1;
    if (last === undefined || start > last.start) last = { key, start };
  }
  return last?.key;
}

/** Just behind the last character of the value at a path: comments and line breaks that follow are not in it. */
export function contentEnd(source: DataSource, path: DataPath): number {
  const value = valueAt(source.data, path);
  if (!isFlow(source, path)) {
    if (Array.isArray(value) && value.length > 0) return contentEnd(source, [...path, value.length - 1]);
    const key = lastKey(source, path, () => true);
    if (key !== undefined) return contentEnd(source, [...path, key]);
  }
  return placeOf(source, path).end;
}

/** The column of a key that begins its line, as blanks; undefined where something else stands before it. */
export function indentOf(source: DataSource, path: DataPath): string | undefined {
  const key = source.locate(path, 'key');
  if (key === undefined) return undefined;
  const before = source.text.slice(startOfLine(source.text, key.start), key.start);
  return /^\uFEFF? *$/.test(before) ? before.replace('\uFEFF', '') : undefined;
}

export function startOfLine(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** The beginning of the next line; the end of the text for the last one. */
export function nextLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? text.length : feed + 1;
}

/** The line behind a value, and behind the comments under it that stand further in than the blanks given: they belong to it. */
export function lineBehind(source: DataSource, path: DataPath, indent: string): number {
  const { text } = source;
  let at = nextLine(text, contentEnd(source, path));
  while (at < text.length && text.startsWith(`${indent} `, at) && /^ *#/.test(text.slice(at, nextLine(text, at))))
    at = nextLine(text, at);
  return at;
}

/** Lines that come before the line at an offset, or at the end of a text whose last line has no end. */
export function linesAt(text: string, at: number, lines: string): { start: number; end: number; text: string } {
  const isOpen = at === text.length && at > 0 && text.charAt(at - 1) !== '\n';
  if (!isOpen) return { start: at, end: at, text: lines };
  const lineEnd = lines.endsWith('\r\n') ? '\r\n' : '\n';
  return { start: at, end: at, text: `${lineEnd}${lines.slice(0, -lineEnd.length)}` };
}
