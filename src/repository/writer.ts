/** The writing side of a repository: the lock, and what is done while it is held. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ChangeSet } from '../model/change-set.ts';
import { Interrupted } from '../model/interrupted.ts';
import { PressError } from '../model/press-error.ts';
import { applyChanges } from './apply-changes.ts';
import { disk, type FilePort } from './file-port.ts';
import { Lock, type Holder } from './lock.ts';
import { processFacts, type ProcessFacts } from './lock-record.ts';
import { settle } from './try-again.ts';
import { writeFailure } from './write-failure.ts';

export interface WriterOptions {
  readonly port?: FilePort;
  readonly facts?: ProcessFacts;
  /** How long to wait for a live holder of the lock, in milliseconds. */
  readonly patience?: number;
}

const PATIENCE_MILLISECONDS = 5_000;
const POLL_MILLISECONDS = 50;

export class RepositoryWriter {
  readonly #root: string;
  readonly #port: FilePort;
  readonly #facts: ProcessFacts;
  readonly #patience: number;
  #held: Lock | undefined;
  #signal: AbortSignal | undefined;

  constructor(
    root: string,
    { port = disk, facts = processFacts(), patience = PATIENCE_MILLISECONDS }: WriterOptions = {},
  ) {
    this.#root = root;
    this.#port = port;
    this.#facts = facts;
    this.#patience = patience;
  }

  /**
   * Runs `work` while nobody else may change the repository; `command` is what others are told meanwhile. A live holder is waited for.
   * The lock is given back however the work ends. Rejects with PressError `locked`, or with Interrupted once the signal is aborted:
   * what is still running then can write no more.
   */
  async whileLocked<Result>(
    command: string,
    work: () => Promise<Result> | Result,
    signal?: AbortSignal,
  ): Promise<Result> {
    const lock = new Lock(this.#root, command, { port: this.#port, facts: this.#facts });
    await this.#take(lock, signal);
    this.#held = lock;
    this.#signal = signal;
    try {
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

  #applyUnder(lock: Lock, changes: ChangeSet): void {
    onDisk(() => lock.confirm());
    applyChanges(this.#root, changes, this.#port);
  }

  #applyAlone(changes: ChangeSet): void {
    const lock = new Lock(this.#root, changes.purpose, { port: this.#port, facts: this.#facts });
    const holder = onDisk(() => takeOrLeave(lock));
    if (holder !== undefined) throw heldBy(holder);
    try {
      this.#applyUnder(lock, changes);
    } finally {
      giveBack(lock);
    }
  }

  async #take(lock: Lock, signal: AbortSignal | undefined): Promise<void> {
    const deadline = performance.now() + this.#patience;
    for (;;) {
      if (signal?.aborted === true) throw new Interrupted();
      const holder = onDisk(() => takeOrLeave(lock));
      if (holder === undefined) return;
      if (holder.isElsewhere || performance.now() >= deadline) throw heldBy(holder);
      await pause(POLL_MILLISECONDS);
    }
  }
}

/** A lock that was half taken when the disk refused is given back. */
function takeOrLeave(lock: Lock): Holder | undefined {
  try {
    return lock.take();
  } catch (error) {
    giveBack(lock);
    throw error;
  }
}

/** A lock that cannot be removed is one that the next command finds left behind by a process that ended. */
function giveBack(lock: Lock): void {
  settle([() => lock.release()]);
}

function onDisk<Result>(step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw writeFailure(error, '.press/lock');
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

function heldBy({ record, isElsewhere }: Holder): PressError {
  if (record === undefined) {
    return new PressError('locked', 'Another command is changing this repository.', {
      hint: 'Wait a moment, then run the command again.',
    });
  }
  const { command, pid, host, since } = record;
  const who = `«${command}» (process ${pid}${isElsewhere ? ` on ${host}` : ''}) has been changing this repository since ${since}.`;
  return new PressError('locked', who, {
    hint: isElsewhere
      ? 'Wait until it is done. If that machine no longer runs it, «press recover --break-lock» removes its lock.'
      : 'Wait until it is done, then run the command again.',
  });
}
