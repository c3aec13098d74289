/** The YAML parser under a stopwatch: some text or other will always find a way to keep it busy. */
import type { Document } from 'yaml';
import { yamlPackage } from './lazy-packages.ts';
import { OutOfTime, withinTime } from './stopwatch.ts';

// A sound megabyte takes the parser well under two seconds; a second more is for a busy machine.
const PATIENCE = { milliseconds: 1000, charactersPerMillisecond: 400 } as const;

// So short that no text can keep the parser busy for longer than the clock would wait; starting the clock takes as long as parsing most of them.
const ALWAYS_IN_TIME = 8_000;

/** The parsed text; undefined when the parser does not come to an end. */
export function parseInTime(text: string): Document | undefined {
  const milliseconds = PATIENCE.milliseconds + Math.ceil(text.length / PATIENCE.charactersPerMillisecond);
  const options = {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  } as const;
  // Loaded before the clock runs: a package whose loading is cut short would stay half loaded.
  const { parseDocument } = yamlPackage();
  try {
    if (text.length <= ALWAYS_IN_TIME) return parseDocument(text, options);
    return withinTime(milliseconds, () => parseDocument(text, options));
  } catch (error) {
    // The parser calls itself once for each of some thousand keys on one line, and finds no room on the stack.
    if (error instanceof OutOfTime || error instanceof RangeError) return undefined;
    throw error;
  }
}
