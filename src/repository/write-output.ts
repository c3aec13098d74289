/** Writes what a command produced to where the person said: whole or not at all, and never over the repository's own files. */
import { randomBytes } from 'node:crypto';
import { statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import type { Chunk } from '../model/export-format.ts';
import { Interrupted } from '../model/interrupted.ts';
import { PressError } from '../model/press-error.ts';
import { disk, type FilePort } from './file-port.ts';
import { FileTransaction, syncFolder } from './file-transaction.ts';
import { isWritable, missingFolders, newMode } from './folder-guards.ts';
import { sourceAt } from './repository-sources.ts';
import type { StageWriter } from './stage-writer.ts';
import { digestOfFile, digestOfPieces } from './output-files.ts';
import { inPieces } from './pieces.ts';
import { writeFailure } from './write-failure.ts';
import { writeInto } from './write-into.ts';

export interface OutputPlace {
  /** Folder that the person stands in, absolute: the path starts there. */
  readonly cwd: string;
  /** The repository whose sources are not to be written over; undefined when there is none. */
  readonly root: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly port?: FilePort;
}

/**
 * Writes text to a file: its folder is made, and the file appears complete or an existing one stays. An existing pipe or device is
 * written into. Rejects with PressError for a link, a folder, a source of the repository or a disk that refuses, and with
 * Interrupted when the signal is aborted meanwhile.
 */
export async function writeOutput(path: string, chunks: Iterable<Chunk>, place: OutputPlace): Promise<void> {
  const { port = disk, signal } = place;
  const target = resolve(place.cwd, path);
  try {
    requireNoSource(path, target, place.root);
    if (/[/\\]$/.test(path)) throw notHere(`«${path}» is the name of a folder.`);
    const existing = port.lstat(target);
    if (isFlowing(target, existing)) return await writeInto(target, inPieces(chunks), signal);
    if (existing !== undefined) requireReplaceable(path, existing);
    await writeBeside(target, inPieces(chunks), { port, signal, existing });
  } catch (error) {
    throw writeFailure(error, path);
  }
}

/** What `writeOutput` would do: add a file, change it, or write the bytes that it has. Errors as there. */
export function compareOutput(path: string, chunks: Iterable<Chunk>, place: OutputPlace): 'add' | 'change' | 'same' {
  const { port = disk } = place;
  const target = resolve(place.cwd, path);
  try {
    requireNoSource(path, target, place.root);
    const existing = port.lstat(target);
    if (existing === undefined) return 'add';
    if (isFlowing(target, existing)) return 'change';
    requireReplaceable(path, existing);
    return digestOfPieces(inPieces(chunks)) === digestOfFile(port, target) ? 'same' : 'change';
  } catch (error) {
    throw writeFailure(error, path);
  }
}

/**
 * Takes away what an earlier run wrote to a file, where this one has nothing to write. A pipe or device stays. Returns whether there was
 * a file; throws PressError for what `writeOutput` would not write over.
 */
export function removeOutput(path: string, place: OutputPlace): boolean {
  const { port = disk } = place;
  const target = resolve(place.cwd, path);
  try {
    requireNoSource(path, target, place.root);
    const existing = port.lstat(target);
    if (existing === undefined || isFlowing(target, existing)) return false;
    requireReplaceable(path, existing);
    port.unlink(target);
    // It may hold what is not public any more: no power cut may bring it back.
    syncFolder(port, dirname(target));
    return true;
  } catch (error) {
    throw writeFailure(error, path);
  }
}

function requireNoSource(path: string, target: string, root: string | undefined): void {
  const source = root === undefined ? undefined : sourceAt(root, target);
  if (source !== undefined) throw notHere(`«${path}» belongs to the sources of the repository («${source}»).`);
}

/** A pipe or a device, also by one of the names that the system has for them (`/dev/stdout`). */
function isFlowing(target: string, existing: Stats | undefined): boolean {
  const stat = existing?.isSymbolicLink() === true ? statSync(target, { throwIfNoEntry: false }) : existing;
  return stat?.isFIFO() === true || stat?.isCharacterDevice() === true;
}

function requireReplaceable(path: string, existing: Stats): void {
  if (existing.isSymbolicLink()) throw notHere(`«${path}» is a link, and press writes through none.`);
  if (existing.isDirectory()) throw notHere(`«${path}» is a folder.`);
  if (!existing.isFile()) throw notHere(`«${path}» is no ordinary file.`);
  if (!isWritable(existing)) throw notHere(`«${path}» is protected against writing.`);
}

/** What tells the temporary names of an output from those of a change, which are kept by their record. */
const OUTPUT = 'out';

interface Beside {
  readonly port: FilePort;
  readonly signal: AbortSignal | undefined;
  readonly existing: Stats | undefined;
}

async function writeBeside(
  target: string,
  pieces: Iterable<Buffer>,
  { port, signal, existing }: Beside,
): Promise<void> {
  const transaction = new FileTransaction(port, `${OUTPUT}${randomBytes(6).toString('hex')}`);
  try {
    const folder = dirname(target);
    transaction.makeFolders(missingFolders(port, folder));
    const writer = transaction.open(folder);
    await writeAll(writer, pieces, signal);
    const mode = existing === undefined ? newMode() : existing.mode & 0o777;
    transaction.overwrite(transaction.close(writer, { mode, owner: existing }), target);
    transaction.finish();
  } catch (error) {
    transaction.undo();
    throw error;
  }
}

/** Between two pieces an interrupt has a chance to be heard. */
async function writeAll(writer: StageWriter, pieces: Iterable<Buffer>, signal: AbortSignal | undefined): Promise<void> {
  for (const piece of pieces) {
    writer.write(piece);
    await breath();
    if (signal?.aborted === true) throw new Interrupted();
  }
}

function notHere(message: string): PressError {
  return new PressError('not-here', message, { hint: 'Choose another file with -o, or «-» for standard output.' });
}
