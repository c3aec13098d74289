/** The ways to print findings by the word after `--format`; each is loaded when it is asked for. */
import type { Reporter } from '../model/reporter.ts';

export const reporters: ReadonlyMap<string, () => Promise<Reporter>> = new Map([
  ['pretty', async () => (await import('./pretty.ts')).pretty],
  ['line', async () => (await import('./line.ts')).line],
  ['json', async () => (await import('./json.ts')).json],
  ['sarif', async () => (await import('./sarif.ts')).sarif],
  ['github', async () => (await import('./github.ts')).github],
  ['gitlab', async () => (await import('./gitlab.ts')).gitlab],
  ['junit', async () => (await import('./junit.ts')).junit],
  ['checkstyle', async () => (await import('./checkstyle.ts')).checkstyle],
  ['rdjson', async () => (await import('./rdjson.ts')).rdjson],
]);
