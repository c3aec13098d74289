/** Writes to stdout or stderr: waits until there is room, and knows when the reader is gone. */
import type { Writable } from 'node:stream';
import type { Chunk } from '../../model/export-format.ts';

const sentences: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'your share of the disk is used up'],
  ['EIO', 'the disk or device failed'],
]);

/** The stream takes no more. `gone`: its reader went away; `failed`: the disk or device did not take it. */
export class OutputClosed extends Error {
  readonly reason: 'gone' | 'failed';
  /** The exit status of a run that ends because of it: a reader that has seen enough is no failure. */
  status: number;

  constructor(error: NodeJS.ErrnoException) {
    super(`The output could not be written: ${sentences.get(error.code ?? '') ?? error.message}.`, { cause: error });
    this.reason = error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' ? 'gone' : 'failed';
    this.status = this.reason === 'gone' ? 0 : 2;
  }
}

export class Output {
  readonly #stream: Writable;
  readonly #clean: (text: string) => string;
  #failure: OutputClosed | undefined;

  /** Every text goes through `clean` first, if there is one; it is given whole lines. */
  constructor(stream: Writable, clean: (text: string) => string = (text) => text) {
    this.#stream = stream;
    this.#clean = clean;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#failure ??= new OutputClosed(error);
    });
  }

  /** Resolves when the stream has taken the text, or the bytes as they are; rejects with OutputClosed. */
  write(chunk: Chunk): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    if (chunk.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#stream.write(typeof chunk === 'string' ? this.#clean(chunk) : chunk, (error) => {
        if (error === null || error === undefined) return resolve();
        this.#failure ??= new OutputClosed(error);
        reject(this.#failure);
      });
    });
  }

  /** Writes without waiting, for talk; what goes wrong is forgotten. */
  say(text: string): void {
    if (this.#failure === undefined) this.#stream.write(this.#clean(text));
  }

  /** Rejects with what went wrong so far. */
  async drained(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
  }
}
