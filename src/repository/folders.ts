/** Questions about folders that need nothing but the file system. */
import { existsSync, lstatSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';
import { compareText } from '../model/diagnostic.ts';
import { unreadable } from './read-file.ts';

/** The nearest folder at or above `start` that holds a taxonomy.yaml; undefined when there is none. */
export function findRoot(start: string): string | undefined {
  const { root } = parse(start);
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'taxonomy.yaml'))) return folder;
    if (folder === root) return undefined;
  }
}

/** The path with every link in its folders resolved, also when the last parts do not exist. */
export function realFolder(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realFolder(parent), basename(path));
  }
}

/** What lies at a path, a link not followed; undefined when nothing can be found there. */
export function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Paths, from the folder, of the ordinary files in and below it, sorted; undefined when the path is no folder. A link is among them, so that
 * whoever reads it is told that press does not follow it. Throws UnreadableFile.
 */
export function listFolder(path: string): string[] | undefined {
  try {
    return isFolder(path) ? filesIn(path, '', []).sort(compareText) : undefined;
  } catch (error) {
    throw unreadable(error);
  }
}

/** A path that cannot even be looked up is no folder; whoever reads it as a file says why. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Adds them to the list, which it gives back. */
function filesIn(top: string, below: string, files: string[]): string[] {
  for (const entry of readdirSync(join(top, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile() || entry.isSymbolicLink()) files.push(path);
    else if (entry.isDirectory() && !entry.name.startsWith('.')) filesIn(top, path, files);
  }
  return files;
}
