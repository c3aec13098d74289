/** Taking a lock from whoever may have it: waiting for the living, and saying who they are. */
import { setTimeout as pause } from 'node:timers/promises';
import { Interrupted } from '../model/interrupted.ts';
import { PressError } from '../model/press-error.ts';
import type { Holder, Lock } from './lock.ts';
import { settle } from './try-again.ts';
import { writeFailure } from './write-failure.ts';

/** How long a command waits for another one that is writing. */
export const LOCK_PATIENCE_MILLISECONDS = 5_000;
const POLL_MILLISECONDS = 50;

/** Takes a lock, waiting for a living holder. Rejects with PressError `locked`, or with Interrupted once the signal is aborted. */
export async function takeLock(
  lock: Lock,
  { patience, signal }: { readonly patience: number; readonly signal: AbortSignal | undefined },
): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    if (signal?.aborted === true) throw new Interrupted();
    const holder = onDisk(() => takeOrLeave(lock));
    if (holder === undefined) return;
    if (holder.isElsewhere || performance.now() >= deadline) throw heldBy(holder);
    await pause(POLL_MILLISECONDS);
  }
}

/** Takes a lock, or throws PressError `locked` at once. */
export function takeAtOnce(lock: Lock): void {
  const holder = onDisk(() => takeOrLeave(lock));
  if (holder !== undefined) throw heldBy(holder);
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
export function giveBack(lock: Lock): void {
  settle([() => lock.release()]);
}

export function onDisk<Result>(step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw writeFailure(error, '.press/lock');
  }
}

/** What somebody is told who may not have the lock. */
export function heldBy({ record, isElsewhere }: Holder): PressError {
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
