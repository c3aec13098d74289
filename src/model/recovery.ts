/** Changes that were begun and interrupted: what is found of them, and what becomes of them. */

/** A text that press could not put where it belongs. */
export interface Conflict {
  /**
   * `edited`: somebody changed the file after the change was decided, and that edit stays. `gone`: the new text has been removed, and the
   * file stays as it was.
   */
  readonly kind: 'edited' | 'gone';
  /** From the repository's root, as every path here. */
  readonly path: string;
  /** Where the text is that press wanted to write; undefined when it is gone. */
  readonly kept: string | undefined;
}

/** What becomes of one change that was interrupted. */
export interface RecoveredChange {
  /** As the command that began it said. */
  readonly purpose: string;
  /** When it was begun: RFC 3339, UTC. */
  readonly since: string;
  /** A change that had been decided is finished; of any other one nothing had been written, and nothing is. */
  readonly outcome: 'finished' | 'taken-back';
  /** How many files it was about. */
  readonly files: number;
  /** Files that get their new text, or their new place, only now. */
  readonly written: readonly string[];
  readonly conflicts: readonly Conflict[];
}

/** A record under `.press/tx/` that cannot be read: nothing is guessed, and nothing of it is touched. */
export interface DamagedRecord {
  readonly path: string;
  /** Whether the change had been decided, so that files may be half changed. */
  readonly isDecided: boolean;
}

export interface RecoveryReport {
  readonly changes: readonly RecoveredChange[];
  readonly damaged: readonly DamagedRecord[];
  /** Texts that nobody needs, left half-written where the record of their change was lost; only «press recover» looks for them. */
  readonly strays?: readonly string[];
}

/** Whose lock it was that was broken. */
export interface BrokenLock {
  readonly command: string;
  readonly host: string;
  readonly pid: number;
  /** RFC 3339, UTC. */
  readonly since: string;
}

/** Finishes what was interrupted. Works where taxonomy.yaml itself is half-written; every method rejects with PressError. */
export interface Recovery {
  /** What `recover` would do. Changes nothing, and waits for nobody: rejects with `locked` while somebody is at work. */
  look(): Promise<RecoveryReport>;
  /** Finishes or takes back, under the lock. */
  recover(): Promise<RecoveryReport>;
  /** The same, when anything waits at all; for a command that is going to write. */
  beforeWriting(command: string): Promise<RecoveryReport>;
  /** Takes the lock away from a command on another machine; undefined when no other machine has it. `dryRun` only looks. */
  breakLock(dryRun: boolean): Promise<BrokenLock | undefined>;
}
