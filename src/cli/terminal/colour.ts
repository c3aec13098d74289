/** Whether to use colour, judged for each stream by itself, and the paint that follows from it. */
import type { Paint } from '../../model/environment.ts';
import type { ColourLevel } from './paint.ts';

export interface ColourWish {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly noColor: boolean;
}

/** NO_COLOR counts when it is not empty (no-color.org); FORCE_COLOR overrides only the question whether there is a terminal. */
export function wantsColour(stream: { readonly isTTY?: boolean }, { env, noColor }: ColourWish): ColourLevel {
  if (noColor || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forcedLevel(forced);
  if (stream.isTTY !== true) return 0;
  return /truecolor|24bit/.test(env['COLORTERM'] ?? '') ? 3 : 1;
}

function forcedLevel(value: string): ColourLevel {
  if (value === '0' || value === 'false') return 0;
  return value === '2' ? 2 : value === '3' ? 3 : 1;
}

const same = (text: string): string => text;

export const plainPaint: Paint = { bad: same, warn: same, good: same, quiet: same, path: same, strong: same };

/** Paint of a level above 0; chalk is loaded only then. */
export async function loadPaint(level: ColourLevel): Promise<Paint> {
  const { chalkPaint } = await import('./paint.ts');
  return chalkPaint(level);
}
