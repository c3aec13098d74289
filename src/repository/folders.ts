/** Questions about folders that need nothing but the file system. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';
import { compareText } from '../model/diagnostic.ts';

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

/** Paths, from the folder, of the ordinary files in and below it, sorted; undefined when the path is no folder. */
export function listFolder(path: string): string[] | undefined {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  return filesIn(path, '').sort(compareText);
}

function filesIn(top: string, below: string): string[] {
  const files: string[] = [];
  for (const entry of readdirSync(join(top, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile()) files.push(path);
    else if (entry.isDirectory() && !entry.name.startsWith('.')) files.push(...filesIn(top, path));
  }
  return files;
}
