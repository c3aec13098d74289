/** What a command wants to change, as a value: printed by `--dry-run`, applied by the one writer. */
import type { ReverseEdits } from './undo.ts';

export interface FileCreation {
  readonly kind: 'create';
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Puts a copy of a file from elsewhere in, byte for byte: a picture, a document. */
export interface FileCopy {
  readonly kind: 'copy';
  /** From the repository's root, with `/`. */
  readonly path: string;
  /** Hex SHA-256 of the bytes: a file that changed meanwhile is refused. */
  readonly digest: string;
  readonly size: number;
  /** The bytes, read anew each time, so that many large files need not be held. Throws PressError. */
  bytes(): Uint8Array;
}

/** Replaces stretches of an existing file. Offsets count UTF-16 units of the decoded text; edits do not overlap. */
export interface FileEdit {
  readonly kind: 'edit';
  readonly path: string;
  /** Digest of the bytes that the offsets belong to: a file that changed meanwhile is refused. */
  readonly digest: string;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** Gives an existing file another place, with edits made on the way; there may be none. Its other bytes, mode and owner stay. */
export interface FileMove extends Omit<FileEdit, 'kind'> {
  readonly kind: 'move';
  /** Where it goes, from the root: a name that is free. Folders are made where they are missing. */
  readonly to: string;
}

export type Change = FileCreation | FileCopy | FileEdit | FileMove;

/** Every name that a change touches: one, or two for a move. */
export function namesOf(change: Change): string[] {
  return change.kind === 'move' ? [change.path, change.to] : [change.path];
}

export interface ChangeSet {
  /** What the change is for, in a few words, as `press recover` would say it. */
  readonly purpose: string;
  readonly changes: readonly Change[];
  /** How the edits among the changes are taken back: kept, so that `undo` can do it. */
  readonly undo?: readonly ReverseEdits[];
  /** The id of an earlier change that this one takes back: what was kept of it goes. */
  readonly takesBack?: string;
}
