/** Writes into what exists and must stay what it is: a pipe, a terminal, /dev/null. */
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Interrupted } from '../model/interrupted.ts';
import { codeOf } from './file-port.ts';
import { noProgress } from './stage-writer.ts';

const POLL_MILLISECONDS = 50;
const FULL_PIPE_MILLISECONDS = 5;

/** Waits for a pipe's reader, then writes everything. Rejects with what the system says, or with Interrupted. */
export async function writeInto(
  path: string,
  pieces: Iterable<Buffer>,
  signal: AbortSignal | undefined,
): Promise<void> {
  // Kept open from the first moment: a reader that saw its writer go away would take that for the end.
  const descriptor = await openWithReader(path, signal);
  try {
    for (const piece of pieces) await writePiece({ descriptor, path }, piece, signal);
  } finally {
    closeSync(descriptor);
  }
}

/** Opening a pipe that nobody reads would hold the process where no interrupt reaches it; asking again and again does not. */
async function openWithReader(path: string, signal: AbortSignal | undefined): Promise<number> {
  for (;;) {
    requireGoingOn(signal);
    try {
      return openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
    } catch (error) {
      if (codeOf(error) !== 'ENXIO') throw error;
    }
    await pause(POLL_MILLISECONDS);
  }
}

/** A pipe that is full takes more once its reader has read. */
async function writePiece(
  { descriptor, path }: { readonly descriptor: number; readonly path: string },
  piece: Buffer,
  signal: AbortSignal | undefined,
): Promise<void> {
  let rest = piece;
  while (rest.length > 0) {
    requireGoingOn(signal);
    try {
      const written = writeSync(descriptor, rest);
      if (written <= 0) throw noProgress(path);
      rest = rest.subarray(written);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      await pause(FULL_PIPE_MILLISECONDS);
    }
  }
}

function requireGoingOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new Interrupted();
}
