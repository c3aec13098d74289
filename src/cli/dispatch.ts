/** From arguments to the command that they name, by commander, which is made from the command's card. */
import type { Command as Card, ExitStatus } from '../model/command.ts';
import type { Environment } from '../model/environment.ts';
import { nearest } from '../text/nearest.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { groupSummaries } from './command-groups.ts';
import { commandNames, loadCommand } from './commands/index.ts';
import { commandWords, type Globals } from './options/globals.ts';
import { buildProgram, type Parsed } from './program.ts';
import { HelpShown, UsageError } from './program-errors.ts';
import type { World } from './world.ts';

export interface Dispatching {
  readonly globals: Globals;
  readonly environment: Environment;
  readonly world: World;
}

/** Runs the command; rejects with HelpShown, UsageError, or whatever the command rejects with. */
export async function dispatch(argv: readonly string[], dispatching: Dispatching): Promise<ExitStatus> {
  const words = commandWords(argv);
  const rest = words[0] === 'help' ? words.slice(1) : words;
  const name = commandName(rest);
  if (name === undefined) return showOverview(rest, argv.length > 0, dispatching);
  const card = await loadCommand(name);
  if (isGoingToWrite(card, argv)) await finishInterrupted(card, dispatching);
  const asked = words[0] === 'help' ? [...name.split(' '), '--help'] : argv;
  const parsed = await parse(card, asked, dispatching);
  return card.run({ ...parsed, environment: dispatching.environment });
}

/** The longest command name that the words begin with: `taxonomy find` before `taxonomy`. */
function commandName(words: readonly string[]): string | undefined {
  const pair = words.slice(0, 2).join(' ');
  if (commandNames.includes(pair)) return pair;
  return words[0] !== undefined && commandNames.includes(words[0]) ? words[0] : undefined;
}

/** Before the options are understood, because what they mean depends on the vocabulary, which may be half-written. */
function isGoingToWrite({ writes }: Card, argv: readonly string[]): boolean {
  const given = (option: string): boolean => argv.includes(option);
  if (['--help', '-h', '--dry-run', '-n'].some(given) || argv[0] === 'help') return false;
  return writes === true || (writes ?? []).some(given);
}

async function finishInterrupted(card: Card, { environment }: Dispatching): Promise<void> {
  const report = await environment.recovery.beforeWriting(`press ${card.name}`);
  if (report.changes.length === 0) return;
  const { recoveryLines } = await import('./terminal/recovery-told.ts');
  for (const line of recoveryLines(report, { isDry: false })) environment.say(terminalSafe(line));
}

async function parse(card: Card, argv: readonly string[], { environment, world }: Dispatching): Promise<Parsed> {
  const wantsHelp = argv.includes('--help') || argv.includes('-h');
  const facets = card.facets === undefined ? [] : await facetsFor(environment, wantsHelp);
  return buildProgram(card, { facets, columns: world.stdout.columns }).parse(argv);
}

/** The facets of the repository. Help is shown without one, too. */
async function facetsFor(environment: Environment, wantsHelp: boolean): Promise<Parsed['facets']> {
  try {
    return [...(await environment.repository()).taxonomy.facets.values()];
  } catch (error) {
    if (wantsHelp) return [];
    throw error;
  }
}

/** No command, or one that does not exist: help, or a sentence. */
async function showOverview(words: readonly string[], asked: boolean, { world }: Dispatching): Promise<never> {
  const [first, second] = words;
  const group = first !== undefined && groupSummaries.has(first) ? first : undefined;
  const unknown = group === undefined ? first : second;
  if (unknown !== undefined) throw unknownCommand(unknown, group);
  const { overview } = await import('./overview.ts');
  throw new HelpShown(overview({ group, columns: world.stdout.columns, withOptions: asked }));
}

/** What people of other programs and trades call things, and what does them here. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ['unpublish', '«press hold» stops a release, and «press withdraw» takes it back from its readers.'],
  ['stop', '«press hold» stops a release, and «press withdraw» takes it back from its readers.'],
  ['retract', '«press withdraw» takes a release back from its readers.'],
  ['recall', '«press withdraw» takes a release back, and «press export --withdrawn» lists who has to be told.'],
  ['delete', '«press withdraw» takes a release back; a draft that nobody needs is a file to remove.'],
  ['remove', '«press withdraw» takes a release back; a draft that nobody needs is a file to remove.'],
  ['rename', '«press move» gives a release another name, and «press taxonomy rename» a term.'],
  ['edit', 'Edit the file of the release: «press show RELEASE» says which it is.'],
  ['status', '«press why RELEASE» says whether a release is public, and «press next» what comes.'],
  ['check', '«press validate» checks releases, and «press audit» what is about to go out.'],
  ['undo', '«press taxonomy undo» takes a change of the vocabulary back; for releases there is your version control.'],
  ['schedule', '«press embargo RELEASE --until …» sets a moment, and «press next» shows what comes.'],
  ['lift', '«press embargo RELEASE --lift» ends an embargo.'],
]);

function unknownCommand(word: string, group: string | undefined): UsageError {
  const meant = group === undefined ? otherWords.get(word) : undefined;
  if (meant !== undefined) return new UsageError(`«${word}» is not a command of press.`, meant);
  const prefix = group === undefined ? '' : `${group} `;
  const known = commandNames.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const [near] = nearest(word, [...new Set(known.map((name) => name.split(' ')[0] ?? name))]);
  const hint =
    near === undefined ? `«press ${prefix}--help» lists the commands.` : `Did you mean «press ${prefix}${near}»?`;
  return new UsageError(`«${prefix}${word}» is not a command of press.`, hint);
}
