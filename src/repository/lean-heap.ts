/**
 * Reading many files leaves a lot behind that is used no more. V8 lets it lie until there is several times as much of it as of what is in use, which saves
 * hardly any time here and costs twice the memory; so from some hundred files on it is told to keep house more closely.
 */
import type * as V8 from 'node:v8';

const MANY_FILES = 200;
// The last line of Node in which these settings were tried. One that does not know them would say so on every run.
const LAST_TRIED = 26;
const closely = ['--heap-growing-percent=30', '--semi-space-growth-factor=1'];
const asUsual = ['--heap-growing-percent=0', '--semi-space-growth-factor=2'];

let read = 0;

/** Notes that a file was read. */
export function noteReading(): void {
  read += 1;
  if (read !== MANY_FILES || Number.parseInt(process.versions.node, 10) > LAST_TRIED) return;
  setFlags(closely);
  // Code that V8 keeps for later runs is of use only where its flags are the same. Files are read in one go, and no later tick is part of it.
  process.nextTick(() => {
    setFlags(asUsual);
    // Whoever read so many goes on reading, a few in each tick, while what was read is sent out.
    read = MANY_FILES - 1;
  });
}

/** The module is loaded when it is needed, for that takes as long as reading a hundred files. */
function setFlags(flags: readonly string[]): void {
  const { setFlagsFromString } = require('node:v8') as typeof V8;
  for (const flag of flags) setFlagsFromString(flag);
}
