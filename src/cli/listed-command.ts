/** What the overview of `--help` says of a command. */
import type { Command, CommandArgument } from '../model/command.ts';

export interface ListedCommand {
  readonly name: string;
  /** What stands behind the name: `[PATH …]`. */
  readonly words: string;
  readonly summary: string;
}

/** Short enough to be kept in `generated/command-list.ts`, so that an overview loads no card. */
export function listedCommand({ name, arguments: words, summary }: Command): ListedCommand {
  return { name, words: words.map(wordOf).join(' '), summary };
}

function wordOf({ name, required, variadic }: CommandArgument): string {
  const word = `${name.toUpperCase()}${variadic ? ' …' : ''}`;
  return required ? word : `[${word}]`;
}
