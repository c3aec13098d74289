/** Options of the commands that report findings: how they are printed, how serious they are, and when the command fails. */
import type { CommandOption, OptionValues } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import type { Reporter } from '../../model/reporter.ts';
import { reporters } from '../../reporters/index.ts';

export const findingOptions: readonly CommandOption[] = [
  { flags: '--format <format>', summary: 'how to print the findings', choices: [...reporters.keys()] },
  { flags: '-o, --output <file>', summary: 'print them into a file' },
  { flags: '--rule <id=level>', summary: 'take a rule as off, info, warning or error', repeatable: true },
  { flags: '--max-warnings <n>', summary: 'fail when there are more warnings' },
];

/** How many warnings a run may have that ends well. Throws PressError `usage`. */
export function mostWarningsOf(options: OptionValues): number {
  const value = options['maxWarnings'];
  if (value === undefined) return Infinity;
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value);
  const hint = 'Write how many warnings are allowed, such as --max-warnings 0.';
  throw new PressError('usage', `«--max-warnings ${String(value)}» is no number.`, { hint });
}

/** The file that findings are printed into; undefined for standard output. */
export function targetOf(options: OptionValues): string | undefined {
  const value = options['output'];
  return typeof value === 'string' && value !== '-' ? value : undefined;
}

/** The way to print findings. Rejects with PressError `usage`. */
export async function reporterNamed(word: unknown): Promise<Reporter> {
  const load = reporters.get(typeof word === 'string' ? word : 'pretty');
  if (load !== undefined) return load();
  throw new PressError('usage', `«${String(word)}» is no way to print findings.`, {
    hint: `Write one of ${[...reporters.keys()].join(', ')}.`,
  });
}
