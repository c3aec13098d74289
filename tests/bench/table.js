/** How the results of a run look: on a terminal, and in docs/performance.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const page = new URL('../../docs/performance.md', import.meta.url);

/** What stands above the rows. */
export function headOf(rounds) {
  return `Median of ${rounds} pairs in cpu time. Node ${process.versions.node}, ${process.platform}, ${cpus().length} cores.`;
}

export function lineOfTerminal({ goal, size, bound, missing, ...result }) {
  const verdict = missing === undefined ? `${bound} ${result.verdict ?? ''}` : 'not measured';
  const why = missing === undefined ? '' : ` (needs ${missing})`;
  return `${size.padStart(5)}  ${figureOf(result).padStart(7)}  ${verdict.padEnd(13)}  ${goal}${why}\n`;
}

/** Puts the results in the place of their rows in the page; rows of other goals and sizes stay as they are. */
export function writeIntoPage(results, rounds) {
  const rows = new Map(results.map((result) => [keyOf(rowOf(result)), rowOf(result)]));
  const lines = readFileSync(page, 'utf8').split('\n');
  const written = lines.map((line) => rows.get(keyOf(line)) ?? (line.startsWith('Median of ') ? headOf(rounds) : line));
  writeFileSync(page, written.join('\n'));
}

function rowOf({ goal, size, bound, ...result }) {
  return `| ${goal} | ${size === 'start' ? 5 : size} | ${figureOf(result)} | ${bound} | ${result.verdict ?? ''} |`;
}

/** Goal and size: the first two cells. */
function keyOf(line) {
  return line.split('|').slice(0, 3).join('|');
}

function figureOf({ figure }) {
  return figure === undefined ? '–' : figure.toFixed(2);
}
