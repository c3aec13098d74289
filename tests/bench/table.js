/** How the results of a run look: on a terminal, and in docs/performance.md. */
import { cpus } from 'node:os';

/** What stands above the rows. */
export function headOf({ rounds, markdown }) {
  const how = `Median of ${rounds} pairs in cpu time. Node ${process.versions.node}, ${process.platform}, ${cpus().length} cores.\n`;
  return markdown ? `${how}\n| goal | releases | measured | bound | |\n|---|---|---|---|---|\n` : how;
}

export function lineOfTerminal({ goal, size, bound, missing, ...result }) {
  const verdict = missing === undefined ? `${bound} ${result.verdict ?? ''}` : 'not measured';
  const why = missing === undefined ? '' : ` (needs ${missing})`;
  return `${size.padStart(5)}  ${figureOf(result).padStart(7)}  ${verdict.padEnd(13)}  ${goal}${why}\n`;
}

export function rowOfPage({ goal, size, bound, ...result }) {
  return `| ${goal} | ${size === 'start' ? 5 : size} | ${figureOf(result)} | ${bound} | ${result.verdict ?? ''} |\n`;
}

function figureOf({ figure }) {
  return figure === undefined ? '–' : figure.toFixed(figure < 100 ? 2 : 0);
}
