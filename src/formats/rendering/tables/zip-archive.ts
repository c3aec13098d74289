/** ZIP archives that are written piece by piece, with the same bytes at any time and in any time zone. */
import { Zip, ZipDeflate } from 'fflate';
import { PressError } from '../../../model/press-error.ts';

/** A file of an archive: its path with `/`, and its text, which becomes UTF-8. */
export interface ArchivedText {
  readonly path: string;
  readonly text: Iterable<string>;
}

// Compressing has a price for each call, and a row of a table is short.
const UNITS_AT_ONCE = 65_536;

// The sizes that an archive can note, without an extension that not everybody reads.
const MOST_BYTES = 0xff_ff_ff_ff;

/**
 * The archive of the files, one after the other. It holds little more than what it was last given.
 *
 * @throws PressError `usage` when a file is bigger than an archive can say.
 */
export function* zipArchive(files: Iterable<ArchivedText>, mostBytes = MOST_BYTES): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error !== null) throw error;
    ready.push(bytes);
  });
  const encoder = new TextEncoder();
  for (const { path, text } of files) {
    const file = new ZipDeflate(path);
    file.mtime = beginningOfZip();
    archive.add(file);
    for (const piece of inBiggerPieces(text)) {
      file.push(encoder.encode(piece));
      if (file.size > mostBytes) throw tooBig();
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}

function tooBig(): PressError {
  return new PressError('usage', 'The table has more than 4 GiB, and a workbook has no room for that.', {
    hint: 'Choose fewer releases or columns, or csv.',
  });
}

/** The first day that an archive can note. The library notes the local time, so it has to be that day where press runs. */
function beginningOfZip(): Date {
  return new Date(1980, 0, 1, 12);
}

function* inBiggerPieces(text: Iterable<string>): Generator<string> {
  let gathered = '';
  for (const piece of text) {
    gathered += piece;
    if (gathered.length < UNITS_AT_ONCE) continue;
    yield gathered;
    gathered = '';
  }
  yield gathered;
}
