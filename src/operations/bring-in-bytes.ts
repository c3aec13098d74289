/** From the bytes of a source to its text, or a sentence on why they are none. */
import type { SourceRelease } from '../model/importer.ts';
import { PressError } from '../model/press-error.ts';
import { withWindowsSigns } from '../text/windows-1252.ts';
import { decodedXml, type EncodedText } from '../text/xml-encoding.ts';

/** Bytes of the largest page: more than that is no page. Tables and lists say on their cards how much they may hold. */
export const largestPage = 10 * 1024 * 1024;

/** A source's text, and what it was written in where that is not UTF-8. */
export interface DecodedSource {
  readonly text: string;
  readonly writtenIn?: string;
}

/** The text of a source. Throws PressError as `decodedSource` does. */
export function textOfBytes(name: string, bytes: Uint8Array): string {
  return decodedSource(name, bytes).text;
}

/**
 * The text of a source: UTF-8, UTF-16 with its byte-order mark, or what the head of a page declares. Nothing is guessed. Throws
 * PressError for archives, and for what is written in something else.
 */
export function decodedSource(name: string, bytes: Uint8Array): DecodedSource {
  if (isPacked(bytes)) throw packed(name);
  if (isCompressed(bytes)) throw compressed(name);
  const xml = decodedXml(bytes);
  if (xml !== undefined) return textOfXml(name, xml);
  const wide = wideOf(bytes);
  const text = wide === undefined ? decodeAs('utf-8', bytes) : undefined;
  if (text !== undefined) return { text };
  const writtenIn = wide ?? declaredIn(bytes);
  const other = writtenIn === undefined ? undefined : decodeAs(writtenIn, bytes);
  if (writtenIn !== undefined && other !== undefined && !CONTROL.test(other)) return { text: other, writtenIn };
  throw notWritten(name, { bytes, writtenIn });
}

/** The releases of a source; those of one that was written in something else than UTF-8 say so. */
export function withEncodingTold(
  releases: readonly SourceRelease[],
  { writtenIn }: Pick<DecodedSource, 'writtenIn'>,
): readonly SourceRelease[] {
  if (writtenIn === undefined) return releases;
  const told = `The source was written in ${writtenIn}; it is UTF-8 here.`;
  return releases.map((release) => ({ ...release, changed: [told, ...(release.changed ?? [])] }));
}

function notWritten(
  name: string,
  { bytes, writtenIn }: { readonly bytes: Uint8Array; readonly writtenIn: string | undefined },
): PressError {
  const what =
    writtenIn === undefined
      ? `is not written in UTF-8 (line ${faultyLine(bytes)})`
      : `says that it is written in «${writtenIn}», and its bytes are no such text`;
  return new PressError('unreadable-file', `«${name}» ${what}.`, {
    hint: 'Open it in a browser or editor, save it again as UTF-8, and import that. A spreadsheet has «CSV UTF-8» among the kinds of files that it saves.',
  });
}

function textOfXml(name: string, xml: EncodedText): DecodedSource {
  if ('text' in xml) return { text: xml.text, writtenIn: xml.encoding.toLowerCase() };
  const { encoding, fault } = xml;
  const why = {
    unknown: 'and press knows no encoding of that name',
    broken: 'and its bytes are not',
    contradicted: 'and its bytes are UTF-8 as well: nobody can say which of them is right',
  }[fault];
  throw new PressError('unreadable-file', `«${name}» says that it is written in «${encoding}», ${why}.`, {
    hint: 'Save it again as UTF-8 from where it came from. If it is UTF-8 already, write encoding="utf-8" into its first line.',
  });
}

/** The refusal of a source of more bytes than its kind may have. */
export function tooLarge(name: string, limit: number): PressError {
  return new PressError('unreadable-file', `«${name}» is larger than ${limit / 1024 / 1024} MiB.`, {
    hint: 'A page of a release is far smaller: save it again, or its text alone. Divide a table or a list into several.',
  });
}

/** The file format of zip archives; workbooks and documents of offices are such, and the older ones are of the other kind. */
const beginnings = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function isPacked(bytes: Uint8Array): boolean {
  return beginnings.some((beginning) => beginning.every((byte, at) => bytes[at] === byte));
}

function packed(name: string): PressError {
  return new PressError(
    'unreadable-file',
    `«${name}» is a workbook or a packed document (.xlsx, .docx, .zip), which press does not read yet.`,
    { hint: 'Save it as CSV («CSV UTF-8» in a spreadsheet), a text as a web page or plain text, and import that.' },
  );
}

/** gzip (RFC 1952), bzip2, xz, Zstandard (RFC 8878): nobody knows how large it becomes. */
const compressions = [
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x28, 0xb5, 0x2f, 0xfd],
];

function isCompressed(bytes: Uint8Array): boolean {
  return compressions.some((beginning) => beginning.every((byte, at) => bytes[at] === byte));
}

function compressed(name: string): PressError {
  return new PressError('unreadable-file', `«${name}» is compressed, and press unpacks nothing that it imports.`, {
    hint: 'Unpack it with the program that belongs to it, look at what comes out, and import that.',
  });
}

/** The controls of ISO 6429 from U+0080 on: no page has them, and text that is decoded as something that it is not has. */
const CONTROL = /[\u0080-\u0084\u0086-\u009F]/;

function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: label === 'utf-8' });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withWindowsSigns(text) : text;
  } catch {
    return undefined;
  }
}

/** UTF-16 by its byte-order mark. */
function wideOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

const HEAD = 4096;
const MARKUP = /^\s*<(?:!doctype|\?xml|!--|html|head|body|meta)\b/i;
const DECLARED =
  /<(?:meta\s[^>]{0,300}?charset|\?xml\s[^>]{0,100}?encoding)\s{0,5}=\s{0,5}["']?([A-Za-z][\w.:-]{1,30})/i;

/** What the head of a page declares: `charset` of a `meta`, `encoding` of an XML declaration; only what keeps ASCII as it is. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const label = MARKUP.test(head) ? DECLARED.exec(head)?.[1]?.toLowerCase() : undefined;
  return label === undefined || /^(?:utf|iso-2022|x-|replacement)/.test(label) ? undefined : label;
}

function faultyLine(bytes: Uint8Array): number {
  const lenient = new TextDecoder().decode(bytes);
  return lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
}
