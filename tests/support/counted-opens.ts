/** How often files are opened by everything in this process, tests included, while something runs. */
import { createRequire, syncBuiltinESMExports } from 'node:module';
import type fs from 'node:fs';

const disk = createRequire(import.meta.url)('node:fs') as typeof fs;

/** What came of the work, and how often it opened a file whose path matches. */
export async function countingOpens<Result>(
  path: RegExp,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly opens: number }> {
  const open = disk.openSync;
  let opens = 0;
  disk.openSync = (name, ...more) => {
    if (path.test(String(name))) opens += 1;
    return open(name, ...more);
  };
  syncBuiltinESMExports();
  try {
    return { result: await work(), opens };
  } finally {
    disk.openSync = open;
    syncBuiltinESMExports();
  }
}
