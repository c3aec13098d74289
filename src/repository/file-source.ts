/** Where the files of a repository come from: the disk, or what is staged for the next commit. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findReleases, type FoundFile } from './find-releases.ts';
import { entryAt } from './folders.ts';
import { readRegularFile, tooBig, unreadable } from './read-file.ts';

/** Paths are from the root, with `/`. */
export interface FileSource {
  /** The bytes of an ordinary file of at most `limit` bytes, until the next call: decode them, or copy them. Throws UnreadableFile. */
  read(path: string, limit: number): Uint8Array;
  /** The releases under a folder, and what lies among them that is none, in path order. */
  releases(folder: string): Iterable<FoundFile>;
  /** Whether something of that path exists, whatever it is. */
  exists(path: string): boolean;
  /** What a path itself is, a link not followed; undefined when there is nothing. */
  kindOf(path: string): 'folder' | 'other' | undefined;
  /** The names in a folder. Throws UnreadableFile, also for a folder that does not exist. */
  names(folder: string): string[];
}

/** The files below a folder on the disk (an absolute path). */
export function diskFiles(root: string): FileSource {
  return {
    read: (path, limit) => readRegularFile(join(root, path), limit),
    releases: (folder) => findReleases(root, folder),
    exists: (path) => existsSync(join(root, path)),
    kindOf(path) {
      const entry = entryAt(join(root, path));
      return entry === undefined ? undefined : entry.isDirectory() ? 'folder' : 'other';
    },
    names(folder) {
      try {
        return readdirSync(join(root, folder));
      } catch (error) {
        throw unreadable(error);
      }
    },
  };
}

/** The same files, with these texts in the place of some (paths from the root). */
export function overlaid(files: FileSource, texts: ReadonlyMap<string, string>): FileSource {
  return {
    read(path, limit) {
      const text = texts.get(path);
      if (text === undefined) return files.read(path, limit);
      const bytes = Buffer.from(text);
      if (bytes.length > limit) throw tooBig(`has ${bytes.length} bytes`, limit);
      return bytes;
    },
    releases: (folder) => files.releases(folder),
    exists: (path) => files.exists(path),
    kindOf: (path) => files.kindOf(path),
    names: (folder) => files.names(folder),
  };
}
