/** Finds and reads the schema files of a repository, or the shipped ones where it has none of a name. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PressError } from '../model/press-error.ts';
import { packageFolder } from './package-folder.ts';
import { fileLimits, readRegularFile, UnreadableFile } from './read-file.ts';
import { decode } from './decode.ts';

const single = ['release.schema.json', 'taxonomy.schema.json', 'press.schema.json'];

/** Schema texts by name, as `release.schema.json` or `types/statement.schema.json`. Throws PressError. */
export function readSchemaFiles(root: string): Map<string, string> {
  const own = join(root, 'schemas');
  const shipped = join(packageFolder, 'schemas');
  const texts = new Map<string, string>();
  for (const name of single) texts.set(name, readSchema(own, name) ?? readSchema(shipped, name) ?? '{}');
  const folder = hasTypes(own) ? own : shipped;
  for (const name of typeFiles(folder)) texts.set(name, readSchema(folder, name) ?? '{}');
  return texts;
}

function hasTypes(folder: string): boolean {
  return typeFiles(folder).length > 0;
}

function typeFiles(folder: string): string[] {
  try {
    const names = readdirSync(join(folder, 'types')).filter((name) => name.endsWith('.schema.json'));
    return names.sort().map((name) => `types/${name}`);
  } catch {
    return [];
  }
}

function readSchema(folder: string, name: string): string | undefined {
  try {
    const text = decode(readRegularFile(join(folder, name), fileLimits.data));
    if (typeof text === 'string') return text;
    throw new PressError('broken-schema', `schemas/${name}, line ${text.line}: ${text.message}`, { hint: 'Save it as UTF-8.' });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (error.kind === 'missing') return undefined;
    throw new PressError('broken-schema', `schemas/${name} ${error.message}.`, { hint: 'Put the schema there as an ordinary file.' });
  }
}
