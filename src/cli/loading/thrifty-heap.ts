/** How much memory V8 may take before it looks for what nobody needs any more. */
import type * as V8 from 'node:v8';

// The last line of Node in which these settings were tried. One that does not know them would say so on every run.
const LAST_TRIED = 26;

/**
 * press reads many files and keeps little of each. V8 takes that for the beginning of something big and lets its heap grow to a multiple of
 * what is in use; kept small, it is swept a little more often and stays in the processor's caches. Measured with 10,000 releases: 77 MB
 * instead of 133, and no more cpu time.
 */
export function keepHeapSmall(): void {
  if (Number.parseInt(process.versions.node, 10) > LAST_TRIED) return;
  const v8: typeof V8 = require('node:v8');
  v8.setFlagsFromString('--semi-space-growth-factor=1');
  v8.setFlagsFromString('--heap-growing-percent=30');
}
