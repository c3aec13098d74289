/** What git's index holds: paths with what each of them is. */
import { isUtf8 } from 'node:buffer';
import { PressError } from '../model/press-error.ts';
import type { Git } from './git.ts';

export interface StagedEntry {
  /** From the root of the press repository, with `/`. */
  readonly path: string;
  readonly kind: 'file' | 'link' | 'submodule';
  /** The object that holds the bytes. */
  readonly object: string;
  /** Whether git vouches that the file on the disk is the same. */
  readonly isOnDisk: boolean;
  /** Whether the bytes of the name are UTF-8. */
  readonly isDecodable: boolean;
}

/** The entries at and below the folder, in the index's order. Rejects with a PressError while a merge is not settled. */
export async function readStagedEntries(git: Git): Promise<StagedEntry[]> {
  const [index, differing] = await Promise.all([
    // The letter that `-v` puts first is `H` for a file that git looks at on the disk.
    git.run(['ls-files', '-z', '-v', '--stage']),
    git.list(['diff-files', '-z', '--name-status', '--no-renames', '--relative', '--ignore-submodules=all']),
  ]);
  const statuses = new Map<string, string>();
  for (let at = 0; at + 1 < differing.length; at += 2) statuses.set(differing[at + 1] ?? '', differing[at] ?? '');
  return fieldsOf(index.stdout).flatMap((field) => {
    const entry = entryOf(field, statuses);
    return entry === undefined ? [] : [entry];
  });
}

function fieldsOf(output: Buffer): Buffer[] {
  const fields: Buffer[] = [];
  for (let start = 0, end = output.indexOf(0); end !== -1; start = end + 1, end = output.indexOf(0, start))
    fields.push(output.subarray(start, end));
  return fields;
}

/** `H 100644 OBJECT 0\tPATH` (git-ls-files, «Output»). A file that is only announced, with nothing of it staged, is no part of the commit. */
function entryOf(field: Buffer, statuses: ReadonlyMap<string, string>): StagedEntry | undefined {
  const tab = field.indexOf(9);
  const [letter = '', mode = '', object = '', stage = ''] = field.subarray(0, tab).toString('latin1').split(' ');
  const name = field.subarray(tab + 1);
  const path = name.toString('utf8');
  if (stage !== '0') throw unsettled(path);
  const status = statuses.get(path);
  if (status === 'A') return undefined;
  const isOnDisk = letter === 'H' && status === undefined;
  return { path, kind: kindOf(mode), object, isOnDisk, isDecodable: isUtf8(name) };
}

function kindOf(mode: string): StagedEntry['kind'] {
  if (mode === '120000') return 'link';
  return mode === '160000' ? 'submodule' : 'file';
}

function unsettled(path: string): PressError {
  return new PressError(
    'no-version-control',
    `The merge of «${path}» is not settled, so nobody knows what will be committed.`,
    {
      hint: 'Settle the conflict and «git add» the file; «git status» lists all of them.',
    },
  );
}
