/** Folders for tests that need a disk. */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];

const MEMORY = '/dev/shm';
const ROOM = 1024 ** 3;

/** Where a flush costs nothing, if there is such a place with room: the tests of the writer flush thousands of times. */
function quickPlace(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ROOM ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Called behind each file of tests (tests/support/setup.ts): what a module registers by itself, it does for the first of them alone. */
export function removeScratchFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A new folder with the given files, removed when all tests of the file have run. The path has no links in it. */
export function scratchFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(quickPlace(), 'press-test-')));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Everything in a folder: path → text of a file, `folder/` for a folder, `→ target` for a link. Paths in order. */
export function contentOf(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const stat = lstatSync(join(folder, name));
    if (stat.isDirectory()) found[`${name}/`] = 'folder';
    else if (stat.isSymbolicLink()) found[name] = `→ ${readlinkSync(join(folder, name))}`;
    else found[name] = stat.isFile() ? readFileSync(join(folder, name), 'utf8') : 'special';
  }
  return found;
}

/** What press makes for itself on the way, and keeps when nothing is under way. */
const furniture = ['.press/', '.press/.gitignore', '.press/changed', '.press/tx/'];

/** Everything in a repository but the places that press keeps for itself; what should not be left in them is told. */
export function repositoryContent(root: string): Record<string, string> {
  const entries = Object.entries(contentOf(root)).filter(([path]) => !furniture.includes(path.replace(/\\/g, '/')));
  return Object.fromEntries(entries);
}
