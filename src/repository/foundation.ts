/** A folder that is to become a repository. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Foundation } from '../model/environment.ts';
import { PressError } from '../model/press-error.ts';
import { diskFiles } from './file-source.ts';
import { packageFolder } from './package-folder.ts';
import { fileLimits, tooBig } from './read-file.ts';
import { parseTaxonomy } from './read-taxonomy.ts';
import { readSchemaFiles } from './schema-files.ts';
import { openSchemaShelf } from './schema-shelf.ts';
import { writeFailure } from './write-failure.ts';
import { RepositoryWriter } from './writer.ts';

/** The foundation of a folder, absolute, that need not exist yet. */
export async function foundationOf(folder: string): Promise<Foundation> {
  const shelf = await openSchemaShelf(diskFiles(packageFolder));
  return {
    exists: (path) => existsSync(join(folder, path)),
    shipped: (path) => readFileSync(join(packageFolder, path), 'utf8'),
    schemas: [...readSchemaFiles(diskFiles(packageFolder)).keys()].map((name) => `schemas/${name}`).sort(),
    checkTaxonomy(text) {
      refuseTooBig(text);
      parseTaxonomy(text, shelf);
    },
    apply(changes) {
      makeFolder(folder);
      new RepositoryWriter(folder).apply(changes);
    },
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

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST' && code !== 'ENOTDIR') throw writeFailure(error, folder);
    throw new PressError(
      'already-there',
      `«${folder}» is a file, or lies below one: no repository can be made there.`,
      { hint: 'Name a folder.' },
    );
  }
}
