/**
 * Where a memory lies: `.press/cache/archive`. Reading it and writing it are done as well as they can be; whatever goes wrong means that
 * there is none.
 */
import { randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { disk, existingFile, newFile, type FilePort } from '../file-port.ts';
import { makePrivateFolder } from '../private-folder.ts';
import { StageWriter } from '../stage-writer.ts';
import { openSections, type Sections } from './sections.ts';

const NAME = 'archive';
const TEMPORARY = /^archive\.[0-9a-f]{12}\.tmp$/;
const LARGEST = 1024 ** 3;
// No command takes that long: what is as old was left by one that was ended.
const LEFT_AFTER_MILLISECONDS = 60 * 60 * 1000;

/** What `use` makes of the blocks of the memory; undefined where it makes nothing of them, or there is no memory that is whole. */
export function openMemory<Result>(root: string, use: (sections: Sections) => Result | undefined): Result | undefined {
  try {
    return isOwn(root, disk) ? openFile(join(folderOf(root), NAME), use) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes the memory: complete under a temporary name, then renamed; of two at once the last one stays. `pieces` is asked for what to write when the
 * clock of the disk is known (epoch milliseconds).
 */
export function writeMemory(
  root: string,
  pieces: (diskClock: number) => readonly Uint8Array[],
  port: FilePort = disk,
): void {
  try {
    makePrivateFolder(port, root);
    if (port.lstat(folderOf(root)) === undefined) port.mkdir(folderOf(root), 0o700);
    if (!isOwn(root, port)) return;
    removeLeft(folderOf(root), port);
    writeWhole(folderOf(root), pieces, port);
  } catch {
    // A folder that is read-only, a disk that is full: the next run reads everything, as this one did.
  }
}

function folderOf(root: string): string {
  return join(root, '.press', 'cache');
}

/** Nobody has put a link in the place of the folders, which would lead elsewhere. */
function isOwn(root: string, port: FilePort): boolean {
  return [join(root, '.press'), folderOf(root)].every((folder) => port.lstat(folder)?.isDirectory() === true);
}

function openFile<Result>(path: string, use: (sections: Sections) => Result | undefined): Result | undefined {
  // Where the system cannot refuse a link by itself.
  if (!lstatSync(path).isFile()) return undefined;
  const descriptor = disk.open(path, existingFile);
  let result: Result | undefined;
  try {
    const stat = disk.stat(descriptor);
    const sections = stat.isFile() && stat.size <= LARGEST ? openSections(descriptor) : undefined;
    result = sections === undefined ? undefined : use(sections);
    return result;
  } finally {
    if (result === undefined) disk.close(descriptor);
  }
}

function writeWhole(folder: string, pieces: (diskClock: number) => readonly Uint8Array[], port: FilePort): void {
  const temporary = join(folder, `${NAME}.${randomBytes(6).toString('hex')}.tmp`);
  const descriptor = port.open(temporary, newFile, 0o600);
  const writer = new StageWriter(port, descriptor, temporary);
  try {
    for (const piece of pieces(port.stat(descriptor).mtimeMs)) writer.write(piece);
    writer.abandon();
    port.rename(temporary, join(folder, NAME));
  } catch (error) {
    writer.abandon();
    port.unlink(temporary);
    throw error;
  }
}

function removeLeft(folder: string, port: FilePort): void {
  for (const name of port.names(folder)) {
    const path = join(folder, name);
    const age = Date.now() - (port.lstat(path)?.mtimeMs ?? Infinity);
    if (TEMPORARY.test(name) && age > LEFT_AFTER_MILLISECONDS) port.unlink(path);
  }
}
