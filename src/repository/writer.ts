/** The writing side of a repository: the lock, and what is done while it is held. */
import type { ChangeSet } from '../model/change-set.ts';
import { Interrupted } from '../model/interrupted.ts';
import { applyChanges } from './apply-changes.ts';
import { disk, type FilePort } from './file-port.ts';
import { obstacle } from './journal/errors.ts';
import { recover } from './journal/recover.ts';
import { Lock } from './lock.ts';
import { giveBack, LOCK_PATIENCE_MILLISECONDS, onDisk, takeAtOnce, takeLock } from './lock-waiting.ts';
import { processFacts, type ProcessFacts } from './lock-record.ts';

export interface WriterOptions {
  readonly port?: FilePort;
  readonly facts?: ProcessFacts;
  /** How long to wait for a live holder of the lock, in milliseconds. */
  readonly patience?: number;
  /** Called when a change has been finished that another command had been interrupted at: what was read before may be old. */
  readonly recovered?: () => void;
}

export class RepositoryWriter {
  readonly #root: string;
  readonly #port: FilePort;
  readonly #facts: ProcessFacts;
  readonly #patience: number;
  readonly #recovered: () => void;
  #held: Lock | undefined;
  #signal: AbortSignal | undefined;

  constructor(
    root: string,
    {
      port = disk,
      facts = processFacts(),
      patience = LOCK_PATIENCE_MILLISECONDS,
      recovered = () => undefined,
    }: WriterOptions = {},
  ) {
    this.#root = root;
    this.#port = port;
    this.#facts = facts;
    this.#patience = patience;
    this.#recovered = recovered;
  }

  /**
   * Runs `work` while nobody else may change the repository; `command` is what others are told meanwhile. A live holder is waited for.
   * What an interrupted command has left is finished or taken back first. The lock is given back however the work ends. Rejects with PressError `locked`, or with Interrupted once the signal is aborted:
   * what is still running then can write no more.
   */
  async whileLocked<Result>(
    command: string,
    work: () => Promise<Result> | Result,
    signal?: AbortSignal,
  ): Promise<Result> {
    const lock = new Lock(this.#root, command, { port: this.#port, facts: this.#facts });
    await takeLock(lock, { patience: this.#patience, signal });
    this.#held = lock;
    this.#signal = signal;
    try {
      this.#settle();
      return await orInterrupted(work, signal);
    } finally {
      this.#held = undefined;
      giveBack(lock);
    }
  }

  /** Applies a change set. Outside of `whileLocked` the lock is taken for this one set, without waiting. */
  apply(changes: ChangeSet): void {
    if (this.#signal?.aborted === true) throw new Interrupted();
    if (this.#held !== undefined) this.#applyUnder(this.#held, changes);
    else this.#applyAlone(changes);
  }

  /** First act under the lock. Throws PressError when what was interrupted stands in the way. */
  #settle(): void {
    const report = recover(this.#root, this.#port);
    if (report.changes.some(({ outcome }) => outcome === 'finished')) this.#recovered();
    const refusal = obstacle(report);
    if (refusal !== undefined) throw refusal;
  }

  #applyUnder(lock: Lock, changes: ChangeSet): void {
    onDisk(() => lock.confirm());
    applyChanges(this.#root, changes, this.#port);
  }

  #applyAlone(changes: ChangeSet): void {
    const lock = new Lock(this.#root, changes.purpose, { port: this.#port, facts: this.#facts });
    takeAtOnce(lock);
    try {
      this.#settle();
      this.#applyUnder(lock, changes);
    } finally {
      giveBack(lock);
    }
  }
}

async function orInterrupted<Result>(
  work: () => Promise<Result> | Result,
  signal: AbortSignal | undefined,
): Promise<Result> {
  if (signal === undefined) return work();
  let stop = (): void => undefined;
  const interruption = new Promise<never>((_, reject) => {
    stop = () => reject(new Interrupted());
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(), interruption]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
