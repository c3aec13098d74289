/** What lies in a folder that press has filled before. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { MANIFEST_NAME, readManifest, type ManifestEntry } from '../model/output-manifest.ts';
import { PressError } from '../model/press-error.ts';
import { decode } from './decode.ts';
import { existingFile, type FilePort } from './file-port.ts';
import { settle } from './try-again.ts';

const PIECE_BYTES = 256 * 1024;
const LARGEST_MANIFEST = 256 * 1024 * 1024;

/** What the manifest of a folder lists, by file; nothing where there is none. Throws PressError for one that cannot be trusted. */
export function listedIn(port: FilePort, folder: string, path: string): ReadonlyMap<string, ManifestEntry> {
  const file = join(folder, MANIFEST_NAME);
  const stat = port.lstat(file);
  if (stat === undefined) return new Map();
  const text = stat.isFile() && stat.size <= LARGEST_MANIFEST ? decode(bytesOfFile(port, file)) : undefined;
  const entries = typeof text === 'string' ? readManifest(text) : undefined;
  if (entries === undefined) {
    throw new PressError('not-here', `«${path}/${MANIFEST_NAME}» is no list that press has written.`, {
      hint: 'Without it nobody knows which files there are press’s own. Move that file away, or choose another folder with -o.',
    });
  }
  return new Map(entries.map((entry) => [entry.file, entry]));
}

/** What the temporary names of a run begin with that fills a folder, behind `.press-`; only such a run removes them. */
export const FILLING = 'fill';
const TEMPORARY = /^\.press-fill[0-9a-f]{12}-\d+\.tmp$/;

/** Removes what a run that was killed left half-written. Only under the folder's lock: nobody else is writing then. */
export function sweep(port: FilePort, folder: string): void {
  if (port.lstat(folder)?.isDirectory() !== true) return;
  for (const name of port.names(folder).filter((each) => TEMPORARY.test(each)))
    settle([() => port.unlink(join(folder, name))]);
}

/** Hexadecimal SHA-256 of an ordinary file. Throws what the system says. */
export function digestOfFile(port: FilePort, path: string): string {
  return digestOfPieces(piecesOf(port, path));
}

/** Hexadecimal SHA-256 of what comes in pieces. */
export function digestOfPieces(pieces: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** All bytes of an ordinary file. Throws what the system says. */
export function bytesOfFile(port: FilePort, path: string): Buffer {
  return Buffer.concat(Array.from(piecesOf(port, path), (piece) => Buffer.from(piece)));
}

/** A buffer that nobody is reading into: to make one takes longer than to read a release. */
let spare: Uint8Array | undefined;

/** The same buffer serves every piece, and the next file: a piece holds until the next one is asked for. */
export function* piecesOf(port: FilePort, path: string): Generator<Uint8Array> {
  const descriptor = port.open(path, existingFile);
  const buffer = spare ?? new Uint8Array(PIECE_BYTES);
  spare = undefined;
  try {
    for (let length = port.read(descriptor, buffer); length > 0; length = port.read(descriptor, buffer))
      yield buffer.subarray(0, length);
  } finally {
    spare = buffer;
    port.close(descriptor);
  }
}
