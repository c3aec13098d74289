/** The one place that knows the real world: lends a command its repository, files, clock and voice. */
import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Environment, Files } from '../model/environment.ts';
import type { Chunk } from '../model/export-format.ts';
import type { LocalFile } from '../model/local-file.ts';
import { PressError } from '../model/press-error.ts';
import type { FolderOutcome, FolderWish } from '../model/output-folder.ts';
import type { PersonsData } from '../model/persons-data.ts';
import type { ProducedFile, ProducedFiles } from '../model/produced-files.ts';
import type { Recovery } from '../model/recovery.ts';
import type { Repository } from '../model/repository.ts';
import type { VersionControl } from '../model/version-control.ts';
import type { Watching } from '../model/watching.ts';
import { fileInside } from '../repository/file-inside.ts';
import { findRoot, listFolder, realFolder } from '../repository/folders.ts';
import { isAnythingWaiting } from '../repository/journal/is-waiting.ts';
import { fileLimits, readRegularFile, tooBig, unreadable, UnreadableFile } from '../repository/read-file.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import type { Globals } from './options/globals.ts';
import { loadPaint, plainPaint, wantsColour } from './terminal/colour.ts';
import type { Output } from './terminal/output.ts';
import { toldLines } from './terminal/told-lines.ts';
import type { World } from './world.ts';

export interface Composition {
  readonly world: World;
  readonly globals: Globals;
  readonly out: Output;
  readonly err: Output;
  readonly signal: AbortSignal;
}

const pipeWidth = 80;

/** The environment of one run. Nothing of the repository is read before it is asked for. */
export async function createEnvironment(parts: Composition): Promise<Environment> {
  const { world, globals, out, err, signal } = parts;
  let opened: Repository | undefined;
  const repository = once(async () => (opened = await openAround(world.cwd, globals.repo)));
  const confirm = (): void => opened?.confirm();
  const outIsTerminal = world.stdout.isTTY === true;
  const paint = await paintFor(world.stdout, parts);
  const paintErrors = await paintFor(world.stderr, parts);
  return {
    repository,
    now: world.now(),
    cwd: world.cwd,
    variable: (name) => (Object.hasOwn(world.env, name) ? world.env[name] : undefined) || undefined,
    out: (text) => out.write(text),
    send: async (chunks) => {
      const { inPieces } = await import('../repository/pieces.ts');
      for (const piece of inPieces(chunks)) await out.write(piece);
    },
    say: (text) => {
      if (!globals.quiet) err.say(toldLines(text, world.stderr));
    },
    warn: (text) => err.say(toldLines(text, world.stderr)),
    paint,
    paintErrors,
    // A window may get another size while a command runs.
    get width() {
      return columnsOf(world.stdout) ?? pipeWidth;
    },
    get rows() {
      return rowsOf(world);
    },
    outIsTerminal,
    ask:
      outIsTerminal && world.stdin.isTTY === true && !globals.noInput ? await loadAsk(world, paintErrors) : undefined,
    stdin: (limit) => readAll(world, limit),
    progress: progressOn(world, err),
    files: new PersonsFiles(world.cwd, {
      root: () => realFolder(rootAround(world.cwd, globals.repo)),
      signal,
      confirm,
    }),
    versionControl: versionControlOf(parts),
    watching: watchingOf(parts),
    recovery: recoveryOf(parts),
    foundation: async (folder) =>
      (await import('../repository/foundation.ts')).foundationOf(resolve(world.cwd, folder)),
    confirm,
    signal,
  };
}

const CLEAR_LINE = '\r\u001B[K';

/** On a terminal that can draw a line anew; elsewhere nothing. */
function progressOn({ stderr, env }: World, err: Output): (text: string) => void {
  if (stderr.isTTY !== true || env['TERM'] === 'dumb') return () => undefined;
  return (text) => err.say(`${CLEAR_LINE}${terminalSafe(text).slice(0, (columnsOf(stderr) ?? pipeWidth) - 1)}`);
}

/** Some terminals say that they have no columns at all. */
function columnsOf({ columns }: Pick<World['stdout'], 'columns'>): number | undefined {
  return columns === 0 ? undefined : columns;
}

const usualRows = 24;

function rowsOf({ stdout, env }: World): number | undefined {
  return stdout.isTTY === true && env['TERM'] !== 'dumb' ? (stdout.rows ?? usualRows) : undefined;
}

function versionControlOf({ world, globals }: Composition): VersionControl {
  const load = async (): Promise<VersionControl> => {
    const { cwd, env } = world;
    const root = realFolder(rootAround(cwd, globals.repo));
    return (await import('../repository/git-history.ts')).gitHistory({ root, cwd, env });
  };
  return {
    changedSince: async (revision) => (await load()).changedSince(revision),
    staged: async () => (await load()).staged(),
    async *history(range) {
      yield* (await load()).history(range);
    },
  };
}

function watchingOf({ world, globals, signal }: Composition): Watching {
  let root: string | undefined;
  // While somebody works on it, the repository stays the same one, even if its vocabulary is gone for a moment.
  const sameRoot = (): string => (root ??= realFolder(rootAround(world.cwd, globals.repo)));
  return {
    open: async () => (await import('../repository/open.ts')).openRepository(sameRoot()),
    now: () => world.now(),
    clock: () => timeOfDay(new Date(world.now())),
    start: async (releases) =>
      (await import('../repository/watch.ts')).watchRepository({ root: sameRoot(), releases, signal }),
  };
}

/** Needs neither vocabulary nor settings, which may be half-written. */
function recoveryOf({ world, globals, signal }: Composition): Recovery {
  const load = async (): Promise<Recovery> => {
    const { recoveryAt } = await import('../repository/journal/recovery-at.ts');
    return recoveryAt(realFolder(rootToRecover(world.cwd, globals.repo)), signal);
  };
  return {
    look: async () => (await load()).look(),
    recover: async () => (await load()).recover(),
    beforeWriting: async (command) => {
      const root = globals.repo === undefined ? findRoot(world.cwd) : resolve(world.cwd, globals.repo);
      return root !== undefined && isAnythingWaiting(root)
        ? (await load()).beforeWriting(command)
        : { changes: [], damaged: [] };
    },
    breakLock: async (dryRun) => (await load()).breakLock(dryRun),
  };
}

function timeOfDay(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

async function paintFor(stream: World['stdout'], { world, globals }: Composition): Promise<Environment['paint']> {
  const level = wantsColour(stream, { env: world.env, noColor: globals.noColor });
  return level === 0 ? plainPaint : loadPaint(level);
}

async function loadAsk(world: World, paint: Environment['paint']): Promise<Environment['ask']> {
  const { askAtTerminal } = await import('./terminal/ask.ts');
  return askAtTerminal(world, paint);
}

/** The root of the repository that the person means, without reading anything in it. Throws PressError. */
function rootAround(cwd: string, repo: string | undefined): string {
  if (repo !== undefined) return namedRoot(resolve(cwd, repo), repo);
  const root = findRoot(cwd);
  if (root !== undefined) return root;
  throw new PressError(
    'no-repository',
    'There is no press repository here: no taxonomy.yaml in this folder or above it.',
    {
      hint: 'Go into one, name one with «-C DIR», or make one with «press init».',
    },
  );
}

/** The same, where `press init` may have been interrupted before there was a vocabulary. */
function rootToRecover(cwd: string, repo: string | undefined): string {
  const here = resolve(cwd, repo ?? '.');
  return isAnythingWaiting(here) ? here : rootAround(cwd, repo);
}

function namedRoot(folder: string, words: string): string {
  // An empty word is a variable that nobody has set, and not the folder that one stands in.
  if (words !== '' && findRoot(folder) === folder) return folder;
  throw new PressError('no-repository', `«${words}» has no taxonomy.yaml, so it is no press repository.`, {
    hint: 'Name the folder that has one, or make a new repository with «press init».',
  });
}

async function openAround(cwd: string, repo: string | undefined): Promise<Repository> {
  const root = rootAround(cwd, repo);
  const { openRepository } = await import('../repository/open.ts');
  return openRepository(root);
}

function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => (result ??= work());
}

/** Everything on standard input. Rejects with a PressError for more than a release may hold, and for what cannot be read, such as a folder. */
async function readAll({ stdin }: World, limit: number = fileLimits.release): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stdin) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
      chunks.push(bytes);
      length += bytes.length;
      if (length > limit) throw tooBig('is longer than a file may be', limit);
    }
  } catch (error) {
    throw unreadableFile('-', error);
  }
  return Buffer.concat(chunks);
}

/** An error of the reader, told about the file by the name that the person used. */
function unreadableFile(name: string, error: unknown): unknown {
  const why = unreadable(error);
  if (!(why instanceof UnreadableFile)) return why;
  return new PressError('unreadable-file', `«${name}» ${why.message}.`, {
    hint: 'Look at the name, and whether you may read it.',
  });
}

interface Surroundings {
  readonly root: () => string;
  readonly signal: AbortSignal;
  /** Throws when what was read, and is to be written now, does not fit together. */
  readonly confirm: () => void;
}

/** Files that the person names, as seen from where they stand. */
class PersonsFiles implements Files {
  readonly #cwd: string;
  readonly #root: () => string;
  readonly #signal: AbortSignal;
  readonly #confirm: () => void;

  constructor(cwd: string, { root, signal, confirm }: Surroundings) {
    this.#cwd = cwd;
    this.#root = root;
    this.#signal = signal;
    this.#confirm = confirm;
  }

  read(path: string, limit: number = fileLimits.release): Uint8Array {
    try {
      // The reader's buffer serves the next file, too: this one is kept.
      return new Uint8Array(readRegularFile(resolve(this.#cwd, path), limit));
    } catch (error) {
      throw unreadableFile(path, error);
    }
  }

  inside(folder: string, path: string): LocalFile {
    return fileInside(resolve(this.#cwd, folder), path);
  }

  async readData(path: string): Promise<PersonsData> {
    const { personsData } = await import('../repository/persons-data.ts');
    return personsData(path, this.read(path, fileLimits.data));
  }

  list(path: string): readonly string[] | undefined {
    try {
      return listFolder(resolve(this.#cwd, path))?.map((file) => posix(`${path.replace(/\/$/, '')}/${file}`));
    } catch (error) {
      throw unreadableFile(path, error);
    }
  }

  async write(path: string, chunks: Iterable<Chunk>): Promise<void> {
    const { writeOutput } = await import('../repository/write-output.ts');
    await writeOutput(path, this.#confirmed(chunks), { cwd: this.#cwd, root: this.#rootIfAny(), signal: this.#signal });
  }

  isFolder(path: string): boolean {
    return statSync(resolve(this.#cwd, path), { throwIfNoEntry: false })?.isDirectory() === true;
  }

  async writeFolder(path: string, wish: FolderWish): Promise<FolderOutcome> {
    const { writeFolder } = await import('../repository/write-folder.ts');
    return writeFolder(
      path,
      { ...wish, files: this.#confirmed(wish.files) },
      { cwd: this.#cwd, root: this.#rootIfAny(), signal: this.#signal },
    );
  }

  async compare(path: string, chunks: Iterable<Chunk>): Promise<'add' | 'change' | 'same'> {
    const { compareOutput } = await import('../repository/write-output.ts');
    return compareOutput(path, chunks, { cwd: this.#cwd, root: this.#rootIfAny() });
  }

  async remove(path: string): Promise<boolean> {
    const { removeOutput } = await import('../repository/write-output.ts');
    this.#confirm();
    return removeOutput(path, { cwd: this.#cwd, root: this.#rootIfAny() });
  }

  async produced(paths: readonly string[]): Promise<ProducedFiles> {
    const { producedFiles } = await import('../repository/produced-files.ts');
    return producedFiles(paths, { cwd: this.#cwd, root: this.#root() });
  }

  async producedBytes(name: string, bytes: Uint8Array): Promise<ProducedFile> {
    return (await import('../repository/produced-files.ts')).producedBytes(name, bytes);
  }

  async append(path: string, text: string): Promise<void> {
    const { appendOutput } = await import('../repository/append-output.ts');
    appendOutput(path, text, { cwd: this.#cwd, root: this.#rootIfAny() });
  }

  display(path: string): string {
    const shown = relative(this.#cwd, resolve(this.#root(), path));
    return shown === '' ? '.' : posix(shown);
  }

  inRepository(path: string): string | undefined {
    const inside = relative(this.#root(), realFolder(resolve(this.#cwd, path)));
    return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? undefined : posix(inside);
  }

  /** Asks behind the last one, before any name changes hands. */
  *#confirmed<Item>(items: Iterable<Item>): Generator<Item> {
    yield* items;
    this.#confirm();
  }

  #rootIfAny(): string | undefined {
    try {
      return this.#root();
    } catch {
      return undefined;
    }
  }
}

function posix(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
