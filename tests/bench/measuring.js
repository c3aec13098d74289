/** Measures one row: whole processes in turn, so that a busy machine slows both sides of a pair. */
import { cpuMilliseconds, cpuOfProgram, median, peakMemory } from './cpu-time.js';
import { verdictOn } from './goals.js';
import { rowOf } from './rows.js';

const measures = { ratio: ratioOf, start: startOf, memory: memoryOf, growth: growthOf };

/** A figure of a goal at one size with the verdict on it, or `missing`: what this machine does not have. */
export function measure({ id, size, bound }, context) {
  const row = rowOf(id);
  const { figure: exact, missing } = measures[row.kind](row, { size, ...context });
  if (missing !== undefined) return { missing };
  // What is printed is what is judged.
  const figure = Number(exact.toFixed(2));
  return { figure, verdict: verdictOn(figure, bound) };
}

function ratioOf({ above, below, archive = 'plain' }, { size, rounds, archives }) {
  const folder = archives.folderOf(size, archive);
  const sides = [above(folder), below(folder)];
  const missing = sides.find((side) => side.missing !== undefined)?.missing;
  return missing === undefined ? { figure: medianOfPairs(sides, rounds, cpuOf) } : { missing };
}

/** Seven times the rounds: these processes are short, and differ more from run to run. */
function startOf({ above, below }, { size, rounds, archives }) {
  const folder = archives.folderOf(size);
  const fineCpuOf = ({ command: [, ...args], cwd }) => cpuMilliseconds(args, cwd);
  return { figure: medianOfPairs([above(folder), below(folder)], 7 * rounds, fineCpuOf) };
}

/** The exponent e in cpu ~ releases^e, for ten times as many releases. */
function growthOf({ side }, { rounds, archives }) {
  const sides = [side(archives.folderOf('100k')), side(archives.folderOf('10k'))];
  return { figure: Math.log10(medianOfPairs(sides, rounds, cpuOf)) };
}

function memoryOf({ side }, { size, rounds, archives }) {
  const { command, cwd } = side(archives.folderOf(size));
  return { figure: median(Array.from({ length: rounds }, () => peakMemory(command.slice(1), cwd))) };
}

function medianOfPairs([above, below], rounds, cpuOfSide) {
  const ratios = Array.from({ length: rounds + 1 }, () => cpuOfSide(above) / cpuOfSide(below));
  // The first pair only warms the file cache.
  return median(ratios.slice(1));
}

function cpuOf(side) {
  side.ready?.();
  return cpuOfProgram(side);
}
