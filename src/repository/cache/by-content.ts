/** A memory for which a file is the same when what is in it is. It is another one than that which goes by the disk's numbers. */
import type { Manuscript } from '../../model/manuscript.ts';
import type { FoundFile } from '../find-releases.ts';
import { ContentStamps } from './content-stamps.ts';
import type { MemoryPlan } from './folder-memory.ts';

export interface ContentReading {
  /** The bytes of a file, from the root. Throws for one that cannot be read. */
  bytes(path: string): Uint8Array;
  /** Reads a release, and hands over the bytes that it was made of. */
  manuscript(found: FoundFile, witness: (bytes: Uint8Array) => void): Manuscript;
}

/** Nobody is sure of what was learned of a file that changed between the look at its content and the reading. */
export function byContent(plan: MemoryPlan, reading: ContentReading): MemoryPlan {
  const stamps = new ContentStamps((path) => reading.bytes(path));
  return {
    ...plan,
    factsKey: () => (stamps.isSure ? plan.factsKey()?.concat(' by content') : undefined),
    stampOf: (path) => stamps.stampOf(path),
    read: (found) => reading.manuscript(found, (bytes) => stamps.witness(found.path, bytes)),
  };
}
