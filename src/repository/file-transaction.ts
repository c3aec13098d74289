/**
 * Steps on the disk that can be taken back.
 *
 * Every file is complete and flushed under a name of its own before any name that readers know changes hands. Whatever fails, the
 * steps are undone in reverse order, so that an error leaves what was there before and nothing else.
 */
import { constants, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { PressError } from '../model/press-error.ts';
import { codeOf, newFile, type FilePort } from './file-port.ts';
import { piecesOf } from './output-files.ts';
import { settle, twice } from './try-again.ts';
import { StageWriter, type Access, type StagedFile } from './stage-writer.ts';

// File systems without hard links say so in one of these ways.
const noLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** Whether an error of `link` says that the file system has no second names. */
export function isWithoutLinks(error: unknown): boolean {
  return noLinks.has(codeOf(error));
}

export class FileTransaction {
  readonly #port: FilePort;
  readonly #nonce: string;
  readonly #undo: (() => void)[] = [];
  readonly #leftovers: string[] = [];
  readonly #folders = new Set<string>();
  readonly #ours = new Set<string>();
  readonly #made = new Set<string>();
  #names = 0;

  /** `nonce` makes the temporary names of this run different from every other run's. */
  constructor(port: FilePort, nonce: string) {
    this.#port = port;
    this.#nonce = nonce;
  }

  /** Makes folders, outermost first. */
  makeFolders(folders: readonly string[]): void {
    for (const folder of folders.filter((each) => !this.#made.has(each))) {
      this.#folders.add(dirname(folder));
      try {
        this.#undo.push(() => this.#removeFolderIfThere(folder));
        this.#port.mkdir(folder, 0o777);
        this.#made.add(folder);
      } catch (error) {
        if (codeOf(error) !== 'EEXIST' || this.#port.lstat(folder)?.isDirectory() !== true) throw error;
        // Somebody else made it in this moment: it is theirs to remove.
        this.#undo.pop();
      }
    }
  }

  /** Begins a file in a folder, for its owner alone until it is finished. */
  open(folder: string): StageWriter {
    const temporary = this.#temporaryName(folder);
    this.#undo.push(() => this.#removeIfThere(temporary));
    const writer = new StageWriter(this.#port, this.#port.open(temporary, newFile, 0o600), temporary);
    this.#undo.push(() => writer.abandon());
    this.#folders.add(folder);
    return writer;
  }

  /** Ends a file that `open` began. */
  close(writer: StageWriter, access: Access): StagedFile {
    const staged = writer.finish(access);
    this.#ours.add(identityOf(staged.stat));
    return staged;
  }

  /** A complete file in a folder. */
  stage(folder: string, bytes: Uint8Array, { mode, owner }: Access): StagedFile {
    const writer = this.open(folder);
    writer.write(bytes);
    return this.close(writer, { mode, owner });
  }

  /** Gives a staged file its name; throws `EEXIST` when anything of that name exists, a broken link too. */
  create({ temporary }: StagedFile, path: string): void {
    this.#undo.push(() => this.#removeIfOurs(path));
    this.#folders.add(dirname(path));
    try {
      this.#port.link(temporary, path);
    } catch (error) {
      if (!isWithoutLinks(error)) throw error;
      this.#claim(path);
      this.#port.rename(temporary, path);
      return;
    }
    this.#leftovers.push(temporary);
  }

  /** Puts a staged file in the place of an existing one; `copy` stages the old one again where it cannot be kept by a second name. */
  replace({ temporary }: StagedFile, path: string, copy: () => StagedFile): void {
    const kept = this.#keep(path, copy);
    this.#folders.add(dirname(path));
    this.#undo.push(() => {
      if (this.#isOurs(path)) this.#port.rename(kept, path);
    });
    this.#port.rename(temporary, path);
    this.#leftovers.push(kept);
  }

  /** Takes a file away; until the end it can come back. */
  remove(path: string): void {
    const kept = this.#temporaryName(dirname(path));
    this.#folders.add(dirname(path));
    this.#undo.push(() => {
      if (this.#port.lstat(kept) !== undefined && this.#port.lstat(path) === undefined) this.#port.rename(kept, path);
    });
    this.#port.rename(path, kept);
    this.#leftovers.push(kept);
  }

  /** Takes away a file that `open` began and nobody wants. */
  discard(writer: StageWriter): void {
    writer.abandon();
    this.#removeIfThere(writer.temporary);
  }

  /** A second copy of an existing file, staged beside it. */
  copy(path: string, access: Access): StagedFile {
    const writer = this.open(dirname(path));
    for (const piece of piecesOf(this.#port, path)) writer.write(piece);
    return this.close(writer, access);
  }

  /** Puts a staged file in the place of one that nobody needs any more, or of none: there is no way back from here. */
  overwrite({ temporary }: StagedFile, path: string): void {
    this.#port.rename(temporary, path);
  }

  /** Makes it last: flushes the folders, then removes what only an undoing would have needed. After the flushing nothing is undone. */
  finish(): void {
    this.flush();
    this.#undo.length = 0;
    for (const path of this.#leftovers) this.#removeLeftover(path);
  }

  /** Makes what is staged survive a power cut; it can still be taken back. */
  flush(): void {
    for (const folder of this.#folders) syncFolder(this.#port, folder);
  }

  /** Takes every step back, as far as the disk lets us. Returns what it did not allow. */
  undo(): unknown[] {
    return settle(this.#undo.splice(0).reverse());
  }

  #keep(path: string, copy: () => StagedFile): string {
    const kept = this.#temporaryName(dirname(path));
    this.#undo.push(() => this.#removeIfThere(kept));
    try {
      this.#port.link(path, kept);
      return kept;
    } catch (error) {
      if (!isWithoutLinks(error)) throw error;
      return copy().temporary;
    }
  }

  /** Where a file cannot have two names, an empty one holds the place until the complete one is renamed over it. */
  #claim(path: string): void {
    const descriptor = this.#port.open(path, newFile, 0o600);
    try {
      this.#ours.add(identityOf(this.#port.stat(descriptor)));
    } finally {
      this.#port.close(descriptor);
    }
  }

  #removeLeftover(path: string): void {
    try {
      twice(() => this.#removeIfThere(path));
    } catch (error) {
      throw new PressError('cannot-write', `Everything was written, but «${path}» could not be removed.`, {
        hint: 'Remove that file; nothing needs it.',
        cause: error,
      });
    }
  }

  #temporaryName(folder: string): string {
    this.#names += 1;
    return join(folder, `.press-${this.#nonce}-${this.#names}.tmp`);
  }

  /** Somebody may have put something else in the place of what this run put there. */
  #removeIfOurs(path: string): void {
    if (this.#isOurs(path)) this.#port.unlink(path);
  }

  #isOurs(path: string): boolean {
    const stat = this.#port.lstat(path);
    return stat !== undefined && this.#ours.has(identityOf(stat));
  }

  #removeFolderIfThere(path: string): void {
    if (this.#port.lstat(path)?.isDirectory() === true) this.#port.rmdir(path);
  }

  #removeIfThere(path: string): void {
    if (this.#port.lstat(path) !== undefined) this.#port.unlink(path);
  }
}

function identityOf({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}

/** Makes new names in a folder survive a power cut. Windows has no such operation, and needs none. */
export function syncFolder(port: FilePort, folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = port.open(folder, constants.O_RDONLY);
  try {
    port.sync(descriptor);
  } finally {
    port.close(descriptor);
  }
}
