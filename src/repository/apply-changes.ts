/** Applies a change set to a folder, all of it or nothing. */
import { randomBytes } from 'node:crypto';
import {
  namesOf,
  type Change,
  type ChangeSet,
  type FileCreation,
  type FileEdit,
  type FileMove,
} from '../model/change-set.ts';
import { PressError } from '../model/press-error.ts';
import { codeOf, disk, type FilePort } from './file-port.ts';
import { FileTransaction } from './file-transaction.ts';
import { readVersion, splice } from './splice-file.ts';
import { identityKey, knownPlace, newPlace } from './target-place.ts';
import { writeFailure } from './write-failure.ts';

/**
 * Creates, edits and moves files below `root`, an absolute path. A creation or a move never touches an existing name; an edit or a
 * move is refused when the file is no longer the one that its offsets were counted in.
 *
 * Throws PressError and leaves everything as it was, folders included.
 */
export function applyChanges(root: string, { changes }: ChangeSet, port: FilePort = disk): void {
  requireDistinct(changes);
  const transaction = new FileTransaction(port, randomBytes(6).toString('hex'));
  const disks: Disks = { root, port, transaction };
  try {
    const commits = changes.map((change) => {
      const target = namesOf(change).at(-1) ?? change.path;
      const commit = about(target, () => stage(disks, change));
      return () => about(target, commit);
    });
    for (const commit of commits) commit();
    about(changes[0]?.path ?? '', () => transaction.finish());
  } catch (error) {
    throw withUndoing(error, transaction.undo());
  }
}

interface Disks {
  readonly root: string;
  readonly port: FilePort;
  readonly transaction: FileTransaction;
}

function stage(disks: Disks, change: Change): () => void {
  if (change.kind === 'create') return stageCreation(disks, change);
  return change.kind === 'edit' ? stageEdit(disks, change) : stageMove(disks, change);
}

/** Writes the new file under a temporary name; the returned step gives it its own. */
function stageCreation({ root, port, transaction }: Disks, { path, text }: FileCreation): () => void {
  const place = newPlace(port, root, path);
  transaction.makeFolders(place.missing);
  const staged = transaction.stage(place.folder, Buffer.from(text), { mode: 0o644 & ~process.umask() });
  return () => transaction.create(staged, place.absolute);
}

/** Writes the edited file under a temporary name; the returned step puts it in the place of the old one, if that is unchanged. */
function stageEdit({ root, port, transaction }: Disks, edit: FileEdit): () => void {
  const place = knownPlace(port, root, edit.path);
  const { bytes, stat } = readVersion(port, place, edit.digest);
  const access = { mode: stat.mode & 0o777, owner: stat };
  const staged = transaction.stage(place.folder, splice(bytes, edit), access);
  return () => {
    readVersion(port, place, edit.digest);
    transaction.replace(staged, place.absolute, () => transaction.stage(place.folder, bytes, access));
  };
}

/** Writes the moved file under a temporary name in its new folder; the returned step gives it its own and takes the old one away. */
function stageMove({ root, port, transaction }: Disks, move: FileMove): () => void {
  const source = knownPlace(port, root, move.path);
  const { bytes, stat } = readVersion(port, source, move.digest);
  const place = newPlace(port, root, move.to);
  transaction.makeFolders(place.missing);
  const staged = transaction.stage(place.folder, splice(bytes, move), { mode: stat.mode & 0o777, owner: stat });
  return () => {
    readVersion(port, source, move.digest);
    transaction.create(staged, place.absolute);
    transaction.remove(source.absolute);
  };
}

/** A move to its own name is no fault of the caller: that name is taken. */
function requireDistinct(changes: readonly Change[]): void {
  const keys = changes.flatMap((change) => [...new Set(namesOf(change).map(identityKey))]);
  if (new Set(keys).size !== keys.length) throw new Error('A change set names a file twice');
}

/** Errors of the system say which file it was about. */
function about<Result>(path: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw writeFailure(error, path);
    throw new PressError('already-there', `«${path}» exists already.`, {
      hint: 'Nothing was overwritten. Choose another name.',
      cause: error,
    });
  }
}

function withUndoing(error: unknown, failures: readonly unknown[]): unknown {
  if (failures.length === 0) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new PressError('cannot-write', `${message} What had been begun could not be taken back completely.`, {
    hint: 'Look for files named «.press-….tmp» and for the files that the command was about.',
    cause: new AggregateError(failures),
  });
}
