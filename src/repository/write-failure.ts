/** What a person is told when the disk refuses: the system's codes in words. */
import { PressError } from '../model/press-error.ts';
import { codeOf } from './file-port.ts';

const reasons: ReadonlyMap<string, readonly [because: string, hint: string]> = new Map([
  ['ENOSPC', ['the disk is full', 'Make room, then run the command again.']],
  ['EDQUOT', ['your share of the disk is used up', 'Make room, then run the command again.']],
  ['EACCES', ['you may not write there', 'Ask whoever owns the folder for the right to write to it.']],
  ['EPERM', ['you may not write there', 'Ask whoever owns the folder for the right to write to it.']],
  ['EROFS', ['the disk is read-only', 'Work in a copy that you may write to.']],
  ['ENOTDIR', ['part of its path is a file, not a folder', 'Choose another path.']],
  ['ENAMETOOLONG', ['its name is too long', 'Choose a shorter name.']],
  ['EMFILE', ['too many files are open', 'Close some programs, then run the command again.']],
  ['ENFILE', ['too many files are open', 'Close some programs, then run the command again.']],
  ['EBUSY', ['another program holds it', 'Close that program, then run the command again.']],
  ['EPIPE', ['whoever was reading it went away', 'Run the command again with a reader that stays.']],
]);

/**
 * The PressError for what went wrong while `path` was written; anything that is no error of the system comes back as it is.
 *
 * `path` is as the person knows it.
 */
export function writeFailure(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === '') return error;
  const [because, hint] = reasons.get(code) ?? [
    `the system said ${code}`,
    'Look at the disk, then run the command again.',
  ];
  return new PressError('cannot-write', `«${path}» could not be written: ${because}.`, { hint, cause: error });
}
