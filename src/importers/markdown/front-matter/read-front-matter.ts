/** The front matter of a file, in whatever of its languages it is written. */
import type { ImportSource } from '../../../model/importer.ts';
import { PressError } from '../../../model/press-error.ts';
import { findFrontMatter, type FoundFrontMatter } from './fences.ts';
import { readJsonKeys } from './read-json.ts';
import { readTomlKeys } from './read-toml.ts';
import { readYamlKeys } from './read-yaml.ts';
import type { ReadKeys } from './written-keys.ts';

export interface ReadFile extends ReadKeys {
  readonly hasFrontMatter: boolean;
  readonly body: string;
  /** Number of the body's first line. */
  readonly bodyLine: number;
}

/** Reads a file. Throws PressError for front matter that is a program, and for JSON that is none. */
export function readFile({ name, text, readYaml }: Pick<ImportSource, 'name' | 'text' | 'readYaml'>): ReadFile {
  const lines = text.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n');
  const found = findFrontMatter(lines);
  if (found === undefined) return { keys: [], changed: [], stray: [], hasFrontMatter: false, body: lines, bodyLine: 1 };
  const read = keysOf(found, name, readYaml ?? (() => undefined));
  const { body, bodyLine } = found;
  return { ...read, changed: [...found.changed, ...read.changed], hasFrontMatter: true, body, bodyLine };
}

function keysOf(
  { language, block, firstLine }: FoundFrontMatter,
  name: string,
  readYaml: NonNullable<ImportSource['readYaml']>,
): ReadKeys {
  if (language === 'toml') return readTomlKeys(block, firstLine);
  if (language === 'yaml') return readYamlKeys(block, firstLine, readYaml);
  const read = language === 'json' ? readJsonKeys(block) : undefined;
  if (read !== undefined) return read;
  const what = language === 'json' ? 'says that it is JSON, and is none' : 'is a program, and press runs none';
  throw new PressError('nothing-imported', `The front matter of «${name}» ${what}.`, {
    hint: 'Write it as YAML between two lines of ---, and import that.',
  });
}
