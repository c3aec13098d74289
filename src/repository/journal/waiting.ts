/** Reading while a change is half-written: a moment's patience, because the files may not fit together. */
import { setTimeout as pause } from 'node:timers/promises';
import { disk } from '../file-port.ts';
import { Lock } from '../lock.ts';
import { LOCK_PATIENCE_MILLISECONDS } from '../lock-waiting.ts';
import { waitingError } from './errors.ts';
import { isChangeWaiting } from './is-waiting.ts';
import { JournalFolder } from './journal-folder.ts';

const POLL_MILLISECONDS = 50;

/** Resolves when the change has all of its files. Rejects with PressError `interrupted` when nobody is at it any more, or it takes too long. */
export async function untilFinished(root: string, patience: number = LOCK_PATIENCE_MILLISECONDS): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    const isAtWork = new Lock(root, 'press').holder() !== undefined;
    if (!isChangeWaiting(root)) return;
    if (!isAtWork || performance.now() >= deadline) throw waitingError(purposeIn(root));
    await pause(POLL_MILLISECONDS);
  }
}

function purposeIn(root: string): string | undefined {
  const journal = new JournalFolder(disk, root);
  const name = journal.names().find(({ kind }) => kind === 'commit');
  return name === undefined ? undefined : journal.read(name)?.purpose;
}
