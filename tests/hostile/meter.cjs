// Loaded before the program: tells the test, on a stream of its own, what the run has cost.
const { readFileSync, writeSync } = require('node:fs');

/** Linux counts what the parent had before the program began among the most that a process ever had, but not in this figure of its own. */
function kilobytes() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: kilobytes() / 1024 }));
});
