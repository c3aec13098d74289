/**
 * Stamps of what is in files, in the place of those that the disk has: a fresh clone gives every file new times. A file is the same when its bytes are.
 *
 * They are four numbers like the others: the size, and 156 bits of a SHA-256 in three. Those are negative, and no time at which a file changed is, so that none
 * of them looks like a moment that is too close to now.
 */
import { hash } from 'node:crypto';
import type { Stats } from 'node:fs';

export type Stamp = Partial<Pick<Stats, 'size' | 'mtimeMs' | 'ctimeMs' | 'ino'>>;

// As many digits of a hexadecimal number as a number can hold to the last bit.
const DIGITS = 13;

export class ContentStamps {
  readonly #read: (path: string) => Uint8Array;
  readonly #seen = new Map<string, number>();
  /** Whether every file that was read again held what it was stamped for: then what was learned of it belongs to its stamp. */
  isSure = true;

  /** `read` gives the bytes of a file (from the root), and throws for one that cannot be read. */
  constructor(read: (path: string) => Uint8Array) {
    this.#read = read;
  }

  /** What cannot be read has no stamp, and is never taken for what it was. */
  stampOf(path: string): Stamp {
    this.#seen.delete(path);
    try {
      const stamp = stampOfBytes(this.#read(path));
      this.#seen.set(path, stamp.mtimeMs);
      return stamp;
    } catch {
      return {};
    }
  }

  /** Compares what is read of a file later with what it was stamped for. */
  witness(path: string, bytes: Uint8Array): void {
    if (this.#seen.get(path) !== stampOfBytes(bytes).mtimeMs) this.isSure = false;
  }
}

function stampOfBytes(bytes: Uint8Array): Required<Stamp> {
  const digits = hash('sha256', bytes);
  const number = (at: number): number => -Number.parseInt(digits.slice(at * DIGITS, (at + 1) * DIGITS), 16);
  return { size: bytes.length, mtimeMs: number(0), ctimeMs: number(1), ino: number(2) };
}
