/** The record of how a change is taken back, as it lies in `.press/undo/`. */
import type { UndoneFile, UndoRecord } from '../../model/undo.ts';
import { digestOfText } from '../digest.ts';
import { isDigest, isPath } from './record.ts';

type Record = Omit<UndoRecord, 'id'>;

/** A record as a text that carries the checksum of the rest of it. */
export function printUndo(record: Record): string {
  const content = { version: 1, ...record };
  return `${JSON.stringify({ checksum: digestOfText(JSON.stringify(content)), ...content })}\n`;
}

/** The record of a text; undefined for one that is damaged, or that this version cannot know. */
export function parseUndo(text: string): Record | undefined {
  const value = parsed(text);
  if (!isObject(value)) return undefined;
  const { checksum, ...content } = value;
  if (checksum !== digestOfText(JSON.stringify(content))) return undefined;
  const { version, purpose, since, files } = content;
  const isKnown = version === 1 && typeof purpose === 'string' && typeof since === 'string';
  return isKnown && Array.isArray(files) && files.every(isFile) ? { purpose, since, files } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<{ [key: string]: unknown }> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFile(value: unknown): value is UndoneFile {
  if (!isObject(value)) return false;
  const { path, edits, changed, original } = value;
  return isPath(path) && isDigest(changed) && isDigest(original) && Array.isArray(edits) && edits.every(isEdit);
}

function isEdit(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { start, end, text } = value;
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && typeof text === 'string';
}
