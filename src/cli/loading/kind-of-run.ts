/** Runs of one kind need the same code, so each kind has a cache of its own. */
import { groupSummaries } from '../command-groups.ts';
import { commandWords } from '../options/globals.ts';

/** What src/cli/main.ts answers itself. */
const answeredAtOnce = new Set(['--version', '-V', '--help', '-h', 'help']);

/** The command's name as a file's name, or `help`; undefined for what is too small to be worth a cache. */
export function kindOfRun(argv: readonly string[]): string | undefined {
  if (argv.length < 2 && answeredAtOnce.has(argv[0] ?? 'help')) return undefined;
  const [first = 'help', second] = commandWords(argv);
  if (argv.includes('--help') || argv.includes('-h')) return 'help';
  const name = groupSummaries.has(first) && second !== undefined ? `${first}-${second}` : first;
  return /^[a-z_-]{1,40}$/.test(name) ? name : undefined;
}
