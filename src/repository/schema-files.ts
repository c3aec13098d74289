/** Finds and reads the schema files of a repository, or the shipped ones where it has none of a name. */
import { PressError } from '../model/press-error.ts';
import { decode } from './decode.ts';
import { diskFiles, type FileSource } from './file-source.ts';
import { packageFolder } from './package-folder.ts';
import { fileLimits, UnreadableFile } from './read-file.ts';

const single = ['release.schema.json', 'taxonomy.schema.json', 'press.schema.json'];

/** Schema texts by name, as `release.schema.json` or `types/statement.schema.json`. Throws PressError. */
export function readSchemaFiles(own: FileSource): Map<string, string> {
  const shipped = diskFiles(packageFolder);
  refuseLink(own, 'schemas');
  const texts = new Map<string, string>();
  for (const name of single) texts.set(name, readSchema(own, name) ?? readSchema(shipped, name) ?? '{}');
  const typed = typeFiles(own).length > 0 ? own : shipped;
  for (const name of typeFiles(typed)) texts.set(name, readSchema(typed, name) ?? '{}');
  return texts;
}

/** The texts of the shipped base schemas by name, whatever a repository has. */
export function readShippedBases(): Map<string, string> {
  const shipped = diskFiles(packageFolder);
  return new Map(single.map((name) => [name, readSchema(shipped, name) ?? '{}']));
}

/** A link would let files from elsewhere decide what is a valid release; a file would silently do as if there were no schemas. */
function refuseLink(files: FileSource, folder: string): void {
  if (files.kindOf(folder) === 'other')
    throw new PressError('broken-schema', `«${folder}» is no folder.`, {
      hint: 'Put the schemas there in a folder, not behind a link.',
    });
}

function typeFiles(files: FileSource): string[] {
  refuseLink(files, 'schemas/types');
  const names = namesIn(files, 'schemas/types').filter((name) => name.endsWith('.schema.json'));
  return names.sort().map((name) => `types/${name}`);
}

/** What lies in a folder; nothing where there is none. A folder that cannot be read would silently change what is a valid release. */
function namesIn(files: FileSource, folder: string): string[] {
  try {
    return files.names(folder);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (error.kind === 'missing') return [];
    throw new PressError('broken-schema', `${folder} ${error.message}.`, {
      hint: 'Let it be a folder that you may read.',
    });
  }
}

function readSchema(files: FileSource, name: string): string | undefined {
  try {
    const text = decode(files.read(`schemas/${name}`, fileLimits.data));
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
