/** taxonomy.yaml and press.yaml: read, judged by their schema, or one clear error with file and line. */
import type { DataFileName, DataText } from '../model/data-file.ts';
import type { DataPath, Fault, FrontMatter, Span } from '../model/manuscript.ts';
import { textsIn } from '../model/front-matter-texts.ts';
import { PressError, type ErrorCode } from '../model/press-error.ts';
import { explainViolation } from '../model/schema-sentences.ts';
import type { SchemaViolation } from '../model/schema-violation.ts';
import { LineMap } from '../model/text-range.ts';
import { TURNING } from '../text/turning-characters.ts';
import { decode } from './decode.ts';
import { digestOfText } from './digest.ts';
import type { FileSource } from './file-source.ts';
import { fileLimits, UnreadableFile } from './read-file.ts';
import type { SchemaShelf } from './schema-shelf.ts';
import { readSubset } from './subset-reader.ts';
import { OutOfTime, withinTime } from './stopwatch.ts';
import { readYaml, type YamlReading } from './yaml-reader.ts';

export interface DataFileKind {
  /** File name in the repository's root. */
  readonly name: DataFileName;
  readonly schema: string;
  readonly code: ErrorCode;
}

/** A value in the data, or the key that it stands under. */
type Culprit = { readonly value: DataPath } | { readonly key: DataPath };

/** A data file as read: its values, and where each stands. */
export interface DataFile {
  readonly name: DataFileName;
  readonly text: string;
  readonly data: FrontMatter;
  readonly locate: YamlReading['locate'];
  readonly fail: (culprit: Culprit, message: string, hint: string) => never;
}

/** Reads a file that every command needs; undefined when it does not exist. Throws PressError for anything but a good one. */
export function readDataFile(files: FileSource, kind: DataFileKind, shelf: SchemaShelf): DataFile | undefined {
  const text = textOf(files, kind);
  return text === undefined ? undefined : parseDataFile(text, kind, shelf);
}

/** The same for a text that is already in memory. */
export function parseDataFile(text: string, kind: DataFileKind, shelf: SchemaShelf): DataFile {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const reading = readData(text.slice(start), start);
  const failAt = failing(kind, text);
  const [fault] = reading.faults;
  const data =
    reading.data ?? failAt(fault, fault?.message ?? 'It is empty.', fault?.hint ?? 'Write something into it.');
  shelf.untext(kind.schema, reading.untexted);
  refuseTurning({ text, data }, (place) =>
    failAt('start' in place ? place : placeOf(reading, place), turningWords.message, turningWords.hint),
  );
  const fail = (culprit: Culprit, message: string, hint: string): never =>
    failAt(placeOf(reading, culprit), message, hint);
  const [violation] =
    judged(data, kind, shelf) ??
    failAt(
      undefined,
      'So much is wrong that judging it takes too long.',
      'Take the last version that worked, and change less at a time.',
    );
  if (violation !== undefined) {
    const { message, hint, path, atKey } = explainViolation(violation, data);
    fail(
      atKey ? { key: path } : { value: path },
      message,
      hint ?? `The file ${kind.schema} under schemas/ says what is allowed.`,
    );
  }
  return { name: kind.name, text, data, locate: reading.locate, fail };
}

const turningWords = {
  message: 'An invisible character here turns around the order of others on the screen.',
  hint: 'Take it out; Arabic and Hebrew letters find their direction by themselves.',
};

/** Labels and names stand in every output: what turns text around (U+202A–202E, U+2066–2069) is as wrong here as in front matter. */
function refuseTurning(
  { text, data }: Pick<DataFile, 'text' | 'data'>,
  refuse: (place: Span | Culprit) => never,
): void {
  const at = text.search(TURNING);
  if (at !== -1) refuse({ start: at, end: at + 1 });
  if (!ESCAPED.test(text)) return;
  for (const { value, path } of textsIn(data)) if (TURNING.test(value)) refuse({ value: path });
}

const ESCAPED = /\\u20/i;

/** The file as those see it who want to edit it. */
export function dataTextOf({ name, text, data, locate }: DataFile): DataText {
  return { name, text, digest: digestOfText(text), data, locate: (path, part = 'value') => locate(path, part) };
}

const PATIENCE_MILLISECONDS = 3000;

/** What the schema finds wrong; undefined when it does not come to an end: errors of a validator that looks for all add up. */
function judged(data: FrontMatter, kind: DataFileKind, shelf: SchemaShelf): readonly SchemaViolation[] | undefined {
  try {
    return withinTime(PATIENCE_MILLISECONDS, () => shelf.check(kind.schema, data));
  } catch (error) {
    if (error instanceof OutOfTime) return undefined;
    throw error;
  }
}

function readData(text: string, offset: number): YamlReading {
  const fast = readSubset(text);
  if (fast === undefined) return readYaml(text, offset);
  let exact: YamlReading | undefined;
  const locate: YamlReading['locate'] = (path, part) => (exact ??= readAgain(text, offset)).locate(path, part);
  return { data: fast.data, untexted: fast.untexted, faults: [], locate };
}

const MOST_TRIES = 5;

/** The fast reader knows that the text is sound: when the exact one runs out of time, the machine is busy. */
function readAgain(text: string, offset: number): YamlReading {
  let reading = readYaml(text, offset);
  for (let tries = 1; reading.data === undefined && tries < MOST_TRIES; tries += 1) reading = readYaml(text, offset);
  return reading;
}

/** Where the culprit stands; for what is not there, the key of the nearest thing around it that is. */
function placeOf(reading: YamlReading, culprit: Culprit): Span | undefined {
  const path = 'key' in culprit ? culprit.key : culprit.value;
  for (let length = path.length; length >= 0; length--) {
    const span = reading.locate(path.slice(0, length), length === path.length && 'value' in culprit ? 'value' : 'key');
    if (span !== undefined) return span;
  }
  return undefined;
}

function failing(
  kind: DataFileKind,
  text: string,
): (place: Span | Fault | undefined, message: string, hint: string) => never {
  const lines = new LineMap(text);
  return (place, message, hint) => {
    const { line, column } = lines.at(place?.start ?? 0);
    throw new PressError(kind.code, `${kind.name}:${line}:${column}: ${message}`, { hint });
  };
}

function textOf(files: FileSource, kind: DataFileKind): string | undefined {
  try {
    const text = decode(files.read(kind.name, fileLimits.data));
    if (typeof text === 'string') return text;
    throw new PressError(kind.code, `${kind.name}:${text.line}: ${text.message}`, { hint: 'Save it as UTF-8.' });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (error.kind === 'missing') return undefined;
    throw new PressError(kind.code, `${kind.name} ${error.message}.`, {
      hint: 'Put it there as an ordinary file that you may read.',
    });
  }
}
