/** The record of a change to several files, as it lies in `.press/tx/`: enough to finish it, or to take it back, after a crash. */
import { digestOfText } from '../digest.ts';

export interface JournalFile {
  /** The file as it was; of a creation the new one. From the root, with `/`, as every path here. */
  readonly path: string;
  /** Where a file goes that is moved. */
  readonly to?: string;
  /** Digest of its bytes before the change; none for a creation. */
  readonly old?: string;
  /** Digest of its bytes after it. */
  readonly new: string;
  /** Name of the staged text, in the folder where it belongs. */
  readonly temporary: string;
}

/** Keys that are not known here are kept out of the way, so that a later version may add what undoing needs. */
export interface JournalRecord {
  readonly version: 1;
  readonly purpose: string;
  /** RFC 3339, UTC. */
  readonly since: string;
  /** Folders that are made for it, outermost first. */
  readonly folders: readonly string[];
  readonly files: readonly JournalFile[];
}

const DIGEST = /^[0-9a-f]{64}$/;
const NOT_OURS: ReadonlySet<string> = new Set(['.press', '.git']);

/** Name of the n-th staged text of a transaction, counted from 1. */
export function temporaryName(transaction: string, number: number): string {
  return `.press-${transaction}-${number}.tmp`;
}

/** Whether a file's name is one that a transaction stages under. */
export function isTemporaryOf(transaction: string, name: string): boolean {
  return transactionOf(name) === transaction;
}

/** The transaction that stages under a file's name; undefined for any other name. */
export function transactionOf(name: string): string | undefined {
  return /^\.press-([0-9a-f]{12})-\d+\.tmp$/.exec(name)?.[1];
}

/** Where the new text of a file belongs. */
export function targetOf({ path, to }: JournalFile): string {
  return to ?? path;
}

/** A record as a text that carries the checksum of the rest of it. */
export function printRecord(record: JournalRecord): string {
  return `${JSON.stringify({ checksum: digestOfText(JSON.stringify(record)), ...record })}\n`;
}

/** The record of a text; undefined for one that is damaged, or that this version cannot know. */
export function parseRecord(text: string, transaction: string): JournalRecord | undefined {
  const value = parsed(text);
  if (!isObject(value)) return undefined;
  const { checksum, ...record } = value;
  if (checksum !== digestOfText(JSON.stringify(record))) return undefined;
  return isRecord(record, transaction) ? record : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecord(value: object, transaction: string): value is JournalRecord {
  const { version, purpose, since, folders, files } = value as Record<string, unknown>;
  return (
    version === 1 &&
    typeof purpose === 'string' &&
    typeof since === 'string' &&
    Array.isArray(folders) &&
    folders.every(isPath) &&
    Array.isArray(files) &&
    files.every((file) => isFile(file, transaction))
  );
}

function isFile(value: unknown, transaction: string): value is JournalFile {
  if (!isObject(value)) return false;
  const { path, to, old, temporary } = value;
  return (
    isPath(path) &&
    (to === undefined || (isPath(to) && old !== undefined)) &&
    (old === undefined || isDigest(old)) &&
    isDigest(value['new']) &&
    typeof temporary === 'string' &&
    isTemporaryOf(transaction, temporary)
  );
}

export function isDigest(value: unknown): value is string {
  return typeof value === 'string' && DIGEST.test(value);
}

/** A record may have come from anywhere: it leads neither out of the repository nor into what is not press's to change. */
export function isPath(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const [first = '', ...rest] = value.split('/');
  return (
    !NOT_OURS.has(first.toLowerCase()) && [first, ...rest].every((name) => !/^(?:\.{0,2}|.*[\\\0].*)$/s.test(name))
  );
}
