/**
 * A file of blocks of bytes, each at a multiple of eight, behind a header: what kind of file it is, the SHA-1 of all that follows, and how long each block
 * is. A file of which one bit is another than it was written is no such file.
 *
 * The whole file is looked at once, through a small buffer; a block is only brought into memory when it is asked for, because memory that nobody has
 * touched yet costs more than reading.
 */
import { createHash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';

// The number is that of the format: one more whenever anything in src/repository/cache/ is laid out otherwise.
const MAGIC = Buffer.from('press archive memory 2\n\0');
const DIGEST_BYTES = 20;
const SUM_AT = MAGIC.length;
const COUNT_AT = SUM_AT + DIGEST_BYTES;
const LENGTHS_AT = COUNT_AT + 4;
const ALIGNMENT = 8;
const BUFFER_BYTES = 64 * 1024;

const padding = (length: number): number => -length & (ALIGNMENT - 1);

/** The pieces of the file, in order. */
export function packSections(sections: readonly Uint8Array[]): Uint8Array[] {
  const headerLength = LENGTHS_AT + sections.length * 4;
  const header = Buffer.alloc(headerLength + padding(headerLength));
  MAGIC.copy(header);
  header.writeUInt32LE(sections.length, COUNT_AT);
  for (const [index, { length }] of sections.entries()) header.writeUInt32LE(length, LENGTHS_AT + index * 4);
  const blocks = sections.flatMap((section) => [section, new Uint8Array(padding(section.length))]);
  const sum = createHash('sha1');
  for (const piece of [header.subarray(COUNT_AT), ...blocks]) sum.update(piece);
  sum.digest().copy(header, SUM_AT);
  return [header, ...blocks];
}

export interface Sections {
  /** A block, in memory of its own; empty for one that the file does not have. */
  at(index: number): Uint8Array;
  close(): void;
}

/** The blocks of an open file, which is closed with them; undefined for one that is not whole, or of another kind, which stays open. */
export function openSections(descriptor: number): Sections | undefined {
  const beginning = Buffer.alloc(LENGTHS_AT);
  if (!fill(descriptor, beginning, 0) || !beginning.subarray(0, SUM_AT).equals(MAGIC)) return undefined;
  if (!sumFrom(descriptor, COUNT_AT).equals(beginning.subarray(SUM_AT, COUNT_AT))) return undefined;
  const lengths = Buffer.alloc(beginning.readUInt32LE(COUNT_AT) * 4);
  if (!fill(descriptor, lengths, LENGTHS_AT)) return undefined;
  return new StoredSections(descriptor, new Uint32Array(lengths.buffer, lengths.byteOffset, lengths.length / 4));
}

class StoredSections implements Sections {
  readonly #descriptor: number;
  readonly #places: readonly { readonly start: number; readonly length: number }[];

  constructor(descriptor: number, lengths: Uint32Array) {
    this.#descriptor = descriptor;
    const headerLength = LENGTHS_AT + lengths.byteLength;
    let end = headerLength + padding(headerLength);
    this.#places = Array.from(lengths, (length) => {
      const start = end;
      end += length + padding(length);
      return { start, length };
    });
  }

  at(index: number): Uint8Array {
    const { start = 0, length = 0 } = this.#places[index] ?? {};
    const block = Buffer.allocUnsafeSlow(length);
    if (!fill(this.#descriptor, block, start)) throw new Error('A memory that was whole has become shorter');
    return block;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** Whether there was enough to fill the buffer. */
function fill(descriptor: number, buffer: Uint8Array, start: number): boolean {
  let length = 0;
  while (length < buffer.length) {
    const got = readSync(descriptor, buffer, length, buffer.length - length, start + length);
    if (got === 0) return false;
    length += got;
  }
  return true;
}

function sumFrom(descriptor: number, start: number): Buffer {
  const sum = createHash('sha1');
  const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  for (let at = start; ;) {
    const got = readSync(descriptor, buffer, 0, buffer.length, at);
    if (got === 0) return sum.digest();
    sum.update(buffer.subarray(0, got));
    at += got;
  }
}
