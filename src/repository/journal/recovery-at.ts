/** Recovery of the repository in a folder: looking, finishing under the lock, and a lock of another machine. */
import type { BrokenLock, Recovery, RecoveryReport } from '../../model/recovery.ts';
import { disk } from '../file-port.ts';
import { Lock } from '../lock.ts';
import { giveBack, heldBy, LOCK_PATIENCE_MILLISECONDS, onDisk, takeLock } from '../lock-waiting.ts';
import { obstacle } from './errors.ts';
import { isChangeWaiting } from './is-waiting.ts';
import { lookForInterrupted, recover } from './recover.ts';
import { removeStrays, straysIn } from './strays.ts';

/** `root` is absolute. */
export function recoveryAt(root: string, signal: AbortSignal): Recovery {
  return {
    look: async () => look(root),
    recover: async () =>
      underLock(root, { command: 'press recover', signal }, () => ({
        ...recover(root, disk),
        strays: removeStrays(root, disk),
      })),
    beforeWriting: async (command) => {
      // What somebody is preparing at this moment is not interrupted, and no reason to wait.
      if (!isChangeWaiting(root) && isAtWork(root)) return { changes: [], damaged: [] };
      const report = await underLock(root, { command, signal }, () => recover(root, disk));
      const refusal = obstacle(report);
      if (refusal !== undefined) throw refusal;
      return report;
    },
    breakLock: async (dryRun) => breakLock(root, dryRun),
  };
}

function look(root: string): RecoveryReport {
  const holder = onDisk(() => new Lock(root, 'press recover').holder());
  if (holder !== undefined) throw heldBy(holder);
  return { ...lookForInterrupted(root, disk), strays: straysIn(root, disk) };
}

function isAtWork(root: string): boolean {
  return onDisk(() => new Lock(root, 'press recover').holder()) !== undefined;
}

async function underLock(
  root: string,
  { command, signal }: { readonly command: string; readonly signal: AbortSignal },
  work: () => RecoveryReport,
): Promise<RecoveryReport> {
  const lock = new Lock(root, command);
  await takeLock(lock, { patience: LOCK_PATIENCE_MILLISECONDS, signal });
  try {
    return work();
  } finally {
    giveBack(lock);
  }
}

function breakLock(root: string, dryRun: boolean): BrokenLock | undefined {
  const lock = new Lock(root, 'press recover');
  const holder = onDisk(() => lock.holder());
  if (holder !== undefined && !holder.isElsewhere) throw heldBy(holder);
  return dryRun ? holder?.record : onDisk(() => lock.breakElsewhere());
}
