/** The ways to print findings by the word after `--format`; each is loaded when it is asked for. */
import type { Reporter } from '../model/reporter.ts';

export const reporters: ReadonlyMap<string, () => Promise<Reporter>> = new Map([
  ['pretty', async () => (await import('./pretty.ts')).pretty],
  ['json', async () => (await import('./json.ts')).json],
]);
