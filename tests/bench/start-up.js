/**
 * What starting costs: cpu time of whole processes, each paired with `node -e 0` in turn, so that a busy machine slows both.
 *
 *     node tests/bench/start-up.js [ROUNDS]
 *
 * Prints the median of the pairs' ratios beside the bound, where there is one, and ends with 1 when a bound is passed.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuMilliseconds, median } from './cpu-time.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const press = join(root, 'bin/press.js');

const cases = [
  { name: 'press --version', args: ['--version'], bound: 1.25 },
  { name: 'press --help', args: ['--help'], bound: 1.35 },
  { name: 'press validate (five releases)', args: ['validate'], isSmall: true, bound: 1.6 },
  { name: 'press list (five releases)', args: ['list'], isSmall: true },
  { name: 'press validate (the releases of this repository)', args: ['validate'] },
  { name: 'press export --field elections', args: ['export', '--field', 'elections'] },
  { name: 'press taxonomy find Turkey', args: ['taxonomy', 'find', 'Turkey'] },
];

/** Every case with its ratio; `small` is the folder of a small repository. */
export function startUpCosts(small, rounds) {
  return cases.map((each) => ({ ...each, ratio: ratioOf(each.args, { cwd: each.isSmall ? small : root, rounds }) }));
}

/** Makes a repository as `press init` does, with five releases in it. */
export function smallRepository(folder) {
  execFileSync(process.execPath, [press, 'init', folder, '--no-input'], { stdio: 'ignore' });
  rmSync(join(folder, 'releases'), { recursive: true });
  mkdirSync(join(folder, 'releases/2026'), { recursive: true });
  for (let day = 1; day <= 5; day++)
    writeFileSync(join(folder, `releases/2026/2026-03-0${day}-course-${day}.md`), releaseOf(day));
}

function releaseOf(day) {
  return `---
id: 2026-03-0${day}-course-${day}
title: Course number ${day} for election observers opens in Baku
date: 2026-03-0${day}
place: Baku
source: press-office
fields: [general]
status: published
---
BAKU, ${day} March 2026 - A course for election observers opened in Baku today.

Thirty observers take part, and the course lasts three days.
`;
}

function ratioOf(args, { cwd, rounds }) {
  const pairs = Array.from(
    { length: rounds + 1 },
    () => cpuMilliseconds([press, ...args], cwd) / cpuMilliseconds(['-e', '0'], cwd),
  );
  // The first pair only warms the file cache, and keeps the code.
  return median(pairs.slice(1));
}

function print(costs, rounds) {
  process.stdout.write(`cpu time ÷ \`node -e 0\`, median of ${rounds} pairs\n`);
  for (const { name, bound, ratio } of costs) {
    const verdict =
      bound === undefined ? 'no bound' : `bound ${bound.toFixed(2)}, ${ratio <= bound ? 'kept' : 'PASSED'}`;
    process.stdout.write(`${ratio.toFixed(2).padStart(6)}  ${verdict.padEnd(18)}  ${name}\n`);
  }
  process.exitCode = costs.some(({ bound, ratio }) => bound !== undefined && ratio > bound) ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rounds = Number(process.argv[2] ?? 21);
  const folder = mkdtempSync(join(tmpdir(), 'press-start-up-'));
  try {
    smallRepository(folder);
    print(startUpCosts(folder, rounds), rounds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
