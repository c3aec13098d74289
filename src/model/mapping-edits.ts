/** Edits of keys in a data file, at any depth, as text. What is new is written in the style of what stands around it. */
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
  nextLine,
  startOfLine,
  valueAt,
  type DataSource,
} from './data-places.ts';
import type { DataPath } from './manuscript.ts';
import { placeOf } from './places.ts';
import { yamlWord } from './replacement.ts';
import { flowYaml, pairLines, type YamlValue } from './yaml-values.ts';

/** The key of what stands under a term: its own keys come before. */
const CHILDREN = 'narrower';

export interface NewPair {
  readonly key: string;
  readonly value: YamlValue;
  /** How many groups within each other get lines of their own, where the surroundings have lines. */
  readonly depth?: number;
}

/** Puts a value under a key of the mapping at a path, in the place of the one that is there. Undefined where nothing can be edited. */
export function withPair(source: DataSource, path: DataPath, pair: NewPair): OffsetEdit | undefined {
  const whole = [...path, pair.key];
  if (valueAt(source.data, whole) === undefined) return withNewPair(source, path, pair);
  const { start } = placeOf(source, whole);
  // What is written over several lines has comments that would go with it.
  const end = contentEnd(source, whole);
  const isOneLine = !source.text.slice(start, end).includes('\n');
  return isOneLine ? { start, end, text: flowYaml(pair.value) } : undefined;
}

/** Puts an item at the end of the list under a key; makes the list where there is none. */
export function withListItem(source: DataSource, path: DataPath, { key, value }: NewPair): OffsetEdit | undefined {
  const whole = [...path, key];
  const items = valueAt(source.data, whole);
  if (!Array.isArray(items))
    return items === undefined ? withNewPair(source, path, { key, value: [value] }) : undefined;
  if (items.length === 0) return { ...placeOf(source, whole), text: flowYaml([value]) };
  const last = [...whole, items.length - 1];
  const end = contentEnd(source, last);
  if (isFlow(source, whole)) return { start: end, end, text: `, ${flowYaml(value)}` };
  const { text } = source;
  const start = placeOf(source, last).start;
  const dash = /^( *)-[ \t]+$/.exec(text.slice(startOfLine(text, start), start))?.[0];
  return dash === undefined
    ? undefined
    : linesAt(text, nextLine(text, end), `${dash}${flowYaml(value)}${lineEndOf(text)}`);
}

/** Another name for a key, in the quotes that it has. */
export function withKey(source: DataSource, path: DataPath, to: string): OffsetEdit | undefined {
  const place = source.locate(path, 'key');
  if (place === undefined) return undefined;
  const quote = source.text.charAt(place.start);
  return { ...place, text: quote === '"' || quote === "'" ? `${quote}${to}${quote}` : yamlWord(to) };
}

/** Takes a key out with its value. Comments above it stay. */
export function withoutPair(source: DataSource, path: DataPath, key: string): OffsetEdit | undefined {
  const place = source.locate([...path, key], 'key');
  if (place === undefined) return undefined;
  const end = contentEnd(source, [...path, key]);
  return isFlow(source, path)
    ? withoutFlowPair(source.text, place.start, end)
    : withoutLines(source.text, place.start, end);
}

function withoutFlowPair(text: string, start: number, end: number): OffsetEdit {
  const behind = /^[ \t]*,[ \t]*/.exec(text.slice(end, end + 100))?.[0];
  if (behind !== undefined) return { start, end: end + behind.length, text: '' };
  const before = /,[ \t]*$/.exec(text.slice(Math.max(0, start - 100), start))?.[0] ?? '';
  return { start: start - before.length, end, text: '' };
}

function withoutLines(text: string, start: number, end: number): OffsetEdit | undefined {
  const first = startOfLine(text, start);
  const next = nextLine(text, end);
  const isAlone = text.slice(first, start).trim() === '' && /^[ \t]*\r?\n?$/.test(text.slice(end, next));
  return isAlone && !/(?:^|\s)#/.test(text.slice(start, end)) ? { start: first, end: next, text: '' } : undefined;
}

function withNewPair(source: DataSource, path: DataPath, pair: NewPair): OffsetEdit | undefined {
  return isFlow(source, path) ? newFlowPair(source, path, pair) : newBlockPair(source, path, pair);
}

function newFlowPair(source: DataSource, path: DataPath, { key, value }: NewPair): OffsetEdit | undefined {
  const text = `${yamlWord(key)}: ${flowYaml(value)}`;
  const last = neighbour(source, path);
  if (last !== undefined) {
    const at = contentEnd(source, [...path, last]);
    return { start: at, end: at, text: `, ${text}` };
  }
  const open = source.locate(path);
  return open === undefined ? undefined : { start: open.start + 1, end: open.start + 1, text };
}

function newBlockPair(source: DataSource, path: DataPath, { key, value, depth = 0 }: NewPair): OffsetEdit | undefined {
  const last = neighbour(source, path);
  const indent = last === undefined ? undefined : indentOf(source, [...path, last]);
  if (last === undefined || indent === undefined) return undefined;
  const { text } = source;
  const lineEnd = lineEndOf(text);
  const lines = pairLines(key, value, depth).map((line) => `${indent}${line}${lineEnd}`);
  return linesAt(text, lineBehind(source, [...path, last], indent), lines.join(''));
}

/** The key that a new one is put behind. */
function neighbour(source: DataSource, path: DataPath): string | undefined {
  const hasOthers = keysAt(source.data, path).some((key) => key !== CHILDREN);
  return lastKey(source, path, (key) => !hasOthers || key !== CHILDREN);
}
