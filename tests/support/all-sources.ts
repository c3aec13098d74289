/** Every source of an import at once, where the program reads one after the other. */
import { readSources, type SourceReading, type SourcesRead } from '../../src/operations/bring-in-sources.ts';
import type { ReadSource } from '../../src/operations/bring-in-wish.ts';

export interface AllSources extends SourcesRead {
  readonly sources: readonly ReadSource[];
}

export async function allSources(names: readonly string[], reading: SourceReading): Promise<AllSources> {
  const sources: ReadSource[] = [];
  const read = await readSources(names, reading, (source) => sources.push(source));
  return { ...read, sources };
}
