/** Standard output where it is a file: `press export > list.csv`. */
import { fstatSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';

/**
 * A stream that writes every byte to a file, or fails. Node's own stream for files takes what one call of the system wrote for all of it:
 * on a disk that is nearly full the rest would be lost without a word.
 */
class WholeFile extends Writable {
  readonly #descriptor: number;

  constructor(descriptor: number) {
    super();
    this.#descriptor = descriptor;
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error) => void): void {
    try {
      for (let rest = chunk; rest.length > 0;) {
        const written = writeSync(this.#descriptor, rest);
        if (written <= 0) throw Object.assign(new Error('write: nothing was written'), { code: 'EIO' });
        rest = rest.subarray(written);
      }
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/** The stream for a descriptor that is an ordinary file, else `usual`. */
export function wholeFileOr<Stream>(descriptor: number, usual: () => Stream): WholeFile | Stream {
  try {
    if (fstatSync(descriptor).isFile()) return new WholeFile(descriptor);
  } catch {
    // A descriptor that is closed: the usual stream says so.
  }
  return usual();
}
