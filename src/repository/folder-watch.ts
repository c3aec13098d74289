/**
 * Listens to folders, not to files: the system says which name in them has changed, and an archive of 100,000 files has some dozens of
 * folders. See docs/decisions/0016-watch-folders.md.
 */
import { lstatSync, readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

export interface FolderWatchOptions {
  /** Folder that everything lies in, absolute. */
  readonly top: string;
  /** Whether anybody wants to hear of a path, or of what lies below it. Paths are from the top, with `/`; the top itself is empty. */
  isConcerned(path: string): boolean;
  /** A file was written. */
  changed(path: string): void;
  /** A file has come, or gone, or another one has taken its place. */
  cameOrWent(path: string): void;
  /** A folder has gone with all that was in it, or the system does not say what has changed. */
  unclear(): void;
  /** The system watches no more. */
  failed(error: unknown): void;
}

// A folder that has gone meanwhile, that nobody may read, or that is a file by now: there is nothing to listen to.
const passing: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM']);

export class FolderWatch {
  readonly #options: FolderWatchOptions;
  readonly #watchers = new Map<string, FSWatcher>();

  /** Listens from now on. Throws the system's error when it does not watch. */
  constructor(options: FolderWatchOptions) {
    this.#options = options;
    this.#listen('', () => undefined);
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  /** Listens to a folder and to those in it, and tells `found` of the files. First listened, then looked: nothing falls in between. */
  #listen(folder: string, found: (path: string) => void): void {
    try {
      this.#watch(folder);
      for (const entry of readdirSync(this.#absolute(folder), { withFileTypes: true })) {
        const path = inside(folder, entry.name);
        if (!this.#options.isConcerned(path)) continue;
        if (entry.isDirectory()) this.#listen(path, found);
        else found(path);
      }
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
  }

  #watch(folder: string): void {
    const watcher = watch(this.#absolute(folder), (event, name) => this.#hear(folder, event, name));
    watcher.on('error', (error) => (isPassing(error) ? this.#forget(folder) : this.#options.failed(error)));
    this.#watchers.set(folder, watcher);
  }

  #hear(folder: string, event: string, name: string | null): void {
    // Where the top itself goes, the system gives its own name, as if it lay within itself.
    if (name === null || this.#kindOf('') !== 'folder') return this.#options.unclear();
    const path = inside(folder, name);
    if (!this.#options.isConcerned(path)) return;
    const kind = this.#kindOf(path);
    if (kind === 'folder') this.#hearOfFolder(path, event);
    else if (this.#watchers.has(path)) this.#forget(path);
    else if (event === 'change') this.#options.changed(path);
    else this.#options.cameOrWent(path);
  }

  /** Of one that was there already, another may have taken the place. */
  #hearOfFolder(path: string, event: string): void {
    if (event === 'change') return;
    if (this.#watchers.has(path)) this.#forget(path);
    try {
      this.#listen(path, (file) => this.#options.cameOrWent(file));
    } catch (error) {
      this.#options.failed(error);
    }
  }

  #forget(folder: string): void {
    for (const [path, watcher] of this.#watchers) {
      if (path !== folder && !path.startsWith(`${folder}/`)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
    this.#options.unclear();
  }

  #kindOf(path: string): 'folder' | 'file' | 'none' {
    try {
      return lstatSync(this.#absolute(path)).isDirectory() ? 'folder' : 'file';
    } catch {
      // It has gone, or a folder above it is a file by now: whoever reads it will say what is wrong.
      return 'none';
    }
  }

  #absolute(path: string): string {
    return join(this.#options.top, path);
  }
}

function inside(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && passing.has(error.code);
}
