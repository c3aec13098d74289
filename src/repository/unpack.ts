/**
 * Opens what produced bytes are packed in: gzip, deflate, Brotli, ZIP archives (workbooks, documents, books) and the streams of a PDF.
 * What would unpack to more than its limits is not followed to its end, and said: nothing is passed over in silence.
 */
import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { NotUnpacked, type ProducedPart } from '../model/produced-files.ts';
import { pdfStreams } from './pdf-streams.ts';
import { bytesInMemory, type ProducedBytes } from './produced-bytes.ts';
import { packedBytes, zipEntries, type ZipEntry } from './zip-entries.ts';

export const unpackLimits = {
  /** Bytes that one file may unpack to, all that is packed in it together. */
  bytes: 2 * 1024 * 1024 * 1024,
  /** How many times its own size that may be, once it is more than `calm`. Honest text is packed to a tenth, seldom to a fiftieth. */
  ratio: 250,
  calm: 16 * 1024 * 1024,
  /** An archive within another one is held in memory. */
  held: 256 * 1024 * 1024,
  depth: 4,
} as const;

export type UnpackLimits = { readonly [Key in keyof typeof unpackLimits]: number };

/** What a file or a packed part begins with. */
const magics: readonly (readonly [Packing, string])[] = [
  ['gzip', '1f8b08'],
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['pdf', '255044462d'],
  ['closed', 'fd377a585a00'],
  ['closed', '28b52ffd'],
  ['closed', '425a68'],
  ['closed', '377abcaf271c'],
  ['closed', '526172211a07'],
];

type Packing = 'gzip' | 'zip' | 'pdf' | 'deflate' | 'brotli' | 'closed';

export interface Wrapped {
  readonly name: string;
  readonly bytes: ProducedBytes;
}

/** The bytes as they are, or what they are packed to. Throws NotUnpacked, and so do the pieces of each part. */
export function unpack(file: Wrapped, limits: UnpackLimits = unpackLimits): AsyncGenerator<ProducedPart> {
  return new Unpacking(file, limits).parts(file, []);
}

class Unpacking {
  readonly #limits: UnpackLimits;
  /** How much may still come out. */
  #left: number;

  constructor({ bytes }: Wrapped, limits: UnpackLimits) {
    this.#limits = limits;
    this.#left = Math.min(limits.bytes, Math.max(limits.calm, bytes.size * limits.ratio));
  }

  async *parts(file: Wrapped, inside: readonly string[]): AsyncGenerator<ProducedPart> {
    const packing = packingOf(file);
    if (packing !== undefined && inside.length >= this.#limits.depth)
      throw new NotUnpacked('is packed in too many layers.');
    switch (packing) {
      case 'zip':
        return yield* this.#entries(file, inside);
      case 'closed':
        throw new NotUnpacked('is packed in a way that press cannot open (it knows gzip, deflate, Brotli and ZIP).');
      case 'gzip':
        yield { inside, pieces: [file.bytes.at(0, HEADER_BYTES)] };
        return yield* this.#unpacked({ name: innerName(file.name, '.gz'), bytes: file.bytes, inside }, createGunzip());
      case 'brotli':
        return yield* this.#unpacked(
          { name: innerName(file.name, '.br'), bytes: file.bytes, inside },
          createBrotliDecompress(),
        );
      case 'deflate':
        yield { inside, pieces: file.bytes.pieces() };
        return yield* this.#perhaps(file, inside);
      case 'pdf':
        yield { inside, pieces: file.bytes.pieces() };
        return yield* this.#pdf(file, inside);
      case undefined:
        yield { inside, pieces: file.bytes.pieces() };
    }
  }

  async *#entries({ bytes }: Wrapped, inside: readonly string[]): AsyncGenerator<ProducedPart> {
    const entries = zipEntries(bytes);
    yield {
      inside: [...inside, 'names in the archive'],
      pieces: [Buffer.from(entries.map(({ name }) => name).join('\n'))],
    };
    for (const entry of entries) {
      if (this.#left < 0) throw tooMuch();
      yield* this.#telling(entry.name, inside, this.#entry(bytes, entry, inside));
    }
  }

  /** What is wrong with one entry is told where it stands; the others are looked at. */
  async *#telling(
    name: string,
    inside: readonly string[],
    parts: AsyncIterable<ProducedPart>,
  ): AsyncGenerator<ProducedPart> {
    try {
      yield* parts;
    } catch (error) {
      if (!(error instanceof NotUnpacked)) throw error;
      yield { inside: [...inside, name], pieces: failing(error) };
    }
  }

  async *#entry(bytes: ProducedBytes, entry: ZipEntry, inside: readonly string[]): AsyncGenerator<ProducedPart> {
    const { name, method, isEncrypted } = entry;
    if (name.endsWith('/') && entry.packedSize === 0) return;
    if (isEncrypted) throw new NotUnpacked('has a password.');
    if (method !== 0 && method !== 8) throw new NotUnpacked('is packed in a way that press cannot open.');
    const packed = packedBytes(bytes, entry);
    if (method === 0) yield* this.parts({ name, bytes: packed }, [...inside, name]);
    else yield* this.#unpacked({ name, bytes: packed, inside }, createInflateRaw());
  }

  /** What comes out may be packed itself; then it is held. */
  async *#unpacked(
    { name, bytes, inside }: Wrapped & { readonly inside: readonly string[] },
    transform: Transform,
  ): AsyncGenerator<ProducedPart> {
    const pieces = this.#through(bytes.pieces(), transform)[Symbol.asyncIterator]();
    const first = await pieces.next();
    const head = first.done === true ? Buffer.alloc(0) : first.value;
    const all = rest(head, pieces);
    const within = [...inside, name];
    const isPacked = packingOf({ name, bytes: bytesInMemory(head) }) !== undefined;
    if (isPacked) yield* this.parts({ name, bytes: await this.#held(all) }, within);
    else yield { inside: within, pieces: all };
  }

  async *#perhaps({ bytes }: Wrapped, inside: readonly string[]): AsyncGenerator<ProducedPart> {
    try {
      yield* this.#unpacked({ name: 'unpacked', bytes, inside }, createInflate());
    } catch (error) {
      // Some text begins with the two characters that deflate begins with.
      if (!(error instanceof DamagedStream)) throw error;
    }
  }

  async *#pdf({ bytes }: Wrapped, inside: readonly string[]): AsyncGenerator<ProducedPart> {
    if (bytes.size > this.#limits.held) throw new NotUnpacked('is a PDF too big to be looked into.');
    let number = 0;
    for (const stream of pdfStreams(bytes.at(0, bytes.size))) {
      number += 1;
      const pieces = this.#forgiving(this.#through([stream], createInflate()));
      yield { inside: [...inside, `stream ${number}`], pieces };
    }
  }

  /** Much of what a PDF holds is no text, and some of it is no stream: what comes out is looked at. */
  async *#forgiving(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    try {
      yield* pieces;
    } catch (error) {
      if (!(error instanceof DamagedStream)) throw error;
    }
  }

  async *#through(pieces: Iterable<Uint8Array>, transform: Transform): AsyncGenerator<Buffer> {
    pipeline(Readable.from(pieces, { objectMode: false }), transform, () => undefined);
    try {
      for await (const piece of transform) {
        const bytes = piece as Buffer;
        this.#left -= bytes.length;
        if (this.#left < 0) throw tooMuch();
        yield bytes;
      }
    } catch (error) {
      throw error instanceof NotUnpacked ? error : new DamagedStream('is damaged: it could be unpacked in part only.');
    } finally {
      transform.destroy();
    }
  }

  async #held(pieces: AsyncIterable<Buffer>): Promise<ProducedBytes> {
    const held: Buffer[] = [];
    let length = 0;
    for await (const piece of pieces) {
      held.push(piece);
      length += piece.length;
      if (length > this.#limits.held) throw new NotUnpacked('holds an archive too big to be looked into.');
    }
    return bytesInMemory(Buffer.concat(held));
  }
}

const HEADER_BYTES = 1024;

class DamagedStream extends NotUnpacked {}

function tooMuch(): NotUnpacked {
  return new NotUnpacked('unpacks to so much more than its own size that press does not look into it to its end.');
}

// oxlint-disable-next-line require-yield -- there is nothing to give
async function* failing(error: NotUnpacked): AsyncGenerator<Uint8Array> {
  throw error;
}

async function* rest(first: Buffer, more: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await more.next(); next.done !== true; next = await more.next()) yield next.value;
}

function packingOf({ name, bytes }: Wrapped): Packing | undefined {
  const head = bytes.at(0, 8);
  const hex = head.toString('hex');
  const known = magics.find(([, magic]) => hex.startsWith(magic));
  if (known !== undefined) return known[0];
  if (name.toLowerCase().endsWith('.br')) return 'brotli';
  const isDeflate = head.length > 2 && head[0] === 0x78 && head.readUInt16BE(0) % 31 === 0;
  return isDeflate ? 'deflate' : undefined;
}

/** `feed.xml.gz` → `feed.xml`. */
function innerName(name: string, extension: string): string {
  const own = name.slice(name.lastIndexOf('/') + 1);
  return own.toLowerCase().endsWith(extension) ? own.slice(0, -extension.length) : 'unpacked';
}
