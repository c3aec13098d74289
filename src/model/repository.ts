/** The port through which everything reaches a repository of releases. */
import type { ArchiveMemory, Judging } from './archive-memory.ts';
import type { ChangeSet } from './change-set.ts';
import type { DataFileName, DataText } from './data-file.ts';
import type { Manuscript } from './manuscript.ts';
import type { ReleaseSchema } from './schema-violation.ts';
import type { Settings } from './settings.ts';
import type { Taxonomy } from './taxonomy.ts';
import type { UndoRecord } from './undo.ts';

export interface Repository {
  /** The folder that holds taxonomy.yaml, as an absolute path. */
  readonly root: string;
  /** Read on first use; throws PressError when press.yaml cannot be used. */
  readonly settings: Settings;
  /** Read on first use; throws PressError when taxonomy.yaml cannot be used. */
  readonly taxonomy: Taxonomy;
  /** All releases, or the given ones (paths from the root), in path order. What cannot be read comes with its faults. */
  manuscripts(paths?: readonly string[]): Iterable<Manuscript>;
  /**
   * What earlier runs learned of these files; undefined where nobody keeps that: for texts that are not saved, not in the working folder, or
   * lie in memory. For a run that does not judge no verdict is known.
   */
  memory(judging?: Judging): ArchiveMemory | undefined;
  /** A text as if it were the file at `path`. */
  manuscriptFrom(path: string, bytes: Uint8Array): Manuscript;
  /** The schema of a release type; undefined when no schema of that name exists. */
  releaseSchema(type: string): ReleaseSchema | undefined;
  /** Names of the release types, sorted. */
  releaseTypes(): readonly string[];
  /** A text file of the repository with the digest of its bytes (hex SHA-256); undefined when there is none that can be read. */
  fileAt(path: string): { readonly text: string; readonly digest: string } | undefined;
  /** A file of the root with the places of its values; undefined when there is none. Throws PressError for one that cannot be used. */
  dataFile(name: DataFileName): DataText | undefined;
  /** The same repository, read anew: somebody may have changed its files. It is for reading, not for writing. */
  readAnew(): Repository;
  /**
   * The same repository, read anew, as it would be with these texts in the place of its files (paths from the root). It is for reading,
   * not for writing.
   */
  withTexts(texts: ReadonlyMap<string, string>): Repository;
  /** Hex SHA-256 of a text as UTF-8. */
  digestOfText(text: string): string;
  /** Whether something of that path (from the root) exists, whatever it is. */
  exists(path: string): boolean;
  /**
   * The text of a new release file: front matter with the keys in the given order, then the body. Days stand bare, everything else
   * that another YAML reader would misread is quoted, and the text is read back and compared before it is returned.
   */
  compose(entries: readonly (readonly [string, unknown])[], body: string): string;
  /**
   * Runs work while no other command may change the repository, and gives the lock back however it ends. `command` is what the others
   * are told meanwhile. Rejects with PressError `locked`, or with Interrupted once the signal is aborted.
   */
  whileLocked<Result>(command: string, work: () => Promise<Result> | Result, signal?: AbortSignal): Promise<Result>;
  /**
   * Applies a change set, all or nothing; throws PressError and leaves everything as it was otherwise, but for the codes `interrupted` and
   * `conflict`: then it was decided. Only inside of `whileLocked`.
   */
  apply(changes: ChangeSet): void;
  /**
   * Asked when everything has been read: throws PressError `changed-meanwhile` when somebody changed several files since the repository was
   * opened, so that it may be half old and half new. Whoever had the lock was alone.
   */
  confirm(): void;
  /** The last changes that were kept to be taken back, the newest first. Rejects with PressError when they cannot be looked at. */
  undoRecords(): Promise<readonly UndoRecord[]>;
}
