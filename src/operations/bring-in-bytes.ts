/** From the bytes of a source to its text, or a sentence on why they are none. */
import { PressError } from '../model/press-error.ts';
import { decodedXml, type EncodedText } from '../text/xml-encoding.ts';

/** Bytes of the largest page: more than that is no page. Tables and lists say on their cards how much they may hold. */
export const largestPage = 10 * 1024 * 1024;

/** The text of a source. Throws PressError for archives, and for what is not written in UTF-8, unless it is XML that says in what. */
export function textOfBytes(name: string, bytes: Uint8Array): string {
  if (isPacked(bytes)) throw packed(name);
  const xml = decodedXml(bytes);
  if (xml !== undefined) return textOfXml(name, xml);
  const text = decodeUtf8(bytes);
  if (text !== undefined) return text;
  throw new PressError(
    'unreadable-file',
    `«${name}» is not written in UTF-8${isWide(bytes) ? ' but in UTF-16' : ` (line ${faultyLine(bytes)})`}.`,
    {
      hint: 'Open it in a browser or editor, save it again as UTF-8, and import that. A spreadsheet has «CSV UTF-8» among the kinds of files that it saves.',
    },
  );
}

function textOfXml(name: string, xml: EncodedText): string {
  if ('text' in xml) return xml.text;
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

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return isWide(bytes) ? undefined : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether bytes begin as UTF-16 does. */
function isWide(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function faultyLine(bytes: Uint8Array): number {
  const lenient = new TextDecoder().decode(bytes);
  return lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
}
