/** `--no-cache`: for whoever does not trust what earlier runs noted, or wants nothing noted. */
import type { CommandOption, OptionValues } from '../../model/command.ts';

export const cacheOption: CommandOption = {
  flags: '--no-cache',
  summary: 'read every file, and note nothing in .press/cache for later runs',
};

/** For what judges: where the times of files say nothing, their content does. */
export const cacheByOption: CommandOption = {
  flags: '--cache <how>',
  summary:
    'how to know a file again that an earlier run found clean: by its times on the disk, or by its content, as in a fresh clone, whose times are all new',
  choices: ['times', 'content'],
};

export function comparesContent({ cache }: OptionValues): boolean {
  return cache === 'content';
}

export function usesCache({ cache }: OptionValues): boolean {
  return cache !== false;
}
