/** A folder that is to become a repository. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Foundation } from '../model/environment.ts';
import { PressError } from '../model/press-error.ts';
import type { ChangeSet } from '../model/change-set.ts';
import { codeOf, disk, type FilePort } from './file-port.ts';
import { diskFiles } from './file-source.ts';
import { FileTransaction } from './file-transaction.ts';
import { missingFolders } from './folder-guards.ts';
import { packageFolder } from './package-folder.ts';
import { fileLimits, tooBig } from './read-file.ts';
import { parseTaxonomy } from './read-taxonomy.ts';
import { readSchemaFiles } from './schema-files.ts';
import { openSchemaShelf } from './schema-shelf.ts';
import { writeFailure } from './write-failure.ts';
import { RepositoryWriter } from './writer.ts';

/** The foundation of a folder, absolute, that need not exist yet. */
export async function foundationOf(folder: string, port: FilePort = disk): Promise<Foundation> {
  const shelf = await openSchemaShelf(diskFiles(packageFolder));
  return {
    exists: (path) => existsSync(join(folder, path)),
    shipped: (path) => readFileSync(join(packageFolder, path), 'utf8'),
    schemas: [...readSchemaFiles(diskFiles(packageFolder)).keys()].map((name) => `schemas/${name}`).sort(),
    checkTaxonomy(text) {
      refuseTooBig(text);
      parseTaxonomy(text, shelf);
    },
    apply: (changes) => applyIn(folder, changes, port),
  };
}

/** What is written as taxonomy.yaml has to be readable as that. */
function refuseTooBig(text: string): void {
  const { length } = Buffer.from(text);
  if (length > fileLimits.data)
    throw new PressError('broken-taxonomy', `It ${tooBig(`has ${length} bytes`, fileLimits.data).message}.`, {
      hint: 'Leave out what is not needed.',
    });
}

/** A folder that was made for nothing goes again. */
function applyIn(folder: string, changes: ChangeSet, port: FilePort): void {
  const folders = new FileTransaction(port, randomBytes(6).toString('hex'));
  try {
    makeFolder(folder, port, folders);
    new RepositoryWriter(folder, { port }).apply(changes);
  } catch (error) {
    folders.undo();
    if (!(error instanceof PressError)) throw writeFailure(error, folder);
    throw error.code === 'interrupted' ? unfinishedIn(folder, error) : error;
  }
}

/** Whoever makes a repository stands outside of it. */
function unfinishedIn(folder: string, error: PressError): PressError {
  return new PressError('interrupted', error.message, {
    hint: `«press recover -C ${folder}» finishes it; no text is lost.`,
    cause: error,
  });
}

function makeFolder(folder: string, port: FilePort, folders: FileTransaction): void {
  try {
    folders.makeFolders(missingFolders(port, folder));
    folders.flush();
  } catch (error) {
    throw codeOf(error) === 'ENOTDIR' ? noFolder(folder) : writeFailure(error, folder);
  }
  if (port.lstat(folder)?.isFile() === true) throw noFolder(folder);
}

function noFolder(folder: string): PressError {
  return new PressError('already-there', `«${folder}» is a file, or lies below one: no repository can be made there.`, {
    hint: 'Name a folder.',
  });
}
