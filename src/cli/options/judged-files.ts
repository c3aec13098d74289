/** Which files `press validate` judges, and in which state: as they are, as they are staged, or only what has changed. */
import type { OptionValues } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import { PressError } from '../../model/press-error.ts';
import type { Repository } from '../../model/repository.ts';
import type { Changes } from '../../model/version-control.ts';
import type { ValidateOptions } from '../../operations/validation.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import type { PathWords } from './release-paths.ts';

export interface JudgedFiles {
  readonly repository: Repository;
  /** What `validate` is told of it. */
  readonly narrowed: Pick<ValidateOptions, 'isWanted' | 'comparesAll'>;
  /** What to say when no file was judged; undefined where that needs no word. */
  readonly nothing: string | undefined;
}

/** Options of `press validate` that cannot stand together, the second with the way out. */
const conflicts: readonly (readonly [string, string, string])[] = [
  ['changed', 'staged', '--staged alone looks at what the next commit changes.'],
  ['staged', 'fix', 'Run «press validate --fix», look at what it did, and «git add» it.'],
  ['staged', 'fixReview', 'Run «press validate --fix-review», look at what it did, and «git add» it.'],
  ['staged', 'dryRun', 'Leave out --dry-run: --staged changes nothing.'],
  ['watch', 'changed', 'Name the folders that you work in: press validate --watch releases/2026.'],
  ['watch', 'staged', 'Watching is for the files as you edit them.'],
  ['watch', 'fix', 'Mend first, then watch.'],
  ['watch', 'fixReview', 'Mend first, then watch.'],
  ['watch', 'dryRun', 'Leave out --dry-run: watching changes nothing.'],
  ['watch', 'output', 'Findings that change all the time belong on the screen, or into a pipe.'],
  ['watch', 'stats', 'Leave out one of the two.'],
  ['watch', 'maxWarnings', 'Watching ends when you end it, whatever it finds.'],
];

/** Throws a PressError `usage` for options that cannot stand together. */
export function refuseConflicts(options: OptionValues, words: readonly string[]): void {
  for (const [first, second, hint] of conflicts) {
    if (isGiven(options[first]) && isGiven(options[second]))
      throw new PressError('usage', `--${dashed(first)} and --${dashed(second)} cannot stand together.`, { hint });
  }
  const reads = ['changed', 'staged', 'watch'].find((name) => isGiven(options[name]));
  if (reads !== undefined && words.includes('-')) {
    const hint = 'Leave out the option: a text on standard input is judged by itself.';
    throw new PressError('usage', `--${reads} looks at files, and «-» is none.`, { hint });
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== false;
}

/** `fixReview` → `fix-review`. */
function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The repository, and what of it is judged. Rejects with a PressError where git cannot say what has changed. */
export async function judgedFiles({ words, options }: PathWords, environment: Environment): Promise<JudgedFiles> {
  const { changed } = options;
  const who = words.length === 0 ? 'No release' : 'None of the named releases';
  if (isGiven(options['staged'])) {
    const { repository, changes } = await environment.versionControl.staged();
    return narrowedTo(changes, { repository, environment, who, became: 'is staged' });
  }
  const repository = await environment.repository();
  if (!isGiven(changed)) return { repository, narrowed: {}, nothing: undefined };
  const revision = typeof changed === 'string' ? changed : undefined;
  const changes = await environment.versionControl.changedSince(revision);
  const since = revision === undefined || revision === 'HEAD' ? 'the last commit' : terminalSafe(revision);
  return narrowedTo(changes, { repository, environment, who, became: `has changed since ${since}` });
}

interface Narrowing {
  readonly repository: Repository;
  readonly environment: Environment;
  /** How a sentence begins that says that there is nothing. */
  readonly who: string;
  /** What a changed file did: «has changed since main», «is staged». */
  readonly became: string;
}

/** Vocabulary, settings and schemas decide about every release; and a release or an id that went may be missed by any other. */
function narrowedTo(changes: Changes, { repository, environment, who, became }: Narrowing): JudgedFiles {
  const definition = changes.definition();
  if (definition !== undefined) {
    environment.say(`${terminalSafe(definition)} ${became}, so every release is judged.`);
    return { repository, narrowed: {}, nothing: undefined };
  }
  const comparesAll = changes.hasLostRelease(repository.settings.releases) || hasLostId(repository, changes);
  return {
    repository,
    narrowed: { isWanted: (path) => changes.has(path), comparesAll },
    nothing: comparesAll ? undefined : `${who} ${became}.`,
  };
}

/** Whether a release has another id than it had, or none any more. */
function hasLostId(repository: Repository, { former }: Changes): boolean {
  return [...former].some(([path, bytes]) => {
    if (!path.startsWith(`${repository.settings.releases}/`)) return false;
    const id = repository.manuscriptFrom(path, bytes).data?.['id'];
    const [now] = repository.manuscripts([path]);
    return typeof id === 'string' && now?.data?.['id'] !== id;
  });
}
