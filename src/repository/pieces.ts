import type { Chunk } from '../model/export-format.ts';

const PIECE_LENGTH = 64 * 1024;

/** The same bytes in pieces worth a system call each; text becomes UTF-8. */
export function* inPieces(chunks: Iterable<Chunk>): Generator<Buffer> {
  let text = '';
  for (const chunk of chunks) {
    if (typeof chunk === 'string') {
      text += chunk;
      if (text.length < PIECE_LENGTH) continue;
    }
    if (text !== '') yield Buffer.from(text);
    text = '';
    if (typeof chunk !== 'string' && chunk.length > 0) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  }
  if (text !== '') yield Buffer.from(text);
}
