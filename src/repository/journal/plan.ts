/** From a change set to what will be done to each file: looked at, counted, and nothing written. */
import {
  namesOf,
  type Change,
  type FileCopy,
  type FileCreation,
  type FileEdit,
  type FileMove,
} from '../../model/change-set.ts';
import { PressError } from '../../model/press-error.ts';
import { digestOf } from '../digest.ts';
import type { FilePort } from '../file-port.ts';
import { readVersion, splice } from '../splice-file.ts';
import type { Access } from '../stage-writer.ts';
import { knownPlace, newPlace, type Place } from '../target-place.ts';
import { about } from './about.ts';
import { temporaryName, type JournalFile } from './record.ts';

export interface PlannedFile {
  readonly record: JournalFile;
  /** Where the new text goes. */
  readonly place: Place;
  /** The file that there is already: the one to be replaced, or moved. */
  readonly source: Place | undefined;
  /** Bytes of the new text. */
  readonly size: number;
  /** The new text, made anew each time, so that a large change need not be held. Throws PressError when the file has changed. */
  content(): Content;
  /** Throws PressError when the file has changed, or the new name is taken. */
  confirm(): void;
}

export interface Content {
  readonly bytes: Uint8Array;
  readonly access: Access;
}

export interface Planning {
  readonly root: string;
  readonly port: FilePort;
  /** Id of the transaction. */
  readonly transaction: string;
}

/** The plan of each change, in order. Throws PressError for the first that cannot be done. */
export function planChanges(planning: Planning, changes: readonly Change[]): PlannedFile[] {
  return changes.map((change, index) =>
    about(namesOf(change).at(-1) ?? '', () => {
      const temporary = temporaryName(planning.transaction, index + 1);
      if (change.kind === 'create') return planCreation(planning, change, temporary);
      if (change.kind === 'copy') return planCopy(planning, change, temporary);
      return planRewriting(planning, change, temporary);
    }),
  );
}

function planCreation({ root, port }: Planning, { path, text }: FileCreation, temporary: string): PlannedFile {
  const place = newPlace(port, root, path);
  const written = Buffer.from(text);
  const [digest, size] = [digestOf(written), written.length];
  return {
    record: { path, new: digest, temporary },
    place,
    source: undefined,
    size,
    content: () => ({ bytes: Buffer.from(text), access: { mode: 0o644 & ~process.umask() } }),
    confirm: () => requireAbsent(port, place),
  };
}

function planCopy({ root, port }: Planning, change: FileCopy, temporary: string): PlannedFile {
  const { path, digest, size } = change;
  const place = newPlace(port, root, path);
  return {
    record: { path, new: digest, temporary },
    place,
    source: undefined,
    size,
    content: () => ({ bytes: sameBytes(change), access: { mode: 0o644 & ~process.umask() } }),
    confirm: () => requireAbsent(port, place),
  };
}

function sameBytes({ path, digest, bytes }: FileCopy): Uint8Array {
  const found = bytes();
  if (digestOf(found) === digest) return found;
  throw new PressError('changed-meanwhile', `The file that was to become «${path}» has changed meanwhile.`, {
    hint: 'Nothing was written. Run the command again.',
  });
}

function planRewriting({ root, port }: Planning, change: FileEdit | FileMove, temporary: string): PlannedFile {
  const source = knownPlace(port, root, change.path);
  const content = (): Content => {
    const { bytes, stat } = readVersion(port, source, change.digest);
    return { bytes: splice(bytes, change), access: { mode: stat.mode & 0o777, owner: stat } };
  };
  const { bytes } = content();
  const isMove = change.kind === 'move';
  const place = isMove ? newPlace(port, root, change.to) : source;
  const { path, digest } = change;
  return {
    record: { path, ...(isMove ? { to: change.to } : {}), old: digest, new: digestOf(bytes), temporary },
    place,
    source,
    size: bytes.length,
    content,
    confirm: () => {
      readVersion(port, source, digest);
      if (isMove) requireAbsent(port, place);
    },
  };
}

function requireAbsent(port: FilePort, { absolute, path }: Place): void {
  if (port.lstat(absolute) !== undefined) throw alreadyThere(path);
}

export function alreadyThere(path: string, cause?: unknown): PressError {
  return new PressError('already-there', `«${path}» exists already.`, {
    hint: 'Nothing was overwritten. Choose another name.',
    cause,
  });
}

/** Folders that have to be made for the files, from the root, with `/`, outermost first. */
export function folderPaths(files: readonly PlannedFile[]): string[] {
  const missing = files.map(({ place }) => {
    const parents = parentsOf(place.path);
    return parents.slice(parents.length - place.missing.length);
  });
  return [...new Set(missing.flat())];
}

/** The folders that a path leads through, outermost first. */
function parentsOf(path: string): string[] {
  const names = path.split('/');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}
