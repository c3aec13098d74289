/** A folder that is to become a repository. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Foundation } from '../model/environment.ts';
import { packageFolder } from './package-folder.ts';
import { parseTaxonomy } from './read-taxonomy.ts';
import { readSchemaFiles } from './schema-files.ts';
import { openSchemaShelf } from './schema-shelf.ts';
import { writeFailure } from './write-failure.ts';
import { RepositoryWriter } from './writer.ts';

/** The foundation of a folder, absolute, that need not exist yet. */
export async function foundationOf(folder: string): Promise<Foundation> {
  const shelf = await openSchemaShelf(packageFolder);
  return {
    exists: (path) => existsSync(join(folder, path)),
    shipped: (path) => readFileSync(join(packageFolder, path), 'utf8'),
    schemas: [...readSchemaFiles(packageFolder).keys()].map((name) => `schemas/${name}`).sort(),
    checkTaxonomy: (text) => void parseTaxonomy(text, shelf),
    apply(changes) {
      makeFolder(folder);
      new RepositoryWriter(folder).apply(changes);
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw writeFailure(error, folder);
  }
}
