/** The port to version control: what has changed, and what is about to be committed. */
import type { ProducedFile } from './produced-files.ts';
import type { Repository } from './repository.ts';

export interface VersionControl {
  /**
   * What differs between the work tree and the commit at which HEAD parted from `revision` (the last commit when none is given), new
   * files that are not ignored among it. Rejects with a PressError where that cannot be said.
   */
  changedSince(revision: string | undefined): Promise<Changes>;
  /** The repository as it is staged for the next commit. Rejects with a PressError, also while a merge is not settled. */
  staged(): Promise<Staged>;
  /**
   * What the history holds beside the sources: files as they were committed, messages, names of branches and tags. All of it, or that of a
   * range. Throws PressError where that cannot be said.
   */
  history(range: string | undefined): AsyncIterable<ProducedFile>;
}

export interface Staged {
  /** Its files are the staged ones. It is for reading only. */
  readonly repository: Repository;
  /** What the commit would change. */
  readonly changes: Changes;
}

/** Paths of files, from the root of the press repository, with `/`. */
export interface ChangedPaths {
  /** New files and files that are other than they were; a path with `/` at its end stands for everything below it. */
  readonly changed: Iterable<string>;
  /** Files that were there and are not any more. */
  readonly gone: Iterable<string>;
  /** Path → the bytes that a changed Markdown file had. */
  readonly former?: ReadonlyMap<string, Uint8Array>;
}

/** What has changed, by path. The same letters written with other code points are the same path: systems differ in that. */
export class Changes {
  readonly #changed: ReadonlySet<string>;
  readonly #gone: ReadonlySet<string>;
  /** Folders, with `/`, in which something has changed. */
  readonly #stirred: ReadonlySet<string>;
  /** Path → the bytes that a changed Markdown file had. */
  readonly former: ReadonlyMap<string, Uint8Array>;

  constructor({ changed, gone, former = new Map() }: ChangedPaths) {
    this.former = former;
    this.#changed = new Set([...changed].map(composed));
    this.#stirred = new Set([...this.#changed].flatMap(foldersOf));
    this.#gone = new Set([...gone].map(composed).filter((path) => !this.has(path)));
  }

  /** Whether a file is new, or other than it was; a folder, when something in it is. */
  has(path: string): boolean {
    const name = composed(path);
    if (this.#changed.has(name) || this.#stirred.has(`${name}/`)) return true;
    return foldersOf(name).some((folder) => this.#changed.has(folder));
  }

  /** The file among taxonomy.yaml, press.yaml and the schemas that has changed or gone; undefined when none has. */
  definition(): string | undefined {
    return [...this.#changed, ...this.#gone].find(
      (path) => path === 'taxonomy.yaml' || path === 'press.yaml' || path.startsWith('schemas/'),
    );
  }

  /** Whether a release that lay in a folder has gone; one under a new name has gone from the old one. */
  hasLostRelease(folder: string): boolean {
    const prefix = composed(`${folder}/`);
    return [...this.#gone].some((path) => path.startsWith(prefix) && path.toLowerCase().endsWith('.md'));
  }
}

function composed(path: string): string {
  return path.normalize('NFC');
}

/** `a/b/c` → `a/`, `a/b/`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => `${parts.slice(0, index + 1).join('/')}/`);
}
