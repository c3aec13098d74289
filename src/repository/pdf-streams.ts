/** The packed streams of a PDF (ISO 32000-1, 7.3.8), as far as they are packed with deflate. */

const STREAM = Buffer.from('stream');
const END = Buffer.from('endstream');
const LONGEST_DICTIONARY = 1024;

/** Still packed. A stream that is packed otherwise, such as a picture, is left out. */
export function* pdfStreams(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf(STREAM); at !== -1; at = bytes.indexOf(STREAM, at)) {
    const start = startOf(bytes, at + STREAM.length);
    const end = bytes.indexOf(END, start);
    if (end === -1) return;
    const before = bytes.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    if (/\/(?:FlateDecode|Fl)\b/.test(dictionary)) yield bytes.subarray(start, end);
    at = end + END.length;
  }
}

/** Behind the line end that follows the word. */
function startOf(bytes: Buffer, at: number): number {
  if (bytes[at] === 13 && bytes[at + 1] === 10) return at + 2;
  return bytes[at] === 10 || bytes[at] === 13 ? at + 1 : at;
}
