import type { Script } from 'node:vm';

/** What one file of the bundle became. */
export interface LoadedChunk {
  readonly name: string;
  /** When the file was last changed, as the disk has it. */
  readonly changed: number;
  readonly script: Script;
  /** Whether V8 took what was kept of it. */
  readonly wasKept: boolean;
}
