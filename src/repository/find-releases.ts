/** Walks the folder of releases: ordinary files whose name ends in `.md`, in path order, no link followed. */
import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../model/diagnostic.ts';
import { entryAt } from './folders.ts';

export interface FoundFile {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly kind: 'release' | 'link' | 'special' | 'unreadable-folder' | 'too-deep' | 'undecodable-name' | 'misnamed';
}

export const DEEPEST_FOLDER = 32;

/** The releases under a folder, and what lies among them that is none. A missing folder has none. */
export function* findReleases(root: string, folder: string): Generator<FoundFile> {
  const link = firstLink(root, folder);
  if (link !== undefined) yield { path: link, kind: 'link' };
  else yield* walk(root, folder, 0);
}

/** The first part of a path that is a link, which could lead out of the repository. */
export function firstLink(root: string, folder: string): string | undefined {
  const parts = folder.split('/');
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return paths.find((path) => entryAt(join(root, path))?.isSymbolicLink());
}

function* walk(root: string, folder: string, depth: number): Generator<FoundFile> {
  const entries = entriesOf(root, folder, depth);
  if (entries === undefined) yield { path: folder, kind: 'unreadable-folder' };
  for (const entry of entries ?? []) {
    const path = `${folder}/${entry.name}`;
    const kind = kindOf(entry, join(root, path));
    if (kind !== 'folder') yield* kind === undefined ? [] : [{ path, kind }];
    else if (depth < DEEPEST_FOLDER) yield* walk(root, path, depth + 1);
    else yield { path, kind: 'too-deep' };
  }
}

const README = 'README.md';

/** Whether a file of that name in the folder of releases is one: Markdown, and not the folder's own README. */
export function isReleaseName(name: string): boolean {
  // Nearly every name ends in small letters and is longer: no pattern is asked.
  const isMarkdown = name.endsWith('.md') || /\.md$/i.test(name);
  return isMarkdown && !(name.length === README.length && /^readme\.md$/i.test(name)) && !name.startsWith('.');
}

/** Text that some editor has saved under a longer or another ending: it would be missing without a word. */
function isMisnamed(name: string): boolean {
  return /\.(?:md\.txt|markdown|mdown|mkdn?)$/i.test(name) && !/^readme\./i.test(name);
}

export type Entry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

/** What an entry is to press; undefined for what is no business of its: hidden files, and files that are no Markdown. */
export function kindOf(entry: Entry, path: string): FoundFile['kind'] | 'folder' | undefined {
  const isRelease = isReleaseName(entry.name);
  if (entry.name.startsWith('.')) return undefined;
  if (entry.isSymbolicLink()) return 'link';
  if (!entry.isDirectory() && !isRelease) return isMisnamed(entry.name) ? 'misnamed' : undefined;
  // Node puts U+FFFD for bytes that are no UTF-8, and under that name nothing is found.
  if (entry.name.includes('\uFFFD') && entryAt(path) === undefined) return 'undecodable-name';
  if (entry.isDirectory() && !isRelease) return 'folder';
  return entry.isFile() ? 'release' : 'special';
}

/** What a folder holds; undefined when it may not be read. */
function entriesOf(root: string, folder: string, depth: number): Dirent[] | undefined {
  try {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    // A folder sorts as if its name ended in `/`, so that the walk comes out in path order.
    return entries.sort((a, b) => compareText(sortName(a), sortName(b)));
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT' && depth === 0;
    return isMissing ? [] : undefined;
  }
}

function sortName(entry: Dirent): string {
  return entry.isDirectory() ? `${entry.name}/` : entry.name;
}
