/** The questions that every command asks first, so they load nothing and cost one look each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// As in journal-folder.ts; what else lies there is nobody's change, and nobody could finish it.
const DECIDED = /^[0-9a-f]{12}\.commit$/;

/** The file in `.press` that holds the transaction of the last change of several files. */
export const LAST_CHANGE = 'changed';

/** Whether a change has been decided and not all of its files have it yet. */
export function isChangeWaiting(root: string): boolean {
  return namesIn(root).some((name) => DECIDED.test(name));
}

/** Whether anything waits that a command which writes would finish or take back. */
export function isAnythingWaiting(root: string): boolean {
  return namesIn(root).length > 0;
}

/** What the last change of several files was. Another one while somebody reads means that they may have read half of it. */
export function lastChange(root: string): string {
  try {
    return readFileSync(join(root, '.press', LAST_CHANGE), 'latin1');
  } catch {
    return '';
  }
}

function namesIn(root: string): string[] {
  try {
    return readdirSync(join(root, '.press', 'tx'));
  } catch {
    // Where there is no such folder nothing waits; in one that is somebody else's, nothing can be seen.
    return [];
  }
}
