import { Chalk } from 'chalk';
import type { Paint } from '../../model/environment.ts';

/** chalk's levels: 0 none, 1 sixteen colours, 2 two hundred and fifty-six, 3 all. */
export type ColourLevel = 0 | 1 | 2 | 3;

/** The house's colours. They say the same as the words beside them: nobody needs to see them. */
export function chalkPaint(level: ColourLevel): Paint {
  const chalk = new Chalk({ level });
  return {
    bad: (text) => chalk.red(text),
    warn: (text) => chalk.yellow(text),
    good: (text) => chalk.green(text),
    quiet: (text) => chalk.dim(text),
    path: (text) => chalk.cyan(text),
    strong: (text) => chalk.bold(text),
  };
}
