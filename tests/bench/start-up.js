/**
 * What starting costs: cpu time of whole processes, each paired with `node -e 0` in turn, so that a busy machine slows both.
 * Prints the median of the pairs' ratios beside the bound, where there is one, and ends with 1 when a bound is passed.
 */
import { fileURLToPath } from 'node:url';
import { cpuMilliseconds, median } from './cpu-time.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const press = fileURLToPath(new URL('../../bin/press.js', import.meta.url));
const rounds = Number(process.argv[2] ?? 21);

const cases = [
  { name: 'press --version', args: ['--version'], bound: 1.4 },
  { name: 'press --help', args: ['--help'] },
  { name: 'press validate (the releases of this repository)', args: ['validate'], bound: 4.5 },
  { name: 'press export --field elections', args: ['export', '--field', 'elections'] },
  { name: 'press taxonomy find Turkey', args: ['taxonomy', 'find', 'Turkey'] },
];

let passed = false;
process.stdout.write(`cpu time ÷ \`node -e 0\`, median of ${rounds} pairs\n`);
for (const { name, args, bound } of cases) {
  const ratios = [];
  for (let round = -1; round < rounds; round++) {
    const ratio = cpuMilliseconds([press, ...args], root) / cpuMilliseconds(['-e', '0'], root);
    // The first pair only warms the file cache.
    if (round >= 0) ratios.push(ratio);
  }
  const ratio = median(ratios);
  const verdict = bound === undefined ? 'no bound' : `bound ${bound.toFixed(2)}, ${ratio <= bound ? 'kept' : 'PASSED'}`;
  passed ||= bound !== undefined && ratio > bound;
  process.stdout.write(`${ratio.toFixed(2).padStart(6)}  ${verdict.padEnd(18)}  ${name}\n`);
}
process.exitCode = passed ? 1 : 0;
