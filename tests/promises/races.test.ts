/** Races between real processes, each once, but for those that tests/cli/new-binary.test.ts has. `node tests/promises/race-trials.js --rounds 100` does the same at length. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('race-trials.js', import.meta.url));

it('several commands and an editor at once lose nothing, mix nothing, and leave nothing behind', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [script, '--seed', '7', '--only', 'refactor,editor,readers,import,cache,signals'],
    {
      encoding: 'utf8',
    },
  );
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(stdout).toMatch(/^seed 7: .*readings during a change.*; 0 faults\n$/);
});
