/** Questions to the person at the terminal. What asks them is loaded with the first question. */
import type { Ask, Paint } from '../../model/environment.ts';
import type { World } from '../world.ts';
import { plainPaint } from './colour.ts';

/** Asks on stderr when that is a terminal, so that stdout holds nothing but the product; otherwise on stdout. */
export function askAtTerminal(world: Pick<World, 'stdin' | 'stdout' | 'stderr'>, paint: Paint = plainPaint): Ask {
  const output = world.stderr.isTTY === true ? world.stderr : world.stdout;
  const load = async (): Promise<Ask> => (await import('./prompts.ts')).prompts({ input: world.stdin, output, paint });
  return {
    text: async (question) => (await load()).text(question),
    pick: async (question) => (await load()).pick(question),
    confirm: async (question) => (await load()).confirm(question),
  };
}
