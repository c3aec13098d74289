/** Finds and reads the schema files of a repository, or the shipped ones where it has none of a name. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PressError } from '../model/press-error.ts';
import { entryAt } from './folders.ts';
import { packageFolder } from './package-folder.ts';
import { fileLimits, readRegularFile, unreadable, UnreadableFile } from './read-file.ts';
import { decode } from './decode.ts';

const single = ['release.schema.json', 'taxonomy.schema.json', 'press.schema.json'];

/** Schema texts by name, as `release.schema.json` or `types/statement.schema.json`. Throws PressError. */
export function readSchemaFiles(root: string): Map<string, string> {
  const own = join(root, 'schemas');
  const shipped = join(packageFolder, 'schemas');
  refuseLink(own);
  const texts = new Map<string, string>();
  for (const name of single) texts.set(name, readSchema(own, name) ?? readSchema(shipped, name) ?? '{}');
  const folder = hasTypes(own) ? own : shipped;
  for (const name of typeFiles(folder)) texts.set(name, readSchema(folder, name) ?? '{}');
  return texts;
}

/** A link would let files from elsewhere decide what is a valid release; a file would silently do as if there were no schemas. */
function refuseLink(folder: string): void {
  const isFolder = entryAt(folder)?.isDirectory() ?? true;
  if (!isFolder)
    throw new PressError('broken-schema', `«${basename(folder)}» is no folder.`, {
      hint: 'Put the schemas there in a folder, not behind a link.',
    });
}

function hasTypes(folder: string): boolean {
  return typeFiles(folder).length > 0;
}

function typeFiles(folder: string): string[] {
  refuseLink(join(folder, 'types'));
  const names = namesIn(join(folder, 'types')).filter((name) => name.endsWith('.schema.json'));
  return names.sort().map((name) => `types/${name}`);
}

/** What lies in a folder; nothing where there is none. A folder that cannot be read would silently change what is a valid release. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const why = unreadable(error);
    if (!(why instanceof UnreadableFile)) throw why;
    if (why.kind === 'missing') return [];
    throw new PressError('broken-schema', `schemas/types ${why.message}.`, {
      hint: 'Let it be a folder that you may read.',
    });
  }
}

function readSchema(folder: string, name: string): string | undefined {
  try {
    const text = decode(readRegularFile(join(folder, name), fileLimits.data));
    // A byte-order mark is no part of JSON (RFC 8259 §8.1), and editors put one there all the same.
    if (typeof text === 'string') return text.replace(/^\uFEFF/, '');
    throw new PressError('broken-schema', `schemas/${name}, line ${text.line}: ${text.message}`, {
      hint: 'Save it as UTF-8.',
    });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (error.kind === 'missing') return undefined;
    throw new PressError('broken-schema', `schemas/${name} ${error.message}.`, {
      hint: 'Put the schema there as an ordinary file.',
    });
  }
}
