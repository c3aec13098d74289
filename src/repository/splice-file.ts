/** Edits a file by replacing stretches of it: every byte outside of them stays what it is. */
import { constants, type Stats } from 'node:fs';
import type { FileEdit } from '../model/change-set.ts';
import { PressError } from '../model/press-error.ts';
import { digestOf } from './digest.ts';
import { existingFile, type FilePort } from './file-port.ts';
import { fileLimits } from './read-file.ts';
import type { Place } from './target-place.ts';
import { inTextOrder, spliced } from '../text/spliced.ts';

export interface FileVersion {
  readonly bytes: Uint8Array;
  readonly stat: Stats;
}

const WRITE_BITS = 0o222;

// Opened for writing as well, because a rename would replace what its owner has protected.
const toEdit = existingFile | constants.O_RDWR;

/** The file, if it still has the digest (hex SHA-256). Throws PressError when it has changed or may not be changed. */
export function readVersion(port: FilePort, place: Place, digest: string): FileVersion {
  const descriptor = port.open(place.absolute, toEdit);
  try {
    const stat = port.stat(descriptor);
    if (!stat.isFile() || (stat.mode & WRITE_BITS) === 0) throw protectedFile(place);
    const bytes = readAll(port, descriptor, stat.size);
    if (digestOf(bytes) !== digest) throw changed(place);
    return { bytes, stat };
  } finally {
    port.close(descriptor);
  }
}

function readAll(port: FilePort, descriptor: number, size: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.alloc(Math.max(size - length, 1) + 1);
    const got = port.read(descriptor, chunk);
    if (got === 0 || length > fileLimits.release) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, got));
    length += got;
  }
}

/** The bytes of the file with the edits made. The file is UTF-8, the edits lie in it and do not overlap. */
export function splice(bytes: Uint8Array, { path, edits }: Pick<FileEdit, 'path' | 'edits'>): Uint8Array {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  let at = 0;
  for (const { start, end } of inTextOrder(edits)) {
    if (start < at || end < start || end > text.length) throw new Error(`The edits of ${path} do not fit its text`);
    at = end;
  }
  const result = spliced(text, edits);
  if (!result.isWellFormed()) throw new Error(`The edits of ${path} cut a character in two`);
  return Buffer.from(result);
}

function changed(place: Place): PressError {
  return new PressError('changed-meanwhile', `«${place.path}» has changed since press read it.`, {
    hint: 'Nothing was written. Run the command again.',
  });
}

function protectedFile(place: Place): PressError {
  return new PressError('cannot-write', `«${place.path}» is protected against writing.`, {
    hint: 'Ask whoever protected it, or give yourself the right to write to it.',
  });
}
