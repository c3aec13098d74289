/** Bytes of a produced file, from the disk or from memory: in pieces from the beginning, and any stretch of them. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { NotUnpacked } from '../model/produced-files.ts';
import { unreadable, UnreadableFile } from './read-file.ts';

export interface ProducedBytes {
  readonly size: number;
  /** They stay as they are when the next one is asked for. */
  pieces(): Iterable<Uint8Array>;
  /** Up to so many bytes from an offset, copied. */
  at(offset: number, length: number): Buffer;
}

const PIECE_BYTES = 1024 * 1024;

export function bytesInMemory(bytes: Uint8Array): ProducedBytes {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    size: buffer.length,
    *pieces() {
      for (let at = 0; at < buffer.length; at += PIECE_BYTES) yield buffer.subarray(at, at + PIECE_BYTES);
    },
    at: (offset, length) => Buffer.from(buffer.subarray(offset, offset + length)),
  };
}

const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens an ordinary file, lends its bytes and closes it when the work is done. Throws NotUnpacked. */
export async function* withFile<Result>(
  path: string,
  work: (bytes: ProducedBytes) => AsyncIterable<Result>,
): AsyncGenerator<Result> {
  const descriptor = attempt(() => openSync(path, flags));
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new NotUnpacked('is no ordinary file.');
    yield* work(bytesOnDisk(descriptor, stat.size));
  } finally {
    closeSync(descriptor);
  }
}

function bytesOnDisk(descriptor: number, size: number): ProducedBytes {
  const read = (buffer: Uint8Array, position: number): number =>
    attempt(() => readSync(descriptor, buffer, 0, buffer.length, position));
  return {
    size,
    *pieces() {
      // A new buffer for each: whoever unpacks a piece may still be at it when the next one is read.
      for (let at = 0; ;) {
        const buffer = Buffer.allocUnsafe(Math.max(1, Math.min(PIECE_BYTES, size - at)));
        const got = read(buffer, at);
        if (got === 0) return;
        yield buffer.subarray(0, got);
        at += got;
      }
    },
    at(offset, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      let got = 0;
      while (got < buffer.length) {
        const more = read(buffer.subarray(got), offset + got);
        if (more === 0) break;
        got += more;
      }
      return buffer.subarray(0, got);
    },
  };
}

function attempt<Result>(operation: () => Result): Result {
  try {
    return operation();
  } catch (error) {
    const why = unreadable(error);
    throw why instanceof UnreadableFile ? new NotUnpacked(`${why.message}.`) : why;
  }
}
