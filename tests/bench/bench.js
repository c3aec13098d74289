/**
 * Measures press against what the machine can do and against other programs, and prints every goal with its figure and bound.
 *
 *     npm run bench -- [--size 1k|10k|100k|start] [--only ID] [--rounds N] [--json] [--write] [--keep FOLDER] [--install-peers]
 *
 * A figure is the median of some pairs of whole processes in cpu time, never a time itself. Exit status 1 when a bound is missed.
 * `--only` takes the beginning of an id in goals.json. `--keep` leaves the archives in a folder for the next run. `--write` puts
 * the figures into docs/performance.md.
 */
import { parseArgs } from 'node:util';
import { Archives } from './archives.js';
import { chosen } from './goals.js';
import { measure } from './measuring.js';
import { installPeers } from './peers.js';
import { headOf, lineOfTerminal, writeIntoPage } from './table.js';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    keep: { type: 'string' },
    'install-peers': { type: 'boolean', default: false },
  },
});

function run(rounds) {
  const archives = new Archives(options.keep);
  try {
    return chosen(options).map((cell) => {
      const result = { ...cell, ...measure(cell, { rounds, archives }) };
      if (!options.json) process.stdout.write(lineOfTerminal(result));
      return result;
    });
  } finally {
    archives.remove();
  }
}

function bench() {
  const rounds = Number(options.rounds);
  if (!options.json) process.stdout.write(`${headOf(rounds)}\n`);
  const results = run(rounds);
  if (options.json) process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);
  if (options.write) writeIntoPage(results, rounds);
  return results.some(({ verdict }) => verdict === 'missed') ? 1 : 0;
}

process.exitCode = options['install-peers'] ? installPeers() : bench();
