/**
 * Changes the sources in thousands of small ways and prints which changes no test notices.
 *
 *     npm run mutate -- [GROUP …] [--only PATH] [--sample N] [--seed N] [--no-branches]
 *
 * Groups are those of groups.js. `--only` takes the beginning of a path, `--sample` about so many mutants of each group, others with another
 * seed. Exit status 1 when a mutant lives on that explained.js does not explain.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isExplained } from './explained.js';
import { groups } from './groups.js';
import { branchesOf, fatesOf } from './killing.js';
import { mutantsOf } from './mutants.js';
import { print } from './results.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    only: { type: 'string', default: '' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '0' },
    branches: { type: 'boolean', default: true },
  },
});

/** Whether nothing is left to be said. */
async function mutate(name) {
  const { tests, sources } = groups[name];
  const chosen = sources.filter((source) => source.startsWith(options.only));
  const mutants = sampled(chosen.flatMap((source) => mutantsOf(source, readFileSync(source, 'utf8'))));
  if (mutants.length === 0) return true;
  const numbered = mutants.map((mutant, id) => ({ ...mutant, id }));
  const fates = await fatesOf(numbered, tests);
  const judged = mutants.map((mutant, id) => ({ ...mutant, fate: fateOf(mutant, fates[id]) }));
  const branches = options.branches ? await branchesOf(chosen, tests) : new Map();
  print(name, judged, branches);
  return judged.every(({ fate }) => fate !== 'survived' && fate !== 'unreached');
}

function fateOf(mutant, fate) {
  return (fate === 'survived' || fate === 'unreached') && isExplained(mutant) ? 'explained' : fate;
}

function sampled(mutants) {
  const step = options.sample === undefined ? 1 : Math.max(1, Math.floor(mutants.length / Number(options.sample)));
  return mutants.filter((_, index) => (index + Number(options.seed)) % step === 0);
}

const wished = positionals.length === 0 ? Object.keys(groups) : positionals;
const verdicts = [];
for (const name of wished) verdicts.push(await mutate(name));
process.exitCode = verdicts.every(Boolean) ? 0 : 1;
