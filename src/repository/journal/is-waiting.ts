/** The question that every command asks first, so it loads nothing and costs one look. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// As in journal-folder.ts; what else lies there is nobody's change, and nobody could finish it.
const DECIDED = /^[0-9a-f]{12}\.commit$/;

/** Whether a change has been decided and not all of its files have it yet. */
export function isChangeWaiting(root: string): boolean {
  return namesIn(root).some((name) => DECIDED.test(name));
}

/** Whether anything waits that a command which writes would finish or take back. */
export function isAnythingWaiting(root: string): boolean {
  return namesIn(root).length > 0;
}

function namesIn(root: string): string[] {
  try {
    return readdirSync(join(root, '.press', 'tx'));
  } catch {
    // Where there is no such folder nothing waits; in one that is somebody else's, nothing can be seen.
    return [];
  }
}
