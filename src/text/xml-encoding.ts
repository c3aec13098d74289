/** In which encoding a document of XML is written: its byte-order mark or its first line says so (XML 1.0, 4.3.3 and F). */

import { withWindowsSigns } from './windows-1252.ts';

export type EncodedText =
  | { readonly encoding: string; readonly text: string }
  /** It says an encoding that nobody knows, that its bytes are not in, or that they may be in as well as in UTF-8. */
  | { readonly encoding: string; readonly fault: 'unknown' | 'broken' | 'contradicted' };

const DECLARATION = /^<\?xml\s[^>]{0,150}?encoding\s{0,20}=\s{0,20}["']([A-Za-z0-9._-]{1,40})["']/;
const LONGEST_DECLARATION = 250;

/** Units of two bytes cannot begin with signs of one: who declares them and writes others meant UTF-8. */
const meantUtf8 = /^(?:utf-?8|us-ascii|ascii|utf-?16(?:le|be)?|ucs-?2|utf-?32(?:le|be)?|iso-10646-ucs-2)$/i;

/** The text of XML that is in another encoding than UTF-8; undefined for UTF-8, and for what does not begin as XML. */
export function decodedXml(bytes: Uint8Array): EncodedText | undefined {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return wideText(bytes, wide);
  const head = String.fromCharCode(...bytes.subarray(0, LONGEST_DECLARATION));
  const encoding = DECLARATION.exec(head)?.[1];
  if (encoding === undefined || meantUtf8.test(encoding)) return undefined;
  const decoder = decoderOf(encoding);
  if (decoder === undefined) return { encoding, fault: 'unknown' };
  if (isLongerUtf8(bytes)) return { encoding, fault: 'contradicted' };
  const text = attempt(() => decoder.decode(bytes));
  if (text === undefined) return { encoding, fault: 'broken' };
  return { encoding, text: decoder.encoding === 'windows-1252' ? withWindowsSigns(text) : text };
}

const wideBeginnings: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0x3c, 0x00, 0x3f, 0x00]],
  ['utf-16be', [0x00, 0x3c, 0x00, 0x3f]],
];

function wideEncoding(bytes: Uint8Array): string | undefined {
  return wideBeginnings.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[0];
}

function wideText(bytes: Uint8Array, encoding: string): EncodedText | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const text = attempt(() => decoder.decode(bytes));
  return text?.startsWith('<?xml') === true ? { encoding, text } : undefined;
}

/** Whether bytes are UTF-8 with more than the signs that every encoding has. */
function isLongerUtf8(bytes: Uint8Array): boolean {
  if (bytes.every((byte) => byte < 0x80)) return false;
  return attempt(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)) !== undefined;
}

function decoderOf(encoding: string): InstanceType<typeof TextDecoder> | undefined {
  return attempt(() => new TextDecoder(encoding, { fatal: true }));
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
