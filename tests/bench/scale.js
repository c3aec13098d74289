/**
 * How far press goes: cpu seconds of each command at 10,000 and 100,000 releases, the exponent with which they grow, and how many
 * releases that makes in one second and in ten. docs/decisions/0014-scale.md holds the last table.
 *
 *     node tests/bench/scale.js [--keep FOLDER] [--rounds N] [--million] [--write]
 *
 * `--million` makes an archive of a million releases, too, which takes 5 GB. `--write` puts the table into the page.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Archives } from './archives.js';
import { cpuOfProgram, median, peakMemory } from './cpu-time.js';
import { counts } from './goals.js';
import { caching, cold, press } from './sides.js';

const { values: options } = parseArgs({
  options: {
    keep: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    million: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const page = new URL('../../docs/decisions/0014-scale.md', import.meta.url);

const commands = {
  'validate, cold': cold('validate'),
  'validate, cold, writing the cache': caching('validate'),
  'validate, warm': press('validate'),
  'list --limit 20, warm': press('list', '--limit', '20'),
  'list --text handbook, warm': press('list', '--text', 'handbook'),
  'list --where "field:elections AND date>=2009", warm': press('list', '--where', 'field:elections AND date>=2009'),
  'export --field elections, warm': press('export', '--field', 'elections'),
  'export -f rss, warm': press('export', '-f', 'rss'),
  'export -f ndjson --content full, warm': press('export', '-f', 'ndjson', '--content', 'full'),
};

const archives = new Archives(options.keep);
const sizes = options.million ? ['10k', '100k', '1M'] : ['10k', '100k'];
const table = [];
try {
  put(`| command | ${sizes.join(' | ')} | exponent | one second | ten seconds | MiB at ${sizes.at(-1)} |`);
  put(`|---|${'---|'.repeat(sizes.length + 4)}`);
  for (const [name, side] of Object.entries(commands)) put(rowOf(name, side));
  if (options.write) writeIntoPage();
} finally {
  archives.remove();
}

function put(line) {
  table.push(line);
  process.stdout.write(`${line}\n`);
}

function writeIntoPage() {
  const lines = readFileSync(page, 'utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith('| command |'));
  lines.splice(start, lines.indexOf('', start) - start, ...table);
  writeFileSync(page, lines.join('\n'));
}

function rowOf(name, side) {
  const seconds = sizes.map((size) =>
    secondsOf(side(archives.folderOf(size)), size === '1M' ? 1 : Number(options.rounds)),
  );
  const exponent = Math.log10(seconds[1] / seconds[0]);
  const reach = (limit) => Math.round(counts['100k'] * (limit / seconds[1]) ** (1 / exponent)).toPrecision(2);
  const { command, cwd } = side(archives.folderOf(sizes.at(-1)));
  const cells = [
    ...seconds.map((each) => each.toFixed(2)),
    exponent.toFixed(2),
    Number(reach(1)),
    Number(reach(10)),
    Math.round(peakMemory(command.slice(1), cwd)),
  ];
  return `| \`${name}\` | ${cells.join(' | ')} |`;
}

function secondsOf(side, rounds) {
  const all = Array.from({ length: rounds + 1 }, () => {
    side.ready?.();
    return cpuOfProgram(side) / 1000;
  });
  return median(all.slice(1));
}
