/** What a process lends to the program: its streams, folder and clock. Tests lend their own. */
import type { Readable, Writable } from 'node:stream';
import { wholeFileOr } from './whole-file.ts';
import { PressError } from '../model/press-error.ts';

export interface World {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970-01-01T00:00:00Z. No environment variable changes it. */
  now(): number;
  /** Calls back at an interrupt or a request to end; returns what takes the callback away. */
  onSignal(callback: (signal: 'SIGINT' | 'SIGTERM') => void): () => void;
}

const STDOUT = 1;

function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new PressError('unreadable-file', 'The folder that you stand in does not exist any more.', {
      hint: 'Go into another one.',
    });
  }
}

/** The world of this process. */
export function processWorld(): World {
  return {
    // Asking for it loads what reads files as streams: most runs read nothing there.
    get stdin() {
      return process.stdin;
    },
    stdout: wholeFileOr(STDOUT, () => process.stdout),
    stderr: process.stderr,
    get cwd() {
      return currentFolder();
    },
    env: process.env,
    now: () => Date.now(),
    onSignal(callback) {
      const interrupt = (): void => callback('SIGINT');
      const terminate = (): void => callback('SIGTERM');
      process.once('SIGINT', interrupt).once('SIGTERM', terminate);
      return () => process.off('SIGINT', interrupt).off('SIGTERM', terminate);
    },
  };
}
