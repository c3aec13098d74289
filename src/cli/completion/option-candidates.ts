/** The options of a command as words to offer. */
import type { CommandOption } from '../../model/command.ts';
import type { Candidate } from './candidate.ts';
import { flagsOf } from './option-flags.ts';

export const helpOption: CommandOption = { flags: '-h, --help', summary: 'show help' };

/** The long names of options; of one that has a short name alone there is none. */
export function optionCandidates(options: Iterable<CommandOption>, begun: string): Candidate[] {
  return [...options].flatMap((option) => {
    const { long } = flagsOf(option);
    return option.hidden === true || !long.startsWith(begun) ? [] : [{ word: long, description: option.summary }];
  });
}
