/** Writes into what exists and must stay what it is: a pipe, a terminal, /dev/null. */
import { closeSync, constants, openSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Interrupted } from '../model/interrupted.ts';
import { codeOf } from './file-port.ts';

const POLL_MILLISECONDS = 50;

/** Waits for a pipe's reader, then writes everything. Rejects with what the system says, or with Interrupted. */
export async function writeInto(
  path: string,
  pieces: Iterable<Buffer>,
  signal: AbortSignal | undefined,
): Promise<void> {
  await someoneReading(path, signal);
  const handle = await open(path, constants.O_WRONLY);
  try {
    for (const piece of pieces) {
      if (signal?.aborted === true) throw new Interrupted();
      let rest = piece;
      while (rest.length > 0) rest = rest.subarray((await handle.write(rest)).bytesWritten);
    }
  } finally {
    await handle.close();
  }
}

/** Opening a pipe that nobody reads would hold the process where no interrupt reaches it; asking again and again does not. */
async function someoneReading(path: string, signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    try {
      return closeSync(openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0)));
    } catch (error) {
      if (codeOf(error) !== 'ENXIO') throw error;
    }
    if (signal?.aborted === true) throw new Interrupted();
    await pause(POLL_MILLISECONDS);
  }
}
