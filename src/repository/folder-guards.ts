/** What a folder of outputs may be and hold, and how it is said when something may not be. */
import type { Stats } from 'node:fs';
import { dirname, sep } from 'node:path';
import { PressError } from '../model/press-error.ts';
import { isDeviceName } from '../text/slug-form.ts';
import type { FilePort } from './file-port.ts';
import { realFolder } from './folders.ts';
import { sourceAt } from './repository-sources.ts';

const WRITE_BITS = 0o222;

/** Whether a file may be written at all: a rename would not ask. */
export function isWritable({ mode }: Pick<Stats, 'mode'>): boolean {
  return (mode & WRITE_BITS) !== 0;
}

export function requireWritable(stat: Pick<Stats, 'mode'>, path: string): void {
  if (isWritable(stat)) return;
  throw notHere(
    `«${path}» is protected against writing.`,
    'Take the protection away, or choose another folder with -o.',
  );
}

/** Permissions of a file that is new, as the person's shell would give them. */
export function newMode(): number {
  return 0o666 & ~process.umask();
}

/** Neither a source, nor the repository itself or a folder around it, nor a link. */
export function requireFree(
  port: FilePort,
  { path, folder, root }: { readonly path: string; readonly folder: string; readonly root: string | undefined },
): void {
  const stat = port.lstat(folder);
  if (stat?.isSymbolicLink() === true)
    throw notHere(`«${path}» is a link, and press writes through none.`, 'Name the folder itself.');
  if (stat !== undefined && !stat.isDirectory())
    throw notHere(`«${path}» is a file, where a folder is needed.`, 'Choose another folder with -o.');
  if (root === undefined) return;
  const real = realFolder(folder);
  if (root === real || root.startsWith(real.endsWith(sep) ? real : real + sep))
    throw notHere(`«${path}» is the repository itself, or a folder around it.`, 'Choose a folder of its own with -o.');
  const source = sourceAt(root, folder);
  if (source !== undefined)
    throw notHere(
      `«${path}» belongs to the sources of the repository («${source}»).`,
      'Choose another folder with -o.',
    );
}

/** Outermost first. */
export function missingFolders(port: FilePort, folder: string): string[] {
  const missing: string[] = [];
  for (let at = folder; port.lstat(at) === undefined; at = dirname(at)) missing.unshift(at);
  return missing;
}

/** Names that Windows keeps for its devices, with whatever ending. */
export function requirePortable(name: string): void {
  const part = name.split('/').find((each) => isDeviceName(each));
  if (part === undefined) return;
  throw notHere(`«${part}» is no name that every computer can hold.`, 'Give the feed, or the release, another name.');
}

/** A name that was free when the run began has been taken since. */
export function alreadyBusy(path: string): PressError {
  return new PressError('changed-meanwhile', `Somebody else wrote into «${path}» at the same time.`, {
    hint: 'Nothing of this run was kept. Run it again, one job at a time.',
  });
}

export function foreign(path: string): PressError {
  return new PressError('already-there', `«${path}» exists, and press has not written it.`, {
    hint: 'Nothing was written. Move that file away, or choose another folder with -o.',
  });
}

export function notHere(message: string, hint: string): PressError {
  return new PressError('not-here', message, { hint });
}
