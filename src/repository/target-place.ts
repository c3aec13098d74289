/** Where press may put a file: below the root, through real folders only, under a name that every system can hold. */
import { join, sep } from 'node:path';
import { PressError } from '../model/press-error.ts';
import { isReservedName } from '../text/slug-form.ts';
import type { FilePort } from './file-port.ts';

/** A checked place for a file. */
export interface Place {
  /** From the root, with `/`. */
  readonly path: string;
  readonly absolute: string;
  /** Folder of the file, absolute. */
  readonly folder: string;
  /** Folders that have to be made, absolute, outermost first. */
  readonly missing: readonly string[];
}

const LONGEST_NAME = 200;
const portableName = /^[a-z0-9.-]+$/;

/** The identity key of a name: two names with one key are one file to macOS and Windows. */
export function identityKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** A place for a file that does not exist yet. Throws PressError `not-here` or `already-there`. */
export function newPlace(port: FilePort, root: string, path: string): Place {
  const { names, depth, folder } = existingPart(port, root, path);
  names.slice(depth).forEach((name) => requirePortable(name, path));
  const next = names[depth] ?? '';
  const twin = port.names(folder).find((name) => identityKey(name) === identityKey(next));
  if (twin !== undefined) throw taken([...names.slice(0, depth), twin].join('/'), path);
  const missing = names.slice(depth, -1).map((_, index) => join(folder, ...names.slice(depth, depth + index + 1)));
  return { path, absolute: join(root, ...names), folder: missing.at(-1) ?? folder, missing };
}

/** The place of a file that exists. Throws PressError `not-here` when it does not, or is no ordinary file. */
export function knownPlace(port: FilePort, root: string, path: string): Place {
  const { names, depth, folder } = existingPart(port, root, path);
  const absolute = join(root, ...names);
  const isFile = depth === names.length - 1 && port.lstat(absolute)?.isFile() === true;
  if (!isFile) throw notHere(`«${path}» is no ordinary file that press could change.`, 'Look at what stands there.');
  return { path, absolute, folder, missing: [] };
}

/** The place of a name, whatever stands there; undefined when its folder does not exist. Throws PressError `not-here`. */
export function anyPlace(port: FilePort, root: string, path: string): Place | undefined {
  const { names, depth, folder } = existingPart(port, root, path);
  return depth < names.length - 1 ? undefined : { path, absolute: join(root, ...names), folder, missing: [] };
}

interface ExistingPart {
  readonly names: readonly string[];
  /** How many of the names are folders that exist; the file's own name is not among them. */
  readonly depth: number;
  readonly folder: string;
}

function existingPart(port: FilePort, root: string, path: string): ExistingPart {
  const names = path.split('/');
  if (names.some(isNoName)) throw notHere(`«${path}» is no path inside the repository.`, 'Choose a path without «..».');
  let depth = 0;
  let folder = root;
  while (depth < names.length - 1) {
    const next = join(folder, names[depth] ?? '');
    const stat = port.lstat(next);
    if (stat === undefined) break;
    if (!stat.isDirectory()) throw noFolder(names.slice(0, depth + 1).join('/'), stat.isSymbolicLink());
    folder = next;
    depth += 1;
  }
  requireInside(port, { root, folder, path });
  return { names, depth, folder };
}

function isNoName(name: string): boolean {
  return name === '' || name === '.' || name === '..' || name.includes('\\') || name.includes('\0');
}

function requireInside(
  port: FilePort,
  { root, folder, path }: { readonly root: string; readonly folder: string; readonly path: string },
): void {
  const top = port.realpath(root);
  const real = port.realpath(folder);
  if (real === top || real.startsWith(top.endsWith(sep) ? top : top + sep)) return;
  throw notHere(`«${path}» lies outside the repository.`, 'Put the folder itself into the repository.');
}

function requirePortable(name: string, path: string): void {
  const isPortable = portableName.test(name) && name.length <= LONGEST_NAME && !isReservedName(name);
  if (isPortable) return;
  throw notHere(
    `«${name}» in «${path}» is no name that every computer can hold.`,
    'Use small letters a to z, digits, dots and hyphens; not con, aux, nul or index.',
  );
}

function noFolder(path: string, isLink: boolean): PressError {
  return isLink
    ? notHere(`«${path}» is a link, and press writes through none.`, 'Put the folder itself there.')
    : notHere(`«${path}» is a file, where a folder is needed.`, 'Rename that file.');
}

function taken(existing: string, path: string): PressError {
  const message =
    existing === path
      ? `«${path}» exists already.`
      : `«${existing}» exists already; «${path}» would be the same name on some computers.`;
  return new PressError('already-there', message, { hint: 'Nothing was overwritten. Choose another name.' });
}

function notHere(message: string, hint: string): PressError {
  return new PressError('not-here', message, { hint });
}
