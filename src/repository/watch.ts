/** Notices what happens to the files of a repository, and tells it when it has been quiet for a moment. */
import { PressError } from '../model/press-error.ts';
import type { Watch, WatchedChanges } from '../model/watching.ts';
import { isReleaseName } from './find-releases.ts';
import { FolderWatch, type FolderWatchOptions } from './folder-watch.ts';
import { fileNameOf } from '../text/file-name-form.ts';

export interface Watched {
  /** Folder of the repository, absolute and without links in it. */
  readonly root: string;
  /** The folder of releases, from the root. */
  readonly releases: string;
  /** Ends the watch. */
  readonly signal: AbortSignal;
}

/** Long enough for a program that writes many files, and for one that puts a new file in the place of the old. */
const QUIET_MILLISECONDS = 100;
/** Where it never gets quiet, what has changed is told all the same. */
const PATIENCE_MILLISECONDS = 2000;

/** Begins to watch. Rejects with a PressError `cannot-watch`. */
export async function watchRepository(watched: Watched): Promise<Watch> {
  const found = new FoundChanges(watched);
  const watch = await begun({
    top: watched.root,
    isConcerned: (path) => isConcerned(path, watched.releases),
    changed: (path) => found.add(path, { isWritten: true }),
    cameOrWent: (path) => found.add(path, { isWritten: false }),
    unclear: () => found.addEverything(),
    failed: (error) => found.fail(error),
  });
  return { next: () => found.next(), close: async () => watch.close() };
}

async function begun(options: FolderWatchOptions): Promise<FolderWatch> {
  try {
    return new FolderWatch(options);
  } catch (error) {
    throw cannotWatch(error);
  }
}

/** Whether a path is, lies in, or leads to something that findings depend on; hidden files among the releases are no releases. */
function isConcerned(path: string, releases: string): boolean {
  if (path === '' || releases === path || releases.startsWith(`${path}/`)) return true;
  if (path.startsWith(`${releases}/`)) return !path.slice(releases.length).includes('/.');
  return isDefinition(path);
}

function isDefinition(path: string): boolean {
  return ['taxonomy.yaml', 'press.yaml', 'schemas'].includes(path) || path.startsWith('schemas/');
}

/** Collects what has changed until somebody asks and it has been quiet for a moment. */
class FoundChanges {
  readonly #watched: Watched;
  #releases = new Set<string>();
  #everything = false;
  #failure: PressError | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstAt = 0;
  #isQuiet = false;
  #wake: () => void = () => undefined;

  constructor(watched: Watched) {
    this.#watched = watched;
    watched.signal.addEventListener('abort', () => this.#wake(), { once: true });
  }

  add(path: string, { isWritten }: { readonly isWritten: boolean }): void {
    const kind = this.#kindOf(path, isWritten);
    if (kind === 'everything') return this.addEverything();
    if (kind === undefined) return;
    this.#releases.add(path);
    this.#waitForQuiet();
  }

  addEverything(): void {
    this.#everything = true;
    this.#waitForQuiet();
  }

  fail(error: unknown): void {
    this.#failure ??= cannotWatch(error);
    this.#wake();
  }

  async next(): Promise<WatchedChanges | undefined> {
    while (!this.#isQuiet && this.#failure === undefined && !this.#watched.signal.aborted)
      await new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.#watched.signal.aborted) return undefined;
    if (this.#failure !== undefined) throw this.#failure;
    const changes = { releases: this.#releases, everything: this.#everything };
    this.#releases = new Set();
    this.#everything = false;
    this.#isQuiet = false;
    return changes;
  }

  #kindOf(path: string, isWritten: boolean): 'release' | 'everything' | undefined {
    const isInside = path.startsWith(`${this.#watched.releases}/`);
    if (!isInside) return isDefinition(path) || path === this.#watched.releases ? 'everything' : undefined;
    if (isReleaseName(fileNameOf(path))) return 'release';
    // A link or an attachment came or went. What is in an attachment is its own affair.
    return isWritten ? undefined : 'everything';
  }

  #waitForQuiet(): void {
    const now = performance.now();
    if (this.#timer === undefined) this.#firstAt = now;
    else if (now - this.#firstAt > PATIENCE_MILLISECONDS) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#isQuiet = true;
      this.#wake();
    }, QUIET_MILLISECONDS);
  }
}

const limits: ReadonlyMap<unknown, string> = new Map([
  ['ENOSPC', 'the system watches as many files as it may (on Linux, fs.inotify.max_user_watches says how many)'],
  [
    'EMFILE',
    'too many files are open or watched (on Linux, fs.inotify.max_user_instances and «ulimit -n» say how many may be)',
  ],
]);

/** The sentence for what the system does not do. */
export function cannotWatch(error: unknown): PressError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const why = limits.get(code) ?? (error instanceof Error ? error.message : String(error));
  return new PressError('cannot-watch', `The files cannot be watched: ${why}.`, {
    hint: 'Raise the limit or close what else watches files; «press validate» without --watch needs neither.',
    cause: error,
  });
}
