/** Runs of one kind need the same code, so each kind has a cache of its own. */
import { groupSummaries } from '../command-groups.ts';
import { commandWords } from '../options/globals.ts';

/** What src/cli/main.ts answers itself. */
const answeredAtOnce = new Set(['--version', '-V', '--help', '-h', 'help']);

/** The command's name as a file's name, or `help`; undefined for what is too small to be worth a cache. */
export function kindOfRun(argv: readonly string[]): string | undefined {
  if (argv.length < 2 && answeredAtOnce.has(argv[0] ?? 'help')) return undefined;
  if (argv[0] === '__complete') return kindOfQuestion(argv);
  const [first = 'help', second] = commandWords(argv);
  if (argv.includes('--help') || argv.includes('-h')) return 'help';
  const name = groupSummaries.has(first) && second !== undefined ? `${first}-${second}` : first;
  return /^[a-z-]{1,40}$/.test(name) ? name : undefined;
}

/** A shell asks `__complete SHELL WORD…`: the first word needs next to nothing, what stands behind a command that command's card. */
function kindOfQuestion([, , ...words]: readonly string[]): string {
  const [command = ''] = words;
  return words.length > 1 && /^[a-z]{1,20}$/.test(command) ? `__complete-${command}` : '__complete';
}
