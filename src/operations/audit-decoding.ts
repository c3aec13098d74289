/** Bytes of any kind as the texts that somebody could read in them. */

// A byte-order mark stays, so that places count it.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const NUL = 0;
type Decoder = typeof strict;

/** How the bytes of a whole part are read, by its first ones. */
export type Writing = 'utf-8' | 'utf-16le' | 'utf-16be' | (string & {});

/** UTF-16 by its mark, or by the NUL in every other byte; otherwise what the text itself declares. */
export function writingOf(head: Uint8Array): Writing {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return bareUtf16(head.subarray(0, 2 * FEW)) ?? declared(head) ?? 'utf-8';
}

const FEW = 8;

/** Of the two bytes of a Latin letter, one is 0. */
function bareUtf16(head: Uint8Array): Writing | undefined {
  const zeros = (odd: 0 | 1): number => head.filter((byte, at) => byte === NUL && at % 2 === odd).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (head.length < 2 * FEW || Math.min(even, odd) > 0) return undefined;
  if (odd === FEW) return 'utf-16le';
  return even === FEW ? 'utf-16be' : undefined;
}

const HEAD = 1024;

function declared(head: Uint8Array): string | undefined {
  const start = latin1(head.subarray(0, HEAD));
  const label = /(?:encoding|charset)=["']?([\w-]{2,30})/i.exec(start)?.[1]?.toLowerCase();
  return label !== undefined && label !== 'utf-16' && decoderOf(label) !== undefined ? label : undefined;
}

export interface ReadableBytes {
  /** What the bytes most likely say first; places count in it. */
  readonly texts: readonly [string, ...string[]];
  /** Whether it is no text, but a picture or the like. */
  readonly isBinary: boolean;
}

/** The texts in bytes that begin and end with whole characters. */
export function readableBytes(bytes: Uint8Array, writing: Writing): ReadableBytes {
  if (writing.startsWith('utf-16')) return { texts: [decoded(bytes, writing)], isBinary: false };
  const isBinary = bytes.includes(NUL);
  const text = utf8(bytes);
  if (text !== undefined && !isBinary) return { texts: [text], isBinary };
  if (isBinary) return { texts: binaryTexts(bytes), isBinary };
  const others = [...new Set([...(writing === 'utf-8' ? [] : [writing]), 'windows-1251', 'windows-1252', 'utf-8'])];
  const [first = '', ...more] = others.map((label) => decoded(bytes, label));
  return { texts: [first, ...more], isBinary };
}

/** One byte is one character in the first text, so that places are those of the bytes. */
function binaryTexts(bytes: Uint8Array): [string, ...string[]] {
  const full = bytes.filter((byte) => byte !== NUL);
  const isWide = bytes.length - full.length > bytes.length / MOST_NULS;
  const wide = isWide ? [decoded(bytes, 'utf-16le'), decoded(bytes, 'utf-16be')] : [];
  return [latin1(bytes), lenient.decode(bytes), latin1(full), ...wide];
}

// As many bytes for each NUL, and more, are no text of two bytes a letter.
const MOST_NULS = 20;

/** All readings of the bytes of a whole file. */
export function inLenientText(bytes: Uint8Array): readonly string[] {
  return readableBytes(bytes, writingOf(bytes)).texts;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

function decoded(bytes: Uint8Array, label: string): string {
  return (decoderOf(label) ?? lenient).decode(bytes);
}

function latin1(bytes: Uint8Array): string {
  // What the web calls latin1 is Windows-1252: one character a byte as well.
  return decoded(bytes, 'windows-1252');
}

const decoders = new Map<string, Decoder | undefined>();

/** Undefined for a label that nobody knows. */
function decoderOf(label: string): Decoder | undefined {
  if (!decoders.has(label)) decoders.set(label, makeDecoder(label));
  return decoders.get(label);
}

function makeDecoder(label: string): Decoder | undefined {
  try {
    // Node.js 20 takes a first byte FF of Windows-1252 for a byte-order mark when it is told to keep one.
    return new TextDecoder(label, { ignoreBOM: label.startsWith('utf') });
  } catch {
    return undefined;
  }
}
