/** The cpu time of one finished process, as the kernel counted it. */
import { spawnSync } from 'node:child_process';

/**
 * User plus system milliseconds of `node ARGS`. The child reports its own use on the way out, through a module that is loaded
 * before it; that costs every measured process the same.
 */
export function cpuMilliseconds(args, cwd) {
  const reporter = new URL('./report-cpu.cjs', import.meta.url).pathname;
  const child = spawnSync(process.execPath, ['--require', reporter, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  if (child.error !== undefined) throw child.error;
  if (child.status !== 0) throw new Error(`node ${args.join(' ')} ended with ${child.status}`);
  return Number(child.output[3].toString());
}

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
