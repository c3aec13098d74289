/**
 * Three versions of a release: what an import wrote last, what people have made of it, what the source says now.
 *
 * What the source has changed and nobody else comes in; what people have changed stays; where both did, it stays and is reported.
 */
import { bodyPart, type Marks } from '../model/written-marks.ts';

export interface Versions {
  /** What the last import wrote; undefined when it left no marks. */
  readonly base: Marks | undefined;
  /** What stands in the file. */
  readonly current: Marks;
  /** What would be written now. */
  readonly incoming: Marks;
}

export interface Merge {
  /** Parts to be written, or taken out, as the source has them. */
  readonly taken: readonly string[];
  /** Parts that both have changed. */
  readonly disputed: readonly string[];
  /** The marks from which the next import starts. */
  readonly base: Marks;
}

/** Names that a release keeps whatever happens to its source, and what press says of the import itself. */
export const frozenParts: ReadonlySet<string> = new Set(['id', 'slug', 'origin']);

/** Compares part by part. Of `silent` parts the source says nothing: they stay. */
export function mergeVersions(versions: Versions, silent: ReadonlySet<string>): Merge {
  const taken: string[] = [];
  const disputed: string[] = [];
  const base = new Map<string, string>();
  for (const part of partsOf(versions)) {
    const verdict = silent.has(part) && !versions.incoming.has(part) ? 'same' : verdictOn(part, versions);
    if (verdict === 'taken') taken.push(part);
    if (verdict === 'disputed') disputed.push(part);
    const mark = (verdict === 'disputed' || silent.has(part) ? versions.base : versions.incoming)?.get(part);
    if (mark !== undefined) base.set(part, mark);
  }
  return { taken, disputed, base };
}

/** The parts that the source states or stated; what people have added is theirs. */
function partsOf({ base, incoming }: Versions): string[] {
  const parts = new Set([...incoming.keys(), ...(base?.keys() ?? [])]);
  parts.delete(bodyPart);
  return [...parts, bodyPart].filter((part) => !frozenParts.has(part));
}

function verdictOn(part: string, { base, current, incoming }: Versions): 'same' | 'taken' | 'disputed' {
  const [now, before, next] = [current.get(part), base?.get(part), incoming.get(part)];
  if (next === now) return 'same';
  // Without marks nobody knows whose words those in the file are.
  if (base === undefined) return next === undefined ? 'same' : 'disputed';
  if (next === before) return 'same';
  return now === before ? 'taken' : 'disputed';
}
