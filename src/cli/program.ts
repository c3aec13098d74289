/** commander, made from cards: parsing, `--help`, and sentences for a command line that does not fit. */
import { Argument, Command, CommanderError, Option, type HelpConfiguration } from 'commander';
import type { Command as Card, CommandOption, OptionValues } from '../model/command.ts';
import type { Facet } from '../model/taxonomy.ts';
import { groupSummaries } from './command-groups.ts';
import { globalOptions } from './options/globals.ts';
import { facetOptions, selectionOptions } from './options/selection-options.ts';
import { HelpShown, UsageError } from './program-errors.ts';
import { version } from './version.ts';

export interface Parsed {
  readonly arguments: readonly string[];
  readonly options: OptionValues;
  readonly facets: readonly Facet[];
}

export interface ProgramContext {
  readonly facets: readonly Facet[];
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
}

const narrowest = 40;
const pipeWidth = 80;

/** A parser for one command. `parse` throws HelpShown or UsageError. */
export function buildProgram(card: Card, context: ProgramContext): { parse(argv: readonly string[]): Parsed } {
  const program = root(context.columns);
  let parsed: Parsed | undefined;
  const command = parentOf(program, card.name).command(card.name.split(' ').at(-1) ?? card.name);
  describe(command, card, context);
  command.action((...received: unknown[]) => {
    const options = { ...program.opts(), ...command.opts() } as OptionValues;
    parsed = {
      arguments: received
        .slice(0, card.arguments.length)
        .flat()
        .filter((word) => typeof word === 'string'),
      options,
      facets: context.facets,
    };
  });
  return {
    parse(argv) {
      guarded(program, card.name, () => program.parse([...argv], { from: 'user' }));
      if (parsed === undefined)
        throw new UsageError('The command line is not understood.', `«press ${card.name} --help» shows how it goes.`);
      return parsed;
    },
  };
}

function root(columns: number | undefined): Command {
  const program = configured(new Command('press'), columns)
    .description('Scaffold, validate and export the releases of a press-release repository.')
    .version(version, '-V, --version', 'show the version');
  for (const option of globalOptions) program.addOption(optionOf({ ...option, group: 'Options of every command:' }));
  return program;
}

function configured(command: Command, columns: number | undefined): Command {
  const help: HelpConfiguration = {
    helpWidth: Math.max(narrowest, columns ?? pipeWidth),
    showGlobalOptions: true,
  };
  return command
    .exitOverride()
    .configureHelp(help)
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
    .helpCommand(false)
    .helpOption('-h, --help', 'show this help');
}

/** The group of `taxonomy find` is `taxonomy`; anything else stands at the top. */
function parentOf(program: Command, name: string): Command {
  const [group, ...rest] = name.split(' ');
  if (rest.length === 0 || group === undefined) return program;
  const existing = program.commands.find((command) => command.name() === group);
  return existing ?? program.command(group).description(groupSummaries.get(group) ?? '');
}

function describe(command: Command, card: Card, { facets }: ProgramContext): void {
  command.description([card.summary, ...(card.details ?? [])].join('\n\n')).allowExcessArguments(false);
  for (const argument of card.arguments) command.addArgument(argumentOf(argument));
  const own = card.facets === 'selection' ? [...card.options, ...selectionOptions] : card.options;
  const all = card.facets === undefined ? own : [...facetOptions(facets, card.facets), ...own];
  for (const option of all) command.addOption(optionOf(option));
  command.addHelpText('after', examples(card));
}

function optionOf(option: CommandOption): Option {
  const made = new Option(option.flags, option.summary);
  if (option.group !== undefined) made.helpGroup(option.group);
  if (option.choices !== undefined) made.choices([...option.choices]);
  if (option.hidden === true) made.hideHelp();
  if (option.repeatable === true) {
    // commander keeps values in a plain object: what stands there before an option of a name such as to-string is no list.
    made.argParser((value: string, before: unknown) => [...(Array.isArray(before) ? before : []), value]);
  }
  return made;
}

function argumentOf(argument: Card['arguments'][number]): Argument {
  const made = new Argument(argumentPattern(argument), argument.summary);
  return argument.choices === undefined ? made : made.choices([...argument.choices]);
}

function argumentPattern({ name, required, variadic }: Card['arguments'][number]): string {
  const word = variadic ? `${name}...` : name;
  return required ? `<${word}>` : `[${word}]`;
}

function examples(card: Card): string {
  if (card.examples.length === 0) return '';
  const lines = card.examples.map(({ line, summary }) => `  press ${line}\n      ${summary}`);
  return `\nExamples:\n${lines.join('\n')}`;
}

/** Runs commander and puts its errors into the house's words. */
function guarded(program: Command, name: string, work: () => unknown): void {
  let help = '';
  let complaint = '';
  const outputs = {
    writeOut: (part: string) => void (help += part),
    writeErr: (part: string) => void (complaint += part),
  };
  eachCommand(program, (command) => void command.configureOutput(outputs));
  try {
    work();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version') throw new HelpShown(help);
    throw usageError(complaint === '' ? error.message : complaint, name);
  }
}

function eachCommand(command: Command, visit: (command: Command) => void): void {
  visit(command);
  for (const sub of command.commands) eachCommand(sub, visit);
}

/** commander says «error: unknown option '--feild'\n(Did you mean --field?)»; the house quotes with guillemets and says what to do. */
function usageError(complaint: string, name: string): UsageError {
  const [first = '', ...more] = complaint.trim().split('\n');
  const message = first.replace(/^error: /, '').replace(/'([^']*)'/g, '«$1»');
  const suggestion = more.join(' ').replace(/[()]/g, '').trim();
  const isTooMany = /^Too many arguments/i.test(message);
  const hint = isTooMany
    ? 'Words that belong together go in quotes: "Round table held".'
    : suggestion === ''
      ? `«press ${name} --help» shows how it goes.`
      : suggestion;
  return new UsageError(
    `${message.charAt(0).toUpperCase()}${message.slice(1)}${message.endsWith('.') ? '' : '.'}`,
    hint,
  );
}
