/** From bytes to text: UTF-8 and nothing else, with a sentence about what the bytes look like when they are not. */
import { isAscii, isUtf8 } from 'node:buffer';

export interface Undecodable {
  /** Line of the first byte that is no UTF-8, counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** The text, a byte-order mark included, or what is wrong with the bytes. */
export function decode(bytes: Uint8Array): string | Undecodable {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isBareUtf16(buffer)) return { line: 1, message: utf16 };
  if (isAscii(buffer)) return buffer.toString('latin1');
  if (isUtf8(buffer)) return buffer.toString('utf8');
  return { line: lineOfFirstBadByte(buffer), message: describe(buffer) };
}

const utf16 = 'The file is UTF-16, not UTF-8.';

/** UTF-16 without a byte-order mark: of the two bytes of a Latin letter, one is 0. */
function isBareUtf16(buffer: Buffer): boolean {
  if (buffer.length < 4) return false;
  const [zeros, letters] = buffer[0] === 0 ? [0, 1] : [1, 0];
  return [zeros, zeros + 2].every((at) => buffer[at] === 0) && [letters, letters + 2].every((at) => buffer[at] !== 0);
}

function describe(buffer: Buffer): string {
  const mark = buffer.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') return utf16;
  return `The file is not UTF-8; it looks like ${guess(buffer)} or another single-byte encoding.`;
}

/** Accents stand alone among plain letters; in Cyrillic text all letters lie above them. */
function guess(buffer: Buffer): string {
  if (/[\xc0-\xff]{4}/.test(buffer.toString('latin1'))) return 'Windows-1251';
  return buffer.some((byte) => byte >= 0x80 && byte < 0xa0) ? 'Windows-1252' : 'ISO 8859-1';
}

function lineOfFirstBadByte(buffer: Buffer): number {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const feed = buffer.indexOf(10, start);
    if (feed === -1 || !isUtf8(buffer.subarray(start, feed))) return line;
    start = feed + 1;
  }
}
