/** `--no-cache`: for whoever does not trust what earlier runs noted, or wants nothing noted. */
import type { CommandOption, OptionValues } from '../../model/command.ts';

export const cacheOption: CommandOption = {
  flags: '--no-cache',
  summary: 'read every file, and note nothing in .press/cache for later runs',
};

export function usesCache({ cache }: OptionValues): boolean {
  return cache !== false;
}
