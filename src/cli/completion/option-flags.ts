/** What the flags of a card say: `-o, --output <file>`. */
import type { CommandOption } from '../../model/command.ts';

export interface OptionFlags {
  readonly short: string | undefined;
  /** With its hyphens: `--output`. */
  readonly long: string;
  /** What its value is called; undefined for an option without one. */
  readonly value: string | undefined;
  /** Whether it may stand without its value. */
  readonly isOptional: boolean;
}

export function flagsOf({ flags }: Pick<CommandOption, 'flags'>): OptionFlags {
  const [, short, long = flags, bracket, value] = /^(?:(-\w), )?(--[\w-]+)(?: ([<[])(.+)[>\]])?$/.exec(flags) ?? [];
  return { short, long, value, isOptional: bracket === '[' };
}
