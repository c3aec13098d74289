/** What a source was read into, kept as long as the source is: it is asked for its releases, and then for what was left of it. */
import type { ImportSource } from '../../model/importer.ts';

/** The same reading, done once for each source. */
export function readOnce<Result extends object>(
  read: (source: ImportSource) => Result,
): (source: ImportSource) => Result {
  const known = new WeakMap<ImportSource, Result>();
  return (source) => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const result = read(source);
    known.set(source, result);
    return result;
  };
}
