/** Real processes that are really killed. `node tests/bench/kill-trials.js` does the same at length. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('../bench/kill-trials.js', import.meta.url));

it('a change that is killed at any moment is whole or not there at all after recovery, though that is killed, too', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [script, '--trials', '20', '--recover', '8', '--seed', '7'],
    {
      encoding: 'utf8',
    },
  );
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(stdout).toMatch(/^seed 7: 20 trials, \d+ processes killed.*0 lost, 0 half-done, 0 stray\n$/);
});
