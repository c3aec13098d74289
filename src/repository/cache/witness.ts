/** Remembers what the files beside the releases held when they were read, because it decides what the releases mean. */
import { createHash } from 'node:crypto';
import type { FileSource } from '../file-source.ts';

export class Witness {
  readonly #digests = new Map<string, string>();
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
    return this.#isSure ? [...this.#digests].sort() : undefined;
  }

  #note(path: string, bytes: Uint8Array): void {
    const digest = createHash('sha256').update(bytes).digest('hex');
    if ((this.#digests.get(path) ?? digest) !== digest) this.#isSure = false;
    this.#digests.set(path, digest);
  }
}
