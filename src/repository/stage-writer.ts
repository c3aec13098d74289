/** Writes one file to the last byte and makes sure that the disk has it. */
import type { Stats } from 'node:fs';
import { codeOf, type FilePort } from './file-port.ts';

/** A complete file under a temporary name. */
export interface StagedFile {
  readonly temporary: string;
}

/** Who may do what with a file. */
export interface Access {
  /** Permission bits. */
  readonly mode: number;
  /** The file that it replaces, whose owner it keeps. */
  readonly owner?: Pick<Stats, 'uid' | 'gid'> | undefined;
}

const GROUP_BITS = 0o070;

/** Open from its making until `finish` or `abandon`. Every error of the disk is thrown as it comes. */
export class StageWriter {
  readonly #port: FilePort;
  readonly #descriptor: number;
  #isOpen = true;
  #size = 0;
  readonly temporary: string;

  constructor(port: FilePort, descriptor: number, temporary: string) {
    this.#port = port;
    this.#descriptor = descriptor;
    this.temporary = temporary;
  }

  /** Writes all of the bytes: a short write goes on where it stopped, one that gets nowhere is an error. */
  write(bytes: Uint8Array): void {
    writeWhole(this.#port, this.#descriptor, { bytes, path: this.temporary });
    this.#size += bytes.length;
  }

  /** Flushes and closes. The file has `mode` then, and as far as the system lets us the owner of the file that it replaces. */
  finish({ mode, owner }: Access): StagedFile & { readonly stat: Stats } {
    const stat = this.#port.stat(this.#descriptor);
    if (stat.size !== this.#size) throw noProgress(this.temporary);
    const keepsGroup = owner === undefined || this.#own(stat, owner);
    // Nobody is given more than the old file gave: a group that could not be kept gets nothing.
    this.#port.chmod(this.#descriptor, keepsGroup ? mode : mode & ~GROUP_BITS);
    this.#port.sync(this.#descriptor);
    // What was written before may fail as late as here; a descriptor is gone after `close`, however that ended.
    this.#isOpen = false;
    this.#port.close(this.#descriptor);
    return { temporary: this.temporary, stat };
  }

  /** Closes a file that is not going to be finished. */
  abandon(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#port.close(this.#descriptor);
  }

  /** Gives the file the old one's owner where the system allows it; returns whether it has the old one's group. */
  #own(stat: Stats, owner: Pick<Stats, 'uid' | 'gid'>): boolean {
    const keepsGroup = stat.gid === owner.gid || this.#chown(stat.uid, owner.gid);
    if (stat.uid !== owner.uid) this.#chown(owner.uid, keepsGroup ? owner.gid : stat.gid);
    return keepsGroup;
  }

  #chown(user: number, group: number): boolean {
    try {
      this.#port.chown(this.#descriptor, user, group);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EPERM') return false;
      throw error;
    }
  }
}

/** Writes all of the bytes, as `StageWriter.write` does; `path` is what an error names. */
export function writeWhole(
  port: FilePort,
  descriptor: number,
  { bytes, path }: { readonly bytes: Uint8Array; readonly path: string },
): void {
  let rest = bytes;
  while (rest.length > 0) {
    const written = port.write(descriptor, rest);
    if (written <= 0) throw noProgress(path);
    rest = rest.subarray(written);
  }
}

/** What a disk is told to have failed at that says it did not, and took nothing. */
export function noProgress(path: string): Error {
  return Object.assign(new Error(`Not all of ${path} was written`), { code: 'EIO' });
}
