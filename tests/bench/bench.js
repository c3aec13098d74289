/**
 * Measures press against what the machine can do and against other programs, and prints every goal with its figure and bound.
 *
 *     npm run bench -- [--size 1k|10k|100k|start] [--only ID] [--rounds N] [--json | --markdown] [--keep FOLDER] [--install-peers]
 *
 * A figure is the median of some pairs of whole processes in cpu time, never a time itself. Exit status 1 when a bound is missed.
 * `--only` takes the beginning of an id in goals.json. `--keep` leaves the archives in a folder for the next run. `--markdown` prints
 * the table of docs/performance.md.
 */
import { parseArgs } from 'node:util';
import { Archives } from './archives.js';
import { chosen } from './goals.js';
import { measure } from './measuring.js';
import { installPeers } from './peers.js';
import { headOf, lineOfTerminal, rowOfPage } from './table.js';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    keep: { type: 'string' },
    'install-peers': { type: 'boolean', default: false },
  },
});

const print = options.json ? undefined : options.markdown ? rowOfPage : lineOfTerminal;

function run() {
  const archives = new Archives(options.keep);
  const rounds = Number(options.rounds);
  try {
    return chosen(options).map((cell) => {
      const result = { ...cell, ...measure(cell, { rounds, archives }) };
      if (print !== undefined) process.stdout.write(print(result));
      return result;
    });
  } finally {
    archives.remove();
  }
}

function bench() {
  if (print !== undefined) process.stdout.write(headOf(options));
  const results = run();
  if (options.json) process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);
  return results.some(({ verdict }) => verdict === 'missed') ? 1 : 0;
}

process.exitCode = options['install-peers'] ? installPeers() : bench();
