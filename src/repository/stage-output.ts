/** One output on its way: small ones wait in memory until it is known whether they differ from what is there. */
import { createHash } from 'node:crypto';
import type { Chunk } from '../model/export-format.ts';
import type { FileTransaction } from './file-transaction.ts';
import { inPieces } from './pieces.ts';
import type { Access, StagedFile, StageWriter } from './stage-writer.ts';

const HELD_BYTES = 1024 * 1024;

/** Where an output is staged; none for a run that only looks. */
export interface StagePlace {
  readonly transaction: FileTransaction;
  /** Absolute. */
  readonly folder: string;
}

export class OutputStage {
  readonly #place: StagePlace | undefined;
  readonly #hash = createHash('sha256');
  #held: Buffer[] = [];
  #heldBytes = 0;
  #writer: StageWriter | undefined;

  constructor(place: StagePlace | undefined) {
    this.#place = place;
  }

  /** Takes an output to its end. Between two pieces `pause` is waited for. */
  async fill(chunks: Iterable<Chunk>, pause: () => Promise<void>): Promise<void> {
    for (const piece of inPieces(chunks)) {
      this.add(piece);
      await pause();
    }
  }

  add(piece: Buffer): void {
    this.#hash.update(piece);
    if (this.#place === undefined) return;
    if (this.#writer !== undefined) return this.#writer.write(piece);
    this.#held.push(piece);
    this.#heldBytes += piece.length;
    if (this.#heldBytes > HELD_BYTES) this.#open(this.#place);
  }

  /** Hexadecimal SHA-256 of everything; nothing can be added after it. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  /** The complete file under a temporary name; undefined for a run that only looks. */
  finish(access: Access): StagedFile | undefined {
    if (this.#place === undefined) return undefined;
    const writer = this.#writer ?? this.#open(this.#place);
    return this.#place.transaction.close(writer, access);
  }

  /** It is there already: what was written is taken away. */
  discard(): void {
    this.#held = [];
    if (this.#writer !== undefined) this.#place?.transaction.discard(this.#writer);
  }

  #open({ transaction, folder }: StagePlace): StageWriter {
    const writer = transaction.open(folder);
    for (const piece of this.#held) writer.write(piece);
    this.#held = [];
    this.#writer = writer;
    return writer;
  }
}
