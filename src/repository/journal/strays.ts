/**
 * Staged texts that no record knows. A change of one file does not wait until its record is safe from a power cut, and then the name of its
 * staged text may be all that is left of it. Nobody reads such a file; `press recover` removes it.
 */
import { readdirSync, type Dirent } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FilePort } from '../file-port.ts';
import { syncFolder } from '../file-transaction.ts';
import { DEEPEST_FOLDER } from '../find-releases.ts';
import { onJournal } from './about.ts';
import { JournalFolder } from './journal-folder.ts';
import { transactionOf } from './record.ts';

/** What holds no file that press changes, or too many that are none of its business. */
const notOurs: ReadonlySet<string> = new Set(['.git', '.press', 'node_modules']);

/** Their paths from the root, sorted by folder. `root` is absolute. Throws PressError. */
export function straysIn(root: string, port: FilePort): string[] {
  const known = new Set(onJournal(() => new JournalFolder(port, root).names()).map(({ transaction }) => transaction));
  return [...stagedBelow(root, '', 0)].filter((path) => {
    const transaction = transactionOf(path.slice(path.lastIndexOf('/') + 1));
    return transaction !== undefined && !known.has(transaction);
  });
}

/** Removes them, under the lock of the repository; returns their paths. Throws PressError. */
export function removeStrays(root: string, port: FilePort): string[] {
  const strays = straysIn(root, port);
  onJournal(() => {
    for (const path of strays) port.unlink(join(root, path));
    for (const folder of new Set(strays.map((path) => dirname(join(root, path))))) syncFolder(port, folder);
  });
  return strays;
}

function* stagedBelow(root: string, folder: string, depth: number): Generator<string> {
  const entries = entriesOf(join(root, folder));
  // A repository inside this one has records of its own.
  if (depth > 0 && entries.some(({ name }) => name === '.press')) return;
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile() && transactionOf(entry.name) !== undefined) yield path;
    else if (entry.isDirectory() && !notOurs.has(entry.name) && depth < DEEPEST_FOLDER)
      yield* stagedBelow(root, path, depth + 1);
  }
}

/** A folder that cannot be read holds nothing that press could have written. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
