/** Reads one file as bytes, as carefully as a stranger's file deserves. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';

export const fileLimits = { release: 10 * 1024 * 1024, data: 1024 * 1024 } as const;

/** Why a path gave no bytes, as a person would say it. */
export class UnreadableFile extends Error {
  readonly kind: 'missing' | 'link' | 'special' | 'too-big' | 'forbidden' | 'failed';

  constructor(kind: UnreadableFile['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

// A link is refused by the open itself, and a pipe does not keep us waiting. Windows has neither flag.
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

let shared = Buffer.allocUnsafe(64 * 1024);

/**
 * The bytes of a regular file of at most `limit` bytes. The view is overwritten by the next call: decode it, or copy it.
 * Throws UnreadableFile.
 */
export function readRegularFile(path: string, limit: number): Uint8Array {
  try {
    if (constants.O_NOFOLLOW === undefined) refuseLink(path);
    const descriptor = openSync(path, openFlags);
    try {
      const stat = fstatSync(descriptor);
      if (!stat.isFile())
        throw new UnreadableFile('special', stat.isDirectory() ? 'is a folder' : 'is no ordinary file');
      if (stat.size > limit) throw tooBig(`has ${stat.size} bytes`, limit);
      return readUpTo(descriptor, limit, stat.size);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw unreadable(error);
  }
}

function refuseLink(path: string): void {
  if (lstatSync(path).isSymbolicLink()) throw new UnreadableFile('link', followsNoLinks);
}

const followsNoLinks = 'is a link; press does not follow links';

/** The error for a file of more than `limit` bytes. */
export function tooBig(what: string, limit: number): UnreadableFile {
  return new UnreadableFile('too-big', `${what}; the limit is ${limit} (${limit / 1024 / 1024} MiB)`);
}

function readUpTo(descriptor: number, limit: number, expected: number): Uint8Array {
  if (shared.length < expected + 1) shared = Buffer.allocUnsafe(expected + 1);
  let length = 0;
  for (;;) {
    if (length === shared.length) shared = Buffer.concat([shared], shared.length * 2);
    const got = readSync(descriptor, shared, length, shared.length - length, null);
    length += got;
    if (length > limit) throw tooBig('grew while it was read', limit);
    // There was room for more: what has come is all there was. A file that states no size is read until nothing comes.
    if (got === 0 || length === expected) return shared.subarray(0, length);
  }
}

/** What the system said, as a person would say it; what it did not say is passed on. */
export function unreadable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) return new UnreadableFile('missing', 'does not exist');
  if (code === 'ELOOP' || code === 'EMLINK') return new UnreadableFile('link', followsNoLinks);
  if (code === 'EACCES' || code === 'EPERM') return new UnreadableFile('forbidden', 'may not be read by you');
  if (code === 'EISDIR') return new UnreadableFile('special', 'is a folder');
  if (code === 'ENXIO') return new UnreadableFile('special', 'is no ordinary file');
  return new UnreadableFile('failed', `could not be read (${code})`);
}
