/** A folder that press fills and keeps: what is asked for, and what came of it. */
import type { OutputFile } from './export-format.ts';

export interface FolderWish {
  readonly files: Iterable<OutputFile>;
  /** What writes: `feeds`, the id of a format, or that and the name of what its parts make up. What it wrote there before and writes no more is removed. */
  readonly from: string;
  /** RFC 3339: the moment that publicness was judged at. */
  readonly asOf: string;
  /** Looks only: nothing is written. */
  readonly dryRun: boolean;
}

/** Names from the folder, sorted. */
export interface FolderOutcome {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Same bytes, and the file was not touched. */
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** No longer part of the output, but somebody changed them: they stay, and are told of until somebody removes them. */
  readonly kept: readonly string[];
}
