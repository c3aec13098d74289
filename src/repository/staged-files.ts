/** The files of a repository as they are staged for the next commit, whatever became of them on the disk since. */
import { compareText } from '../model/diagnostic.ts';
import { diskFiles, type FileSource } from './file-source.ts';
import { isReleaseName, type FoundFile } from './find-releases.ts';
import type { Git } from './git.ts';
import { fileLimits, tooBig, UnreadableFile } from './read-file.ts';
import { readBlobs, type Blob } from './git-blobs.ts';
import { readStagedEntries, type StagedEntry } from './staged-entries.ts';

/** Reads the index of the folder (absolute). Rejects with a PressError. */
export async function stagedFiles(git: Git, root: string): Promise<FileSource> {
  const entries = await readStagedEntries(git);
  const elsewhere = entries.filter((entry) => entry.kind === 'file' && !entry.isOnDisk && isRead(entry.path));
  const objects = elsewhere.map(({ object }) => object);
  return new StagedFiles(entries, { blobs: await readBlobs(git, objects, fileLimits.release), disk: diskFiles(root) });
}

/** Whether press ever reads a file of that path. */
function isRead(path: string): boolean {
  return /\.(?:md|yaml|json)$/i.test(path);
}

interface Bytes {
  readonly blobs: ReadonlyMap<string, Blob>;
  readonly disk: FileSource;
}

class StagedFiles implements FileSource {
  readonly #entries: ReadonlyMap<string, StagedEntry>;
  readonly #folders: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #blobs: ReadonlyMap<string, Blob>;
  readonly #disk: FileSource;

  constructor(entries: readonly StagedEntry[], { blobs, disk }: Bytes) {
    this.#entries = new Map(entries.map((entry) => [entry.path, entry]));
    this.#folders = foldersOf(entries);
    this.#blobs = blobs;
    this.#disk = disk;
  }

  read(path: string, limit: number): Uint8Array {
    const entry = this.#entries.get(path);
    if (entry === undefined) return this.#readUnlisted(path, limit);
    if (entry.kind === 'link') throw new UnreadableFile('link', 'is a link; press does not follow links');
    if (entry.kind === 'submodule') throw new UnreadableFile('special', 'is a folder');
    if (entry.isOnDisk) return this.#disk.read(path, limit);
    const blob = this.#blobs.get(entry.object) ?? 'missing';
    if (blob === 'missing') throw new UnreadableFile('failed', 'is staged, but git does not have its bytes');
    if ('bytes' in blob && blob.bytes.length <= limit) return blob.bytes;
    throw tooBig(`has ${'size' in blob ? blob.size : blob.bytes.length} bytes`, limit);
  }

  *releases(folder: string): Generator<FoundFile> {
    const link = partsOf(folder).find((path) => this.#entries.get(path)?.kind === 'link');
    if (link !== undefined) return yield { path: link, kind: 'link' };
    const found = new Map<string, FoundFile>();
    for (const entry of this.#entries.values())
      if (entry.path.startsWith(`${folder}/`))
        for (const file of this.#inFolder(folder, entry)) found.set(file.path, file);
    const submodule = partsOf(folder).find((path) => this.#entries.get(path)?.kind === 'submodule');
    if (submodule !== undefined) yield* this.#disk.releases(folder);
    yield* [...found.values()].sort((a, b) => compareText(a.path, b.path));
  }

  exists(path: string): boolean {
    return this.#entries.has(path) || this.#folders.has(path) || (this.#isInSubmodule(path) && this.#disk.exists(path));
  }

  kindOf(path: string): 'folder' | 'other' | undefined {
    const entry = this.#entries.get(path);
    if (entry !== undefined) return entry.kind === 'submodule' ? 'folder' : 'other';
    if (this.#isInSubmodule(path)) return this.#disk.kindOf(path);
    return this.#folders.has(path) ? 'folder' : undefined;
  }

  names(folder: string): string[] {
    const names = this.#folders.get(folder);
    if (names !== undefined) return [...names];
    if (this.#entries.get(folder)?.kind === 'submodule' || this.#isInSubmodule(folder)) return this.#disk.names(folder);
    throw new UnreadableFile('missing', 'does not exist');
  }

  #readUnlisted(path: string, limit: number): Uint8Array {
    if (this.#isInSubmodule(path)) return this.#disk.read(path, limit);
    if (this.#folders.has(path)) throw new UnreadableFile('special', 'is a folder');
    throw new UnreadableFile('missing', 'is not staged');
  }

  /** A submodule stands in the index for what it has checked out. */
  #isInSubmodule(path: string): boolean {
    return partsOf(path)
      .slice(0, -1)
      .some((part) => this.#entries.get(part)?.kind === 'submodule');
  }

  /** What a walk of the folder would make of one entry, as `findReleases` does on the disk. */
  *#inFolder(folder: string, entry: StagedEntry): Generator<FoundFile> {
    const names = entry.path.slice(folder.length + 1).split('/');
    const name = names.pop() ?? '';
    if ([...names, name].some((part) => part.startsWith('.'))) return;
    const odd = names.findIndex(isReleaseName);
    if (odd !== -1) yield { path: [folder, ...names.slice(0, odd + 1)].join('/'), kind: 'special' };
    else if (entry.kind === 'submodule') yield* this.#disk.releases(entry.path);
    else if (entry.kind === 'link') yield { path: entry.path, kind: 'link' };
    else if (isReleaseName(name)) yield { path: entry.path, kind: entry.isDecodable ? 'release' : 'undecodable-name' };
  }
}

/** Folder → the names in it. */
function foldersOf(entries: readonly StagedEntry[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const { path } of entries) {
    for (
      let end = path.lastIndexOf('/'), child = path;
      end !== -1;
      child = path.slice(0, end), end = child.lastIndexOf('/')
    ) {
      const names = folders.get(child.slice(0, end)) ?? new Set();
      folders.set(child.slice(0, end), names.add(child.slice(end + 1)));
    }
  }
  return folders;
}

/** `a/b/c` → `a`, `a/b`, `a/b/c`. */
function partsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
