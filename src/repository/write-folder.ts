/**
 * Fills a folder with outputs: every file whole, all of them or none, and those with the same bytes untouched.
 *
 * Everything is written and flushed under temporary names before the first name changes hands. What a run removes is only what an
 * earlier one wrote, says the manifest, and nobody has edited since. A file of the same name that press did not write stops the run.
 */
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { FolderOutcome, FolderWish } from '../model/output-folder.ts';
import { folderName } from '../text/folder-name.ts';
import { codeOf, disk } from './file-port.ts';
import { FileTransaction } from './file-transaction.ts';
import { FolderFilling, type FillingParts } from './folder-filling.ts';
import { alreadyBusy, missingFolders, requireFree } from './folder-guards.ts';
import { Lock } from './lock.ts';
import { giveBack, LOCK_PATIENCE_MILLISECONDS, takeLock } from './lock-waiting.ts';
import { writeFailure } from './write-failure.ts';
import type { OutputPlace } from './write-output.ts';

/** Rejects with PressError and leaves the folder as it was; with Interrupted when the signal is aborted meanwhile. */
export async function writeFolder(path: string, wish: FolderWish, place: OutputPlace): Promise<FolderOutcome> {
  const folder = resolve(place.cwd, path);
  const { port = disk, signal } = place;
  try {
    requireFree(port, { path, folder, root: place.root });
    const parts = { wish, folder, path: folderName(path), port, signal };
    const fill = (): Promise<FolderOutcome> => new FolderFilling(parts).run();
    return await (wish.dryRun ? fill() : whileLocked(fill, parts));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw alreadyBusy(path);
    throw writeFailure(error, path);
  }
}

/** Two runs would lose each other's entries of the list: one waits for the other, from the reading of the list to its last writing. */
async function whileLocked<Result>(
  work: () => Promise<Result>,
  { folder, port, signal }: Pick<FillingParts, 'folder' | 'port' | 'signal'>,
): Promise<Result> {
  const folders = new FileTransaction(port, randomBytes(6).toString('hex'));
  const lock = new Lock(folder, 'press export', { port, place: { folder, name: '.press-lock' } });
  try {
    folders.makeFolders(missingFolders(port, folder));
    await takeLock(lock, { patience: LOCK_PATIENCE_MILLISECONDS, signal });
    try {
      const result = await work();
      folders.flush();
      return result;
    } finally {
      giveBack(lock);
    }
  } catch (error) {
    folders.undo();
    throw error;
  }
}
