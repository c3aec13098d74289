import type { TableFault } from '../text/csv-table.ts';
import { PressError } from './press-error.ts';

/** The error for a file that cannot be read as a table. */
export function brokenTable(name: string, { kind, line, cause }: TableFault): PressError {
  const isOpen = kind === 'open-quote';
  const place = line === undefined ? '' : ` (${isOpen ? 'looked for up to line' : 'line'} ${line})`;
  const what = isOpen ? 'a quotation mark that is never closed' : 'a quotation mark in the middle of a cell';
  return new PressError('nothing-imported', `«${name}» cannot be read as a table: it has ${what}${place}.`, {
    hint: 'A cell with a quotation mark in it stands in quotation marks, and the one inside is doubled: "the ""first"" one".',
    cause,
  });
}
