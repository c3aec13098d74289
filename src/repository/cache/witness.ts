/** Remembers what the files beside the releases held when they were read, because it decides what the releases mean. */
import { digestOf } from '../digest.ts';
import type { FileSource } from '../file-source.ts';

export class Witness {
  readonly #contents = new Map<string, Uint8Array>();
  #isSure = true;

  /** The same files; what `isNoted` says of a path decides whether its content is remembered. */
  beside(files: FileSource, isNoted: (path: string) => boolean): FileSource {
    return {
      ...files,
      read: (path, limit) => {
        const bytes = files.read(path, limit);
        if (isNoted(path)) this.#note(path, bytes);
        return bytes;
      },
    };
  }

  /** What was read, by path; undefined when a file was read twice and was not the same. */
  get seen(): readonly (readonly [path: string, digest: string])[] | undefined {
    // Digests are made when they are asked for: few runs over a small archive do.
    return this.#isSure
      ? [...this.#contents].map(([path, bytes]) => [path, digestOf(bytes)] as const).sort()
      : undefined;
  }

  #note(path: string, bytes: Uint8Array): void {
    const before = this.#contents.get(path);
    // The reader's buffer serves the next file, too: what is kept is a copy.
    if (before === undefined) this.#contents.set(path, new Uint8Array(bytes));
    else if (Buffer.compare(before, bytes) !== 0) this.#isSure = false;
  }
}
