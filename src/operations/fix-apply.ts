/** Writes mended files, each by itself, so that one that cannot be written does not stop the others. */
import { PressError, type ErrorCode } from '../model/press-error.ts';
import type { Repository } from '../model/repository.ts';
import type { MendedFile } from './fix.ts';

export interface WrittenFixes {
  readonly written: readonly MendedFile[];
  readonly leftAlone: readonly LeftAlone[];
}

/** A file that stayed as it was. */
export interface LeftAlone {
  readonly file: MendedFile;
  readonly error: PressError;
}

// What one file is refused for; anything else stops the command.
const ofOneFile: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['changed-meanwhile', 'cannot-write', 'not-here']);

/**
 * Writes files under the lock. One that somebody changed or protected in the meantime is left alone.
 *
 * Rejects with PressError `locked`, and with Interrupted once the signal is aborted.
 */
export async function writeFixes(
  repository: Pick<Repository, 'whileLocked' | 'apply'>,
  files: readonly MendedFile[],
  { command, signal }: { readonly command: string; readonly signal: AbortSignal },
): Promise<WrittenFixes> {
  if (files.length === 0) return { written: [], leftAlone: [] };
  const written: MendedFile[] = [];
  const leftAlone: LeftAlone[] = [];
  const write = (file: MendedFile): void => {
    const { path, digest } = file.manuscript;
    try {
      repository.apply({ purpose: command, changes: [{ kind: 'edit', path, digest, edits: file.edits }] });
      written.push(file);
    } catch (error) {
      if (!(error instanceof PressError) || !ofOneFile.has(error.code)) throw error;
      leftAlone.push({ file, error });
    }
  };
  await repository.whileLocked(command, () => files.forEach(write), signal);
  return { written, leftAlone };
}
