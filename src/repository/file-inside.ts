/** A file below a folder, by a path that a stranger has written: nothing leads out of the folder, neither `..` nor a link. */
import { realpathSync } from 'node:fs';
import { isAbsolute, resolve, sep } from 'node:path';
import type { LocalFile } from '../model/local-file.ts';
import { PressError } from '../model/press-error.ts';
import { digestOf } from './digest.ts';
import { readRegularFile, UnreadableFile } from './read-file.ts';

/** Bytes of the largest file that is taken along. */
const LARGEST = 50 * 1024 * 1024;

/** Looks for the file. Hidden ones are nobody’s pictures. */
export function fileInside(folder: string, path: string): LocalFile {
  if (/[\0\\]/.test(path) || isAbsolute(path)) return refused('it has an address that no file here can have');
  const root = realPath(folder);
  if (root === undefined) return { kind: 'missing' };
  const target = resolve(root, path);
  if (!isBelow(root, target)) return refused('it lies outside the folder of the source');
  if (target.slice(root.length).includes(`${sep}.`)) return refused('it is a hidden file');
  const real = realPath(target);
  if (real === undefined) return { kind: 'missing' };
  return isBelow(root, real) ? fileAt(real) : refused('a link leads out of the folder of the source');
}

function isBelow(root: string, path: string): boolean {
  return path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function fileAt(path: string): LocalFile {
  try {
    const bytes = readRegularFile(path, LARGEST);
    return { kind: 'file', digest: digestOf(bytes), size: bytes.length, bytes: () => readAgain(path) };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return error.kind === 'missing' ? { kind: 'missing' } : refused(`it ${error.message}`);
  }
}

function readAgain(path: string): Uint8Array {
  try {
    // The reader's buffer serves the next file, too.
    return new Uint8Array(readRegularFile(path, LARGEST));
  } catch (error) {
    throw new PressError('unreadable-file', `«${path}» cannot be read any more.`, { cause: error });
  }
}

function refused(why: string): LocalFile {
  return { kind: 'refused', why };
}
