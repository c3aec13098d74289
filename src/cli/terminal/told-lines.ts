/** What press says to people, as lines that end with words: a terminal would cut through one, and through a command to copy. */
import { wrapLine } from '../../text/wrap.ts';
import type { World } from '../world.ts';

// Escapes of colour count as columns where they are measured: such a line is left as it is.
const COLOURED = '\u001B';

/** The text as whole lines; on a terminal none is longer than it is wide, and what a line goes on with stands as far in as its beginning. */
export function toldLines(text: string, { isTTY, columns }: Pick<World['stderr'], 'isTTY' | 'columns'>): string {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  if (isTTY !== true || columns === undefined || columns === 0) return whole;
  return whole
    .split('\n')
    .map((line) => (line.length <= columns || line.includes(COLOURED) ? line : wrapped(line, columns)))
    .join('\n');
}

function wrapped(line: string, columns: number): string {
  const [indent = ''] = /^ */.exec(line) ?? [];
  const lines = wrapLine(line.slice(indent.length), Math.max(1, columns - indent.length));
  return lines.map((each) => `${indent}${each}`).join('\n');
}
