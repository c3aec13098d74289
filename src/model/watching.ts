/** The port to a repository that somebody works on while press looks at it. */
import type { EpochMilliseconds } from './clock.ts';
import type { Repository } from './repository.ts';

export interface Watching {
  /** The repository as it is now, opened anew. Rejects with a PressError. */
  open(): Promise<Repository>;
  now(): EpochMilliseconds;
  /** The time of day where the person is, as `14:03:22`. */
  clock(): string;
  /** Notices from now on what happens to the definitions and in a folder of releases. Rejects with a PressError. */
  start(releases: string): Promise<Watch>;
}

export interface Watch {
  /**
   * What has changed since the last call: resolves when something has and a moment of quiet has followed, so that many changes at once
   * are one; undefined when the command is to end. Rejects with a PressError when the system gives no notice any more.
   */
  next(): Promise<WatchedChanges | undefined>;
  close(): Promise<void>;
}

export interface WatchedChanges {
  /** Releases that are new, other or gone, from the root. */
  readonly releases: ReadonlySet<string>;
  /** Something has changed that every release may depend on: taxonomy.yaml, press.yaml, a schema, a file that is no release. */
  readonly everything: boolean;
}
