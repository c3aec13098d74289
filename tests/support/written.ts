import type { Edition } from '../../src/model/edition.ts';
import type { Chunk, ExportFormat } from '../../src/model/export-format.ts';

/** Everything that a format writes of an edition, as text. */
export function written(format: ExportFormat, edition: Edition): string {
  return bytesWritten(format, edition).toString('utf8');
}

/** Everything that a format writes of an edition, as bytes. */
export function bytesWritten(format: ExportFormat, edition: Edition): Buffer {
  return joined(format.write(edition));
}

/** Pieces of an output put together. */
export function joined(chunks: Iterable<Chunk>): Buffer {
  return Buffer.concat([...chunks].map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)));
}
