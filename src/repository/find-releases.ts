/** Walks the folder of releases: ordinary files whose name ends in `.md`, in path order, no link followed. */
import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../model/diagnostic.ts';

export interface FoundFile {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly kind: 'release' | 'link' | 'special' | 'unreadable-folder';
}

const DEEPEST_FOLDER = 32;

/** The releases under a folder, and what lies among them that is none. A missing folder has none. */
export function* findReleases(root: string, folder: string): Generator<FoundFile> {
  const top = lstatSync(join(root, folder), { throwIfNoEntry: false });
  if (top?.isSymbolicLink() === true) yield { path: folder, kind: 'link' };
  else yield* walk(root, folder, 0);
}

function* walk(root: string, folder: string, depth: number): Generator<FoundFile> {
  for (const entry of entriesOf(root, folder)) {
    if (entry === undefined) {
      yield { path: folder, kind: 'unreadable-folder' };
      continue;
    }
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory() && !isReleaseName(entry.name)) {
      if (depth < DEEPEST_FOLDER) yield* walk(root, path, depth + 1);
    } else if (entry.isSymbolicLink() || isReleaseName(entry.name)) yield { path, kind: kindOf(entry) };
  }
}

/** Whether a file of that name in the folder of releases is one: Markdown, and not the folder's own README. */
export function isReleaseName(name: string): boolean {
  return /\.md$/i.test(name) && !/^readme\.md$/i.test(name) && !name.startsWith('.');
}

function kindOf(entry: Dirent): FoundFile['kind'] {
  if (entry.isFile()) return 'release';
  return entry.isSymbolicLink() ? 'link' : 'special';
}

function entriesOf(root: string, folder: string): (Dirent | undefined)[] {
  try {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    // A folder sorts as if its name ended in `/`, so that the walk comes out in path order.
    return entries.sort((a, b) => compareText(sortName(a), sortName(b)));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return missing ? [] : [undefined];
  }
}

function sortName(entry: Dirent): string {
  return entry.isDirectory() ? `${entry.name}/` : entry.name;
}
