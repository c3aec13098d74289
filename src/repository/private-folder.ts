/** `.press`: what press keeps for itself in a repository. Nobody else may read it, and git never sees it. */
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { PressError } from '../model/press-error.ts';
import { codeOf, type FilePort } from './file-port.ts';
import { FileTransaction } from './file-transaction.ts';

/** Makes `.press` with its own `.gitignore` where it is missing. Throws PressError when something else has the name. */
export function makePrivateFolder(port: FilePort, root: string): void {
  const folder = join(root, '.press');
  const stat = port.lstat(folder);
  if (stat === undefined) ifMissing(() => port.mkdir(folder, 0o700));
  else if (!stat.isDirectory()) {
    throw new PressError('not-here', '«.press» is no folder, and press needs that name for one.', {
      hint: 'Rename what stands there.',
    });
  }
  const ignore = join(folder, '.gitignore');
  if (port.lstat(ignore) === undefined) ifMissing(() => writeIgnore(port, folder, ignore));
}

function writeIgnore(port: FilePort, folder: string, path: string): void {
  const transaction = new FileTransaction(port, randomBytes(6).toString('hex'));
  try {
    transaction.create(transaction.stage(folder, Buffer.from('*\n'), { mode: 0o600 }), path);
    transaction.finish();
  } catch (error) {
    transaction.undo();
    throw error;
  }
}

/** Another command may make the same thing at the same moment. */
function ifMissing(make: () => void): void {
  try {
    make();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
