/** The cpu time and memory of finished processes, as the kernel counted them. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * User plus system milliseconds of `node ARGS`, to the microsecond. The child reports its own use on the way out, through a module that
 * is loaded before it; that costs every measured process the same.
 */
export function cpuMilliseconds(args, cwd) {
  return reported('./report-cpu.cjs', { args, cwd });
}

/** The greatest resident memory of `node ARGS`, in MiB. */
export function peakMemory(args, cwd) {
  return reported('./report-memory.cjs', { args, cwd }) / 1024;
}

function reported(reporter, { args, cwd }) {
  const path = fileURLToPath(new URL(reporter, import.meta.url));
  const child = spawnSync(process.execPath, ['--require', path, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  if (child.error !== undefined) throw child.error;
  if (child.status !== 0) throw new Error(`node ${args.join(' ')} ended with ${child.status}`);
  return Number(child.output[3].toString());
}

/** What bash says about the time of what it ran: milliseconds in user and system mode, of the program and all that it started. */
const TIMED = `TIMEFORMAT='%3U %3S'; { time "$@" >/dev/null 2>/dev/null; } 2>&1`;

/**
 * User plus system milliseconds of any program and its children. `time` of bash asks the kernel, as `node` cannot for its children,
 * and is on every Linux and macOS.
 */
export function cpuOfProgram({ command, cwd, env = {}, status = 0 }) {
  const timed = spawnSync('bash', ['-c', TIMED, 'bash', ...command], {
    cwd,
    env: { ...process.env, LC_ALL: 'C', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (timed.error !== undefined) throw timed.error;
  if (timed.status !== status) throw new Error(`${command.join(' ')} ended with ${timed.status}`);
  const [user, system] = timed.stdout.trim().split(' ').map(Number);
  return (user + system) * 1000;
}

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
