/** The objects of a JSON source: one, a list of them, or one on each line. */
import type { ImportSource } from '../../model/importer.ts';
import { PressError } from '../../model/press-error.ts';
import { faultOfJson, lineAt } from './json-scan.ts';

export interface JsonObject {
  /** As `JSON.parse` makes it; look its keys up with `Object.hasOwn` alone. */
  readonly value: object;
  /** Where in the source it stands, in words; undefined when it is the whole. */
  readonly part: string | undefined;
}

/** The objects of one JSON text, a list or a single one. Throws PressError for what is none. */
export function objectsOfText({ name, text }: ImportSource): JsonObject[] {
  const value = parsed(withoutMark(text), { name, firstLine: 1 });
  if (!Array.isArray(value)) return [{ value: requireObject(value, name), part: undefined }];
  return value.map((item, index) => {
    const part = `item ${index + 1}`;
    return { value: requireObject(item, `${name}, ${part}`), part };
  });
}

/** The objects of a text that has one a line; empty lines do not count. Throws PressError naming the line that is none. */
export function objectsOfLines({ name, text }: ImportSource): JsonObject[] {
  const lines = withoutMark(text).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const part = `line ${index + 1}`;
    return [{ value: requireObject(parsed(line, { name, firstLine: index + 1 }), `${name}, ${part}`), part }];
  });
}

/** Whether a text begins with a whole JSON object on its first line, and goes on behind it. */
export function hasObjectOnEachLine(text: string): boolean {
  const end = text.indexOf('\n');
  if (end === -1) return false;
  const first = withoutMark(text.slice(0, end)).trim();
  if (!first.startsWith('{') || !first.endsWith('}') || text.slice(end + 1).trim() === '') return false;
  return text
    .slice(end + 1)
    .trimStart()
    .startsWith('{');
}

/**
 * The first object, for recognising a source, whatever is wrong with the rest; undefined for what is no JSON of objects. `'broken'` is
 * one that cannot be read: `read` says what is wrong with it.
 */
export function firstObject(source: ImportSource): object | 'broken' | undefined {
  if (!/^\uFEFF?\s*(?:\[\s*)?\{\s*["}]/.test(source.text.slice(0, 1000))) return undefined;
  const known = firsts.get(source);
  if (known !== undefined) return known;
  const first = readFirst(source);
  firsts.set(source, first);
  return first;
}

const firsts = new WeakMap<ImportSource, object | 'broken'>();

function readFirst(source: ImportSource): object | 'broken' {
  try {
    const line = source.text.split('\n', 1)[0] ?? '';
    const objects = hasObjectOnEachLine(source.text)
      ? objectsOfLines({ ...source, text: line })
      : objectsOfText(source);
    return objects[0]?.value ?? 'broken';
  } catch (error) {
    if (error instanceof PressError) return 'broken';
    throw error;
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function parsed(text: string, { name, firstLine }: { readonly name: string; readonly firstLine: number }): unknown {
  const fault = faultOfJson(text);
  if (fault !== undefined) throw unreadable(name, `${fault.what} (line ${firstLine + fault.line - 1})`);
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const line = at === undefined ? undefined : firstLine + lineAt(text, Number(at)) - 1;
    const where = line ?? (text.includes('\n') ? undefined : firstLine);
    throw unreadable(name, `is no JSON${where === undefined ? '' : ` (line ${where})`}`, error);
  }
}

function unreadable(name: string, what: string, cause?: unknown): PressError {
  return new PressError('nothing-imported', `«${name}» ${what}.`, {
    hint: 'It reads what «press export -f json» and «press export -f ndjson» write: objects with the keys of a release.',
    cause,
  });
}

function requireObject(value: unknown, name: string): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw unreadable(name, 'is no object with the keys of a release');
}
