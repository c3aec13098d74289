/** What belongs at the cursor of a command line, by the card of its command. */
import type { Command, CommandArgument, CommandOption } from '../../model/command.ts';
import { flagsOf } from './option-flags.ts';

export type AtCursor =
  | { readonly kind: 'option'; readonly given: ReadonlySet<CommandOption> }
  | { readonly kind: 'value'; readonly option: CommandOption; readonly before: string; readonly begun: string }
  | { readonly kind: 'argument'; readonly argument: CommandArgument; readonly begun: string }
  | { readonly kind: 'nothing' };

export interface Typed {
  /** The words before the one at the cursor. */
  readonly words: readonly string[];
  /** The word at the cursor, as far as it stands before it. */
  readonly current: string;
}

/** `options` are all that the command takes, those of every command and of the vocabulary among them. */
export function atCursor(card: Command, options: readonly CommandOption[], { words, current }: Typed): AtCursor {
  const { given, waiting, count, isOver } = walk(words, options);
  if (waiting !== undefined && !(flagsOf(waiting).isOptional && current.startsWith('-')))
    return { kind: 'value', option: waiting, before: '', begun: current };
  if (!isOver && current.startsWith('-')) return optionAt(current, options, given);
  const at = count - card.name.split(' ').length;
  const argument = card.arguments[at] ?? card.arguments.findLast(({ variadic }) => variadic);
  return at < 0 || argument === undefined ? { kind: 'nothing' } : { kind: 'argument', argument, begun: current };
}

function optionAt(current: string, options: readonly CommandOption[], given: ReadonlySet<CommandOption>): AtCursor {
  const end = current.indexOf('=');
  if (end === -1) return { kind: 'option', given };
  const option = options.find((each) => flagsOf(each).long === current.slice(0, end));
  if (option === undefined || flagsOf(option).value === undefined) return { kind: 'nothing' };
  return { kind: 'value', option, before: current.slice(0, end + 1), begun: current.slice(end + 1) };
}

interface Walked {
  readonly given: ReadonlySet<CommandOption>;
  /** The option whose value the next word is. */
  readonly waiting: CommandOption | undefined;
  /** Words that are no options, those of the command's name among them. */
  readonly count: number;
  /** Whether `--` has ended the options. */
  readonly isOver: boolean;
}

function walk(words: readonly string[], options: readonly CommandOption[]): Walked {
  const byFlag = new Map(options.flatMap((option) => namesOf(option).map((name) => [name, option] as const)));
  const given = new Set<CommandOption>();
  let waiting: CommandOption | undefined;
  let [count, isOver] = [0, false];
  for (const word of words) {
    const wasWaiting = waiting !== undefined && !(flagsOf(waiting).isOptional && word.startsWith('-'));
    waiting = undefined;
    if (wasWaiting) continue;
    if (isOver || word === '-' || !word.startsWith('-')) count += 1;
    else if (word === '--') isOver = true;
    else {
      const option = byFlag.get(word.split('=')[0] ?? word);
      if (option !== undefined) given.add(option);
      waiting = option !== undefined && takesNext(option, word) ? option : undefined;
    }
  }
  return { given, waiting, count, isOver };
}

function namesOf(option: CommandOption): string[] {
  const { short, long } = flagsOf(option);
  return short === undefined ? [long] : [short, long];
}

function takesNext(option: CommandOption, word: string): boolean {
  return flagsOf(option).value !== undefined && !word.includes('=');
}
