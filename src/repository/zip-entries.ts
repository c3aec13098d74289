/** What a ZIP archive holds, by its central directory (APPNOTE.TXT 6.3.10, 4.3): workbooks, documents and books are such archives. */
import { NotUnpacked } from '../model/produced-files.ts';
import type { ProducedBytes } from './produced-bytes.ts';

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedSize: number;
  /** Where its local header begins. */
  readonly header: number;
}

const END = 0x06_05_4b_50;
const ENTRY = 0x02_01_4b_50;
const LOCAL = 0x04_03_4b_50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xff_ff;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const MOST_ENTRIES = 100_000;
const MOST_DIRECTORY_BYTES = 64 * 1024 * 1024;
const UNSAID = 0xff_ff_ff_ff;

/** Throws NotUnpacked for an archive that does not fit its own directory. */
export function zipEntries(bytes: ProducedBytes): ZipEntry[] {
  const end = endOfDirectory(bytes);
  const count = end.readUInt16LE(10);
  const [length, start] = [end.readUInt32LE(12), end.readUInt32LE(16)];
  if (start === UNSAID || length === UNSAID || count === 0xff_ff)
    throw new NotUnpacked('is a ZIP archive of a form for huge ones, which press cannot look into.');
  if (count > MOST_ENTRIES || length > MOST_DIRECTORY_BYTES)
    throw new NotUnpacked('holds more files than press looks into.');
  return [...entriesIn(bytes.at(start, length), count)];
}

function* entriesIn(directory: Buffer, count: number): Generator<ZipEntry> {
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > directory.length || directory.readUInt32LE(at) !== ENTRY) throw damaged();
    const lengths = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset));
    const [nameLength = 0] = lengths;
    yield {
      name: directory.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength),
      method: directory.readUInt16LE(at + 10),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      packedSize: directory.readUInt32LE(at + 20),
      header: directory.readUInt32LE(at + 42),
    };
    at += ENTRY_LENGTH + lengths.reduce((sum, each) => sum + each, 0);
  }
}

/** The packed bytes of an entry. Throws NotUnpacked. */
export function packedBytes(bytes: ProducedBytes, { header, packedSize }: ZipEntry): ProducedBytes {
  const local = bytes.at(header, LOCAL_LENGTH);
  if (local.length < LOCAL_LENGTH || local.readUInt32LE(0) !== LOCAL) throw damaged();
  const start = header + LOCAL_LENGTH + local.readUInt16LE(26) + local.readUInt16LE(28);
  if (start + packedSize > bytes.size) throw damaged();
  return stretchOf(bytes, start, packedSize);
}

const PIECE_BYTES = 1024 * 1024;

function stretchOf(bytes: ProducedBytes, start: number, size: number): ProducedBytes {
  return {
    size,
    *pieces() {
      for (let at = 0; at < size; at += PIECE_BYTES) yield bytes.at(start + at, Math.min(PIECE_BYTES, size - at));
    },
    at: (offset, length) => bytes.at(start + offset, Math.max(0, Math.min(length, size - offset))),
  };
}

function endOfDirectory(bytes: ProducedBytes): Buffer {
  const tail = bytes.at(Math.max(0, bytes.size - END_LENGTH - LONGEST_COMMENT), END_LENGTH + LONGEST_COMMENT);
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) if (tail.readUInt32LE(at) === END) return tail.subarray(at);
  throw damaged();
}

function damaged(): NotUnpacked {
  return new NotUnpacked('is a damaged ZIP archive.');
}
