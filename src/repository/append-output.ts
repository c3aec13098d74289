/** Adds to the end of a file that is not the repository's: a page that several steps of a build write together. */
import { constants } from 'node:fs';
import { resolve } from 'node:path';
import { PressError } from '../model/press-error.ts';
import { disk } from './file-port.ts';
import { sourceAt } from './repository-sources.ts';
import { writeWhole } from './stage-writer.ts';
import { writeFailure } from './write-failure.ts';
import type { OutputPlace } from './write-output.ts';

const flags =
  constants.O_WRONLY |
  constants.O_APPEND |
  constants.O_CREAT |
  (constants.O_NOFOLLOW ?? 0) |
  // A pipe that nobody reads would hold the process.
  (constants.O_NONBLOCK ?? 0);

/** Throws PressError for a link, a folder, a pipe, a source of the repository or a disk that refuses. */
export function appendOutput(path: string, text: string, place: Omit<OutputPlace, 'signal'>): void {
  const { cwd, root, port = disk } = place;
  const target = resolve(cwd, path);
  if (root !== undefined && sourceAt(root, target) !== undefined) throw notHere(path);
  try {
    const descriptor = port.open(target, flags, 0o666);
    try {
      if (!port.stat(descriptor).isFile()) throw notHere(path);
      writeWhole(port, descriptor, { bytes: Buffer.from(text), path });
    } finally {
      port.close(descriptor);
    }
  } catch (error) {
    throw writeFailure(error, path);
  }
}

function notHere(path: string): PressError {
  return new PressError('not-here', `«${path}» is no ordinary file that press may add to.`, {
    hint: 'Name another file, outside of the releases.',
  });
}
