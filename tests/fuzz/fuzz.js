/**
 * `npm run fuzz`: damaged input for every reader, as much of it as one has time for, and a table of what came of it.
 *
 *     npm run fuzz -- --cases 1000000 --target release --seed 7
 *
 * Without `--seed` each run tries other cases; the seed is printed. What breaks a reader is kept in tests/fuzz/finds/, and tried first
 * from then on, also by `npm test`. The exit status is 1 when something broke.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    target: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'press-fuzz-'));
const report = join(folder, 'report');
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

const chosen = values.target === undefined ? [] : ['-t', `^'${values.target}' `];

process.stdout.write(`seed ${values.seed}, ${values.cases} cases for each target\n`);
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/fuzz', ...chosen], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  stdio: 'inherit',
  env: {
    ...process.env,
    SEED: values.seed,
    FUZZ_CASES: values.cases,
    FUZZ_REPORT: report,
  },
});
print(rowsIn(report));
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;

/** @param {string} path */
function rowsIn(path) {
  try {
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    return lines.map((line) => JSON.parse(line));
  } catch {
    return [];
  }
}

/** @param {readonly { id: string, what: string, accepted: number, refused: number, slowest: number }[]} rows */
function print(rows) {
  const lines = rows.map(
    ({ id, what, accepted, refused, slowest }) =>
      `| ${[id, what, accepted + refused, accepted, refused, `${Math.round(slowest * 1000)} ms`].join(' | ')} |`,
  );
  const head = '| target | what is read | cases | read | refused | slowest (cpu) |\n|---|---|---|---|---|---|\n';
  process.stdout.write(`\n${head}${lines.join('\n')}\n`);
}
