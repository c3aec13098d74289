/** Everything that the world lends to a command. Tests lend their own. */
import type { ChangeSet } from './change-set.ts';
import type { EpochMilliseconds } from './clock.ts';
import type { Chunk } from './export-format.ts';
import type { LocalFile } from './local-file.ts';
import type { FolderOutcome, FolderWish } from './output-folder.ts';
import type { PersonsData } from './persons-data.ts';
import type { ProducedFile, ProducedFiles } from './produced-files.ts';
import type { Recovery } from './recovery.ts';
import type { Repository } from './repository.ts';
import type { VersionControl } from './version-control.ts';
import type { Watching } from './watching.ts';

/** Colour by meaning; without colour each returns its text unchanged. */
export interface Paint {
  bad(text: string): string;
  warn(text: string): string;
  good(text: string): string;
  quiet(text: string): string;
  path(text: string): string;
  strong(text: string): string;
}

export interface PickChoice {
  readonly value: string;
  readonly label: string;
  /** More words that find it. */
  readonly words: readonly string[];
  readonly description?: string;
}

/** Questions to a person at a terminal. */
export interface Ask {
  text(question: TextQuestion): Promise<string>;
  /** Search as you type; `many` lets several be ticked. Returns the values. */
  pick(question: PickQuestion): Promise<readonly string[]>;
  confirm(question: { readonly message: string; readonly initial: boolean }): Promise<boolean>;
}

export interface TextQuestion {
  readonly message: string;
  readonly initial?: string;
  /** True, or the sentence that says what is wrong. */
  readonly check?: (answer: string) => true | string;
}

export interface PickQuestion {
  readonly message: string;
  readonly choices: readonly PickChoice[];
  readonly many: boolean;
  readonly required: boolean;
  /** Values that are ticked to begin with. */
  readonly initial?: readonly string[];
}

/** A folder that is to become a repository, and what press ships for one. */
export interface Foundation {
  /** Whether something of that path (from the folder) exists, whatever it is. */
  exists(path: string): boolean;
  /** The text of a file that press ships, such as `taxonomy.yaml` or `schemas/release.schema.json`. */
  shipped(path: string): string;
  /** Paths of the shipped schemas that a repository owns a copy of. */
  readonly schemas: readonly string[];
  /** Throws PressError when a text is no taxonomy that press can use. */
  checkTaxonomy(text: string): void;
  /** Makes the folder where there is none and applies a change set, all or nothing. */
  apply(changes: ChangeSet): void;
}

export interface Environment {
  /** The repository around the person, opened on first use; rejects with a PressError when there is none. */
  repository(): Promise<Repository>;
  /** The one moment of this run. */
  readonly now: EpochMilliseconds;
  /** Folder the person stands in, absolute. */
  readonly cwd: string;
  /** What the surroundings say under a name such as `GITHUB_ACTIONS`; undefined for nothing, or an empty text. */
  variable(name: string): string | undefined;
  /** Writes the product. Resolves when the reader has room for more. */
  out(text: string): Promise<void>;
  /** Writes a product that comes in many pieces, as many as the reader has room for. */
  send(chunks: Iterable<Chunk>): Promise<void>;
  /** Says something to the person on stderr, as whole lines. `--quiet` silences it. */
  say(text: string): void;
  /** Says why a run ends with another status than 0: nothing silences that. */
  warn(text: string): void;
  readonly paint: Paint;
  readonly paintErrors: Paint;
  /** Columns of the terminal; 80 when there is none. */
  readonly width: number;
  /** Rows of the terminal; undefined where nothing can be drawn anew: there is none, or it is a dumb one. */
  readonly rows: number | undefined;
  readonly outIsTerminal: boolean;
  /** Undefined when nobody can be asked. */
  readonly ask: Ask | undefined;
  /** All of standard input, for `-`: at most `limit` bytes, as many as a release may have where nothing is said. */
  stdin(limit?: number): Promise<Uint8Array>;
  /** Shows on a terminal how far long work has come, in the place of what it showed before; an empty text takes it away. */
  progress(text: string): void;
  readonly files: Files;
  /** What has changed in the repository around the person. */
  readonly versionControl: VersionControl;
  /** The repository around the person while it changes. */
  readonly watching: Watching;
  /** What was interrupted in the repository around the person. */
  readonly recovery: Recovery;
  /** A folder, as the person gave it, that `press init` is to fill. */
  foundation(folder: string): Promise<Foundation>;
  /** `Repository.confirm`, for a command that opened one. */
  confirm(): void;
  /** Aborted by an interrupt, or when the reader of the output went away. */
  readonly signal: AbortSignal;
}

/** Files outside the repository's own: sources to import, outputs to write. Paths are as the person gave them. */
export interface Files {
  /** The bytes of an ordinary file of at most `limit` bytes, 10 MiB where nothing is said. Throws PressError. */
  read(path: string, limit?: number): Uint8Array;
  /** A file below a folder by a path that somebody else has written: nothing leads out of the folder, neither `..` nor a link. */
  inside(folder: string, path: string): LocalFile;
  /** A YAML file. Rejects with PressError, which names the line, for anything else. */
  readData(path: string): Promise<PersonsData>;
  /** When the path is a folder: the paths of the files in it and below, sorted, links left out; undefined otherwise. */
  list(path: string): readonly string[] | undefined;
  /** Temp file and rename; an existing pipe or device is written into; links and the repository's sources are refused. */
  write(path: string, chunks: Iterable<Chunk>): Promise<void>;
  /** Whether a folder is there. */
  isFolder(path: string): boolean;
  /**
   * Fills a folder: every file whole, all or none, those with the same bytes untouched, and what an earlier run wrote and this one does
   * not is removed. Rejects with PressError and leaves the folder as it was.
   */
  writeFolder(path: string, wish: FolderWish): Promise<FolderOutcome>;
  /** What `write` would do to the file: add it, change it, or find the same bytes. Rejects as `write`. */
  compare(path: string, chunks: Iterable<Chunk>): Promise<'add' | 'change' | 'same'>;
  /** Takes an output of an earlier run away, if there is one; refuses what `write` would. Returns whether there was one. */
  remove(path: string): Promise<boolean>;
  /** Adds text to the end of an ordinary file, or makes one; a link is refused, and so are the repository's sources. Rejects with PressError. */
  append(path: string, text: string): Promise<void>;
  /** The files and folders that somebody wants to have looked into. Rejects with PressError for a path where there is nothing to look at. */
  produced(paths: readonly string[]): Promise<ProducedFiles>;
  /** Bytes that are no file, such as standard input, as one. */
  producedBytes(name: string, bytes: Uint8Array): Promise<ProducedFile>;
  /** Path as seen from the person's folder. */
  display(path: string): string;
  /** Turns a person's path into one from the repository's root with `/`; undefined when it lies outside. */
  inRepository(path: string): string | undefined;
}
