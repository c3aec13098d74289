/** Version control by git: what has changed since a commit, and what is staged for the next one. */
import { PressError } from '../model/press-error.ts';
import { Changes, type ChangedPaths, type Staged, type VersionControl } from '../model/version-control.ts';
import { Git, type GitSurroundings } from './git.ts';
import { fileLimits } from './read-file.ts';
import { readBlobs } from './git-blobs.ts';
import { stagedFiles } from './staged-files.ts';

/** The history of the folder of a press repository, which may lie anywhere in a work tree. */
export function gitHistory(surroundings: GitSurroundings): VersionControl {
  return {
    changedSince: async (revision) => changedSince(await Git.around(surroundings), revision),
    staged: async () => staged(await Git.around(surroundings), surroundings.root),
    async *history(range) {
      const { historyOf } = await import('./git-audit.ts');
      const { ownSources } = await import('./repository-sources.ts');
      yield* historyOf(await Git.around(surroundings).catch(noHistory), {
        range,
        sources: ownSources(surroundings.root),
      });
    },
  };
}

/** Git's own words are about changes. */
function noHistory(error: unknown): never {
  if (!(error instanceof PressError)) throw error;
  throw new PressError('no-version-control', 'There is no history of git here that could be looked into.', {
    hint: 'Leave --git out, or run it where git is installed, in a git repository.',
  });
}

// Porcelain with every setting that could change what it says or start something said otherwise. A submodule is a repository of its
// own, and looking into it would follow its settings.
const difference = [
  'diff',
  '-z',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '--relative',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=all',
];

async function changedSince(git: Git, revision: string | undefined): Promise<Changes> {
  const base = await partingFrom(git, revision);
  const [fields, untracked, submodules] = await Promise.all([
    git.list([...difference, '--end-of-options', base, '--']),
    git.list(['ls-files', '-z', '--others', '--exclude-standard']),
    submodulesOf(git),
  ]);
  const { changed, gone, former } = await changesIn(git, fields);
  return new Changes({ changed: [...changed, ...untracked, ...submodules], gone, former });
}

async function staged(git: Git, root: string): Promise<Staged> {
  const files = await stagedFiles(git, root);
  const fields = await git.list([...difference, '--cached', '--']);
  const { openRepositoryOn } = await import('./open.ts');
  return { repository: await openRepositoryOn(root, files), changes: new Changes(await changesIn(git, fields)) };
}

/** `:MODE MODE OBJECT OBJECT STATUS`, NUL, path, NUL … (git-diff, «Raw output format») by what happened to the path. */
async function changesIn(git: Git, fields: readonly string[]): Promise<Required<ChangedPaths>> {
  const [changed, gone]: [string[], string[]] = [[], []];
  const objects = new Map<string, string>();
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, , object = '', , status = ''] = (fields[at] ?? '').split(' ');
    const path = fields[at + 1] ?? '';
    (status === 'D' ? gone : changed).push(path);
    if (status === 'M' && path.toLowerCase().endsWith('.md')) objects.set(path, object);
  }
  const blobs = await readBlobs(git, [...objects.values()], fileLimits.release);
  const former = new Map<string, Uint8Array>();
  for (const [path, object] of objects) {
    const blob = blobs.get(object);
    if (blob !== undefined && blob !== 'missing' && 'bytes' in blob) former.set(path, blob.bytes);
  }
  return { changed, gone, former };
}

/** What lies in a submodule is not asked about, so all of it counts as changed. */
async function submodulesOf(git: Git): Promise<string[]> {
  const entries = await git.list(['ls-files', '-z', '--stage']);
  return entries
    .filter((entry) => entry.startsWith('160000 '))
    .map((entry) => `${entry.slice(entry.indexOf('\t') + 1)}/`);
}

/** The commit to compare with: where HEAD parted from a revision. */
async function partingFrom(git: Git, revision: string | undefined): Promise<string> {
  const head = await commitOf(git, 'HEAD');
  if (head === undefined) {
    throw new PressError('no-version-control', 'Nothing has been committed yet, so there is nothing to compare with.', {
      hint: 'Leave the option out: «press validate» looks at every release.',
    });
  }
  if (revision === undefined || revision === 'HEAD') return head;
  const other = await commitOf(git, revision);
  if (other === undefined) throw await unknownRevision(git, revision);
  const { status, stdout } = await git.run(['merge-base', '--end-of-options', other, head], { answers: [0, 1] });
  if (status === 0) return stdout.toString().trim();
  throw await noParting(git, revision);
}

async function commitOf(git: Git, revision: string): Promise<string | undefined> {
  const { status, stdout } = await git.run(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    { answers: [0, 1, 128] },
  );
  return status === 0 ? stdout.toString().trim() : undefined;
}

async function isShallow(git: Git): Promise<boolean> {
  return (await git.run(['rev-parse', '--is-shallow-repository'])).stdout.toString() === 'true\n';
}

const fetchAll = 'Fetch it with «git fetch --unshallow»; in GitHub Actions give actions/checkout «fetch-depth: 0».';

async function unknownRevision(git: Git, revision: string): Promise<PressError> {
  const hint = (await isShallow(git))
    ? `This clone holds only a part of the history. ${fetchAll}`
    : 'Name a branch, a tag or a commit: --changed=main. Files and folders go before the option, or behind a revision.';
  return new PressError('no-version-control', `«${revision}» is no commit that git knows here.`, { hint });
}

async function noParting(git: Git, revision: string): Promise<PressError> {
  if (await isShallow(git)) {
    const message = `This clone holds only a part of the history, and not the commit at which HEAD and «${revision}» parted.`;
    return new PressError('no-version-control', message, { hint: fetchAll });
  }
  return new PressError('no-version-control', `«${revision}» and HEAD have no commit in common.`, {
    hint: 'Name the commit that the work began at.',
  });
}
