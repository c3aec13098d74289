/** The few operations on files that writing is made of: tests put a failing disk in the place of the real one. */
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statfsSync,
  unlinkSync,
  writeSync,
  type Stats,
} from 'node:fs';

/** Each operation throws what Node.js throws (an Error with `code`, such as `ENOSPC`). Paths are absolute. */
export interface FilePort {
  open(path: string, flags: number, mode?: number): number;
  /** Returns how many bytes were read; 0 at the end. */
  read(descriptor: number, buffer: Uint8Array): number;
  /** Returns how many of the bytes were written, which may be fewer than all. */
  write(descriptor: number, bytes: Uint8Array): number;
  stat(descriptor: number): Stats;
  chmod(descriptor: number, mode: number): void;
  chown(descriptor: number, user: number, group: number): void;
  sync(descriptor: number): void;
  close(descriptor: number): void;
  /** Gives a file a second name; fails with `EEXIST` when the name is taken by anything, a broken link too. */
  link(path: string, name: string): void;
  rename(path: string, name: string): void;
  unlink(path: string): void;
  mkdir(path: string, mode: number): void;
  rmdir(path: string): void;
  /** What the path itself is, a link not followed; undefined when there is nothing. */
  lstat(path: string): Stats | undefined;
  names(folder: string): string[];
  realpath(path: string): string;
  /** How many bytes can still be written on the disk of a folder; undefined where the system does not tell. */
  room(folder: string): number | undefined;
}

/** The disk of this machine. */
export const disk: FilePort = {
  open: openSync,
  read: (descriptor, buffer) => readSync(descriptor, buffer),
  write: (descriptor, bytes) => writeSync(descriptor, bytes),
  stat: (descriptor) => fstatSync(descriptor),
  chmod: fchmodSync,
  chown: fchownSync,
  sync: fsyncSync,
  close: closeSync,
  link: linkSync,
  rename: process.platform === 'win32' ? patiently(renameSync) : renameSync,
  unlink: unlinkSync,
  mkdir: (path, mode) => void mkdirSync(path, mode),
  rmdir: (path) => rmdirSync(path),
  lstat: (path) => lstatSync(path, { throwIfNoEntry: false }),
  names: (folder) => readdirSync(folder),
  realpath: (path) => realpathSync(path),
  room: roomAt,
};

function roomAt(folder: string): number | undefined {
  const { blocks, bavail, bsize } = statfsSync(folder);
  // File systems without a size of their own say zero of everything.
  return blocks === 0 ? undefined : bavail * bsize;
}

/** Flags of a new file: an existing name of any kind is refused, a link is not followed. Windows has no such flag. */
export const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** Flags of a file of press's own that is written in place, because it is always as short; a link is not followed. */
export const wholeFile = constants.O_WRONLY | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

/** Flags of a file to read: a link is refused, a pipe does not keep us waiting. */
export const existingFile = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The system's code of an error (`ENOSPC`), or an empty text for an error that is none of the system's. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : '';
}

const passing: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);
const TRIES = 10;
const PAUSE_MILLISECONDS = 200;

/** On Windows a virus scanner or an indexer may hold a file for a moment; nothing is wrong with a rename that it stopped. */
export function patiently<Arguments extends unknown[]>(
  operation: (...values: Arguments) => void,
  pause = sleep,
): (...values: Arguments) => void {
  return (...values) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return operation(...values);
      } catch (error) {
        if (tries === TRIES || !passing.has(codeOf(error))) throw error;
        pause(PAUSE_MILLISECONDS);
      }
    }
  };
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
