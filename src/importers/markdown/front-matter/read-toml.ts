/**
 * The part of TOML that front matter is written in: `key = value`, dotted and quoted keys, `[tables]`, `[[lists of tables]]`, text in all
 * four kinds of quotation marks, numbers, booleans, dates, lists and inline tables. What it cannot read is a stray line.
 */
import { TomlValueReader } from './toml-values.ts';
import type { ReadKeys, WrittenKey } from './written-keys.ts';

type Table = Map<string, unknown>;

const KEY =
  /^[ \t]*((?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*'))*)[ \t]*=[ \t]*/y;
const HEADER = /^[ \t]*(\[\[?)[ \t]*([^\]\n]{1,200}?)[ \t]*\]\]?[ \t]*(?:#.*)?$/;
const REMARK = /^[ \t]*(?:#.*)?$/;

/** The keys of a block; those of a table are the members of one value. */
export function readTomlKeys(block: string, firstLine: number): ReadKeys {
  const root: Table = new Map();
  const lines = new Map<string, number>();
  const twice: WrittenKey[] = [];
  const stray: { line: number; text: string }[] = [];
  let table: Table | undefined = root;
  for (let at = 0, line = firstLine; at < block.length;) {
    const end = endOfLine(block, at);
    const text = block.slice(at, end);
    const header = HEADER.exec(text);
    const pair = header === null && !REMARK.test(text) ? pairAt(block, at) : undefined;
    if (header !== null) table = opened(root, partsOf(header[2] ?? ''), header[1] === '[[');
    else if (pair !== undefined && table !== undefined) {
      const [top = ''] = pair.path;
      if (table === root && pair.path.length === 1 && root.has(top))
        twice.push({ key: top, value: plain(pair.value), line });
      else put(table, pair.path, pair.value);
      if (table === root && !lines.has(top)) lines.set(top, line);
    } else if (!REMARK.test(text)) stray.push({ line, text });
    const next = pair === undefined ? end + 1 : endOfLine(block, pair.end) + 1;
    line += block.slice(at, next).split('\n').length - 1;
    at = next;
  }
  const keys = [...root].map(([key, value]) => ({ key, value: plain(value), line: lines.get(key) }));
  return { keys: [...keys, ...twice], changed: [], stray };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

interface Pair {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly end: number;
}

function pairAt(block: string, at: number): Pair | undefined {
  const line = block.slice(at, endOfLine(block, at));
  KEY.lastIndex = 0;
  const key = KEY.exec(line);
  if (key === null) return undefined;
  const reader = new TomlValueReader(block, at + key[0].length);
  const value = reader.read();
  if (value === undefined || !REMARK.test(block.slice(reader.at, endOfLine(block, reader.at)))) return undefined;
  return { path: partsOf(key[1] ?? ''), value: value.value, end: reader.at };
}

function partsOf(dotted: string): string[] {
  return [...dotted.matchAll(/"([^"]*)"|'([^']*)'|[^.\s"']+/g)].map((part) => part[1] ?? part[2] ?? part[0]);
}

/** The table of a header, made where it is not there; undefined where a value stands in its way. */
function opened(root: Table, path: readonly string[], isList: boolean): Table | undefined {
  let table: Table | undefined = root;
  for (const [at, part] of path.entries()) {
    if (table === undefined) return undefined;
    table = at === path.length - 1 && isList ? added(table, part) : within(table, part);
  }
  return table;
}

function within(table: Table, part: string): Table | undefined {
  const known: unknown = table.get(part);
  if (known instanceof Map) return known;
  if (Array.isArray(known)) {
    const last: unknown = known.at(-1);
    return last instanceof Map ? last : undefined;
  }
  if (known !== undefined) return undefined;
  const made: Table = new Map();
  table.set(part, made);
  return made;
}

function added(table: Table, part: string): Table | undefined {
  const known: unknown = table.get(part) ?? [];
  if (!Array.isArray(known)) return undefined;
  const made: Table = new Map();
  table.set(part, [...known, made]);
  return made;
}

function put(table: Table, path: readonly string[], value: unknown): void {
  let inside: Table | undefined = table;
  for (const part of path.slice(0, -1)) inside = inside === undefined ? undefined : within(inside, part);
  inside?.set(path.at(-1) ?? '', value);
}

/** Tables as objects, without names that objects have of their own. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  return Object.fromEntries(
    [...value].filter(([key]) => key !== '__proto__').map(([key, inner]) => [String(key), plain(inner)]),
  );
}
