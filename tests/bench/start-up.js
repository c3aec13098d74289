/**
 * What starting costs: cpu time of whole processes, each paired with `node -e 0` in turn, so that a busy machine slows both.
 * Prints the median of the pairs' ratios beside the bound, and ends with 1 when a bound is passed.
 */
import { fileURLToPath } from 'node:url';
import { cpuMilliseconds, median } from './cpu-time.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const press = fileURLToPath(new URL('../../bin/press.js', import.meta.url));
const rounds = Number(process.argv[2] ?? 21);

const cases = [
  { name: 'press --version', args: ['--version'], bound: 1.4 },
  { name: 'press --help', args: ['--help'], bound: 1.6 },
  { name: 'press validate (the releases of this repository)', args: ['validate'], bound: 3 },
  { name: 'press export --field elections', args: ['export', '--field', 'elections'], bound: 3 },
];

let passed = 0;
process.stdout.write(`cpu time ÷ \`node -e 0\`, median of ${rounds} pairs\n`);
for (const { name, args, bound } of cases) {
  const ratios = [];
  for (let round = -1; round < rounds; round++) {
    const ratio = cpuMilliseconds([press, ...args], root) / cpuMilliseconds(['-e', '0'], root);
    if (round >= 0) ratios.push(ratio);
  }
  const ratio = median(ratios);
  if (ratio <= bound) passed += 1;
  process.stdout.write(`${ratio.toFixed(2).padStart(6)}  bound ${bound.toFixed(2)}  ${ratio <= bound ? 'within' : 'PASSED'}  ${name}\n`);
}
process.exitCode = passed === cases.length ? 0 : 1;
