/** `.press`: what press keeps for itself in a repository. Nobody else may read it, and git never sees it. */
import { join } from 'node:path';
import { PressError } from '../model/press-error.ts';
import { codeOf, wholeFile, type FilePort } from './file-port.ts';
import { StageWriter } from './stage-writer.ts';

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
  if ((port.lstat(ignore)?.size ?? 0) === 0) writeIgnore(port, ignore);
}

/** Written in place: it is so short, and two commands that write it at once write the same. */
function writeIgnore(port: FilePort, path: string): void {
  const writer = new StageWriter(port, port.open(path, wholeFile, 0o600), path);
  try {
    writer.write(Buffer.from('*\n'));
  } finally {
    writer.abandon();
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
