/** What git keeps beside the sources of a repository, as files to be looked into: produced files of the past, messages, names. */
import { PressError } from '../model/press-error.ts';
import { NotUnpacked, type ProducedFile, type ProducedPart } from '../model/produced-files.ts';
import type { Git } from './git.ts';
import { readBlobs, type Blob } from './git-blobs.ts';
import { bytesInMemory } from './produced-bytes.ts';
import { unpack } from './unpack.ts';

const BATCH = 64;
const MOST_BYTES = 64 * 1024 * 1024;
const SHOWN_HASH = 10;

/** `sources` are paths from the press repository's root; `range` is everything where nothing is said. Throws PressError. */
export async function* historyOf(
  git: Git,
  { range, sources }: { readonly range: string | undefined; readonly sources: readonly string[] },
): AsyncGenerator<ProducedFile> {
  const revisions = range === undefined ? ['--all'] : ['--end-of-options', range];
  await requireCommits(git, range, revisions);
  if (range === undefined) yield* names(git);
  for (const message of await git.list(['log', '-z', '--no-show-signature', '--format=%H%n%B', ...revisions, '--'])) {
    const [commit = '', ...lines] = message.split('\n');
    yield textFile(`${commit.slice(0, SHOWN_HASH)} (message)`, lines.join('\n'));
  }
  yield* committedFiles(git, revisions, await insideWorkTree(git, sources));
}

async function requireCommits(git: Git, range: string | undefined, revisions: readonly string[]): Promise<void> {
  const { status, stdout } = await git.run(['rev-list', '--count', ...revisions, '--'], { answers: [0, 128, 129] });
  if (status !== 0) {
    throw new PressError(
      'no-version-control',
      `«${range ?? '--all'}» is no commit, branch or range that git knows here.`,
      {
        hint: 'Write one such as --git main or --git v1.0..main. Files and folders go before the option.',
      },
    );
  }
  if (stdout.toString().trim() === '0') {
    throw new PressError('no-version-control', 'There is no commit to look at.', {
      hint:
        range === undefined
          ? 'Commit something first.'
          : 'Name a range that is not empty, or leave it out for all of the history.',
    });
  }
  if ((await git.run(['rev-parse', '--is-shallow-repository'])).stdout.toString() !== 'true\n') return;
  throw new PressError(
    'no-version-control',
    'This clone holds only a part of the history, so nobody knows what the rest holds.',
    {
      hint: 'Fetch it with «git fetch --unshallow»; in GitHub Actions give actions/checkout «fetch-depth: 0».',
    },
  );
}

/** Names of branches and tags, and what tags say. */
async function* names(git: Git): AsyncGenerator<ProducedFile> {
  const format = '%(refname:short)%00%(if:equals=tag)%(objecttype)%(then)%(contents)%(end)%00';
  const fields = await git.list(['for-each-ref', `--format=${format}`]);
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const name = (fields[at] ?? '').trim();
    yield { ...textFile(name, fields[at + 1] ?? ''), ownName: name };
  }
}

function textFile(name: string, text: string): ProducedFile {
  const bytes = new TextEncoder().encode(text);
  const parts = async function* (): AsyncGenerator<ProducedPart> {
    yield { inside: [], pieces: [bytes] };
  };
  return { name, ownName: '', size: bytes.length, parts };
}

/** The sources as paths from the top of the work tree. */
async function insideWorkTree(git: Git, sources: readonly string[]): Promise<string[]> {
  const prefix = (await git.run(['rev-parse', '--show-prefix'])).stdout.toString('utf8').trimEnd();
  return sources.map((source) => prefix + source);
}

interface Committed {
  readonly commit: string;
  readonly path: string;
  readonly object: string;
}

async function* committedFiles(
  git: Git,
  revisions: readonly string[],
  sources: readonly string[],
): AsyncGenerator<ProducedFile> {
  const log = [
    'log',
    '-z',
    '--reverse',
    '-m',
    '--root',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    '--diff-filter=AM',
    '--no-show-signature',
    '--format=%H',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules=all',
  ];
  const all = [...committed(await git.list([...log, ...revisions, '--']))];
  const wanted = all.filter(({ path }) => !sources.some((source) => path === source || path.startsWith(`${source}/`)));
  const seen = new Set<string>();
  for (let at = 0; at < wanted.length; at += BATCH) {
    const batch = wanted.slice(at, at + BATCH);
    const fresh = batch.filter(({ object }) => !seen.has(object));
    const blobs = await readBlobs(
      git,
      fresh.map(({ object }) => object),
      MOST_BYTES,
    );
    for (const each of batch) {
      // The same bytes under another name: only the name is new.
      yield blobFile(each, seen.has(each.object) ? undefined : (blobs.get(each.object) ?? 'missing'));
      seen.add(each.object);
    }
  }
}

/** `COMMIT`, NUL, and for each file `:MODE MODE OBJECT OBJECT STATUS`, NUL, path, NUL (git-log, `-z --raw`). One entry a path and object. */
function* committed(fields: readonly string[]): Generator<Committed> {
  const known = new Set<string>();
  let commit = '';
  for (let at = 0; at < fields.length; at += 1) {
    const field = (fields[at] ?? '').trim();
    if (!field.startsWith(':')) {
      commit = field;
      continue;
    }
    at += 1;
    const [, mode = '', , object = ''] = field.split(' ');
    const path = fields[at] ?? '';
    const key = `${object} ${path}`;
    if (mode === '160000' || known.has(key)) continue;
    known.add(key);
    yield { commit, path, object };
  }
}

function blobFile({ commit, path }: Committed, blob: Blob | undefined): ProducedFile {
  const name = `${commit.slice(0, SHOWN_HASH)}:${path}`;
  const size = blob !== undefined && blob !== 'missing' && 'bytes' in blob ? blob.bytes.length : 0;
  return { name, ownName: path, size, parts: () => partsOf(name, blob) };
}

async function* partsOf(name: string, blob: Blob | undefined): AsyncGenerator<ProducedPart> {
  if (blob === undefined) return;
  if (blob === 'missing') throw new NotUnpacked('is not in this clone.');
  if (!('bytes' in blob)) throw new NotUnpacked('is bigger than press reads out of git.');
  yield* unpack({ name, bytes: bytesInMemory(blob.bytes) });
}
