/** Files and folders of the repository that a person names, and a text on standard input that stands for one of them. */
import type { OptionValues } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import type { Manuscript } from '../../model/manuscript.ts';
import { PressError } from '../../model/press-error.ts';
import type { Repository } from '../../model/repository.ts';

export interface NamedReleases {
  /** From the repository's root; undefined when nothing was named. */
  readonly paths: readonly string[] | undefined;
  /** The text on standard input, as if it stood at its path. */
  readonly unsaved: readonly Manuscript[];
}

export interface PathWords {
  readonly words: readonly string[];
  readonly options: OptionValues;
}

/** What the words mean. Rejects with a PressError for a path that lies outside the repository or does not exist. */
export async function namedReleases(
  repository: Repository,
  given: PathWords,
  environment: Environment,
): Promise<NamedReleases> {
  const unsaved = await textFromStdin(repository, given, environment);
  if (given.words.length === 0) return { paths: undefined, unsaved };
  const paths = unsaved.map(({ path }) => path);
  for (const word of given.words) if (word !== '-') paths.push(existingPath(repository, word, environment));
  return { paths, unsaved };
}

async function textFromStdin(
  repository: Repository,
  { words, options }: PathWords,
  environment: Environment,
): Promise<Manuscript[]> {
  const path = options['stdinPath'];
  const isWanted = words.includes('-');
  if (!isWanted && path === undefined) return [];
  if (typeof path !== 'string' || !isWanted) {
    const hint = 'Write «-» for the text on standard input, and --stdin-path for the path at which it would stand.';
    throw new PressError('usage', isWanted ? '«-» needs --stdin-path.' : '«--stdin-path» needs «-».', { hint });
  }
  const inside = insidePath(path, environment);
  return [repository.manuscriptFrom(inside, await environment.stdin())];
}

function existingPath(repository: Repository, word: string, environment: Environment): string {
  const path = insidePath(word, environment);
  if (path === '' || repository.exists(path)) return path;
  throw new PressError('unreadable-file', `«${word}» does not exist.`, {
    hint: 'Look at the name, and at the folder that you stand in.',
  });
}

function insidePath(word: string, { files }: Environment): string {
  if (word === '') {
    const hint = 'Name a file or folder, or leave the empty word out; «.» is the folder that you stand in.';
    throw new PressError('usage', '«» is no path.', { hint });
  }
  const path = files.inRepository(word);
  if (path !== undefined) return path;
  const hint = 'Name files and folders in it, or another repository with «-C DIR».';
  throw new PressError('usage', `«${word}» lies outside the repository.`, { hint });
}
