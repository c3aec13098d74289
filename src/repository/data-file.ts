/** taxonomy.yaml and press.yaml: read, judged by their schema, or one clear error with file and line. */
import { join } from 'node:path';
import type { DataPath, Fault, FrontMatter, Span } from '../model/manuscript.ts';
import { PressError, type ErrorCode } from '../model/press-error.ts';
import { explainViolation } from '../model/schema-sentences.ts';
import { LineMap } from '../model/text-range.ts';
import { decode } from './decode.ts';
import { fileLimits, readRegularFile, UnreadableFile } from './read-file.ts';
import type { SchemaShelf } from './schema-shelf.ts';
import { readSubset } from './subset-reader.ts';
import { readYaml, type YamlReading } from './yaml-reader.ts';

export interface DataFileKind {
  /** File name in the repository's root. */
  readonly name: string;
  readonly schema: string;
  readonly code: ErrorCode;
}

/** A data file as read: its values, and where each stands. */
export interface DataFile {
  readonly name: string;
  readonly text: string;
  readonly data: FrontMatter;
  readonly fail: (path: DataPath, message: string, hint: string) => never;
}

/** Reads a file that every command needs; undefined when it does not exist. Throws PressError for anything but a good one. */
export function readDataFile(root: string, kind: DataFileKind, shelf: SchemaShelf): DataFile | undefined {
  const text = textOf(root, kind);
  return text === undefined ? undefined : parseDataFile(text, kind, shelf);
}

/** The same for a text that is already in memory. */
export function parseDataFile(text: string, kind: DataFileKind, shelf: SchemaShelf): DataFile {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const reading = readData(text.slice(start), start);
  const failAt = failing(kind, text);
  const [fault] = reading.faults;
  if (fault !== undefined || reading.data === undefined) failAt(fault, fault?.message ?? 'It is empty.', fault?.hint ?? 'Write something into it.');
  const data = reading.data ?? failAt(undefined, 'It is empty.', 'Write something into it.');
  shelf.untext(kind.schema, reading.untexted);
  const fail = (path: DataPath, message: string, hint: string): never => failAt(placeOf(reading, path), message, hint);
  const [violation] = shelf.check(kind.schema, data);
  if (violation !== undefined) {
    const { message, hint, path } = explainViolation(violation, data);
    fail(path, message, hint ?? `The file ${kind.schema} under schemas/ says what is allowed.`);
  }
  return { name: kind.name, text, data, fail };
}

function readData(text: string, offset: number): YamlReading {
  const fast = readSubset(text);
  if (fast === undefined) return readYaml(text, offset);
  return { data: fast.data, untexted: fast.untexted, faults: [], locate: (path, part) => readYaml(text, offset).locate(path, part) };
}

function placeOf(reading: YamlReading, path: DataPath): Span | undefined {
  for (let length = path.length; length >= 0; length--) {
    const span = reading.locate(path.slice(0, length), length === path.length ? 'value' : 'key');
    if (span !== undefined) return span;
  }
  return undefined;
}

function failing(kind: DataFileKind, text: string): (place: Span | Fault | undefined, message: string, hint: string) => never {
  const lines = new LineMap(text);
  return (place, message, hint) => {
    const at = place === undefined ? '' : `:${lines.at(place.start).line}:${lines.at(place.start).column}`;
    throw new PressError(kind.code, `${kind.name}${at}: ${message}`, { hint });
  };
}

function textOf(root: string, kind: DataFileKind): string | undefined {
  try {
    const text = decode(readRegularFile(join(root, kind.name), fileLimits.data));
    if (typeof text === 'string') return text;
    throw new PressError(kind.code, `${kind.name}:${text.line}: ${text.message}`, { hint: 'Save it as UTF-8.' });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (error.kind === 'missing') return undefined;
    throw new PressError(kind.code, `${kind.name} ${error.message}.`, { hint: 'Put it there as an ordinary file that you may read.' });
  }
}
