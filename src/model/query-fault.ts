/** What is wrong with a query: a sentence with the column, and below the way out the query itself, with the place underlined. */
import { displayWidth } from '../text/display-width.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { PressError } from './press-error.ts';

/** A stretch of a query, in UTF-16 code units from its beginning. */
export interface QueryPlace {
  readonly query: string;
  readonly at: number;
  readonly end: number;
}

/** An error that points at a column of a query; columns begin at 1. */
export function badQuery(place: QueryPlace, message: string, hint: string): PressError {
  return pointedAt(new PressError('bad-query', message, { hint }), place);
}

/** The same error, with the place in the query that it is about. */
export function pointedAt({ code, message, hint }: PressError, place: QueryPlace): PressError {
  const lines = [...(hint === undefined ? [] : [hint]), ...sketchOf(place)];
  const said = `In the query «${place.query}», column ${place.at + 1}: ${message}`;
  return new PressError(code, said, lines.length === 0 ? {} : { hint: lines.join('\n') });
}

const INDENT = '    ';
const BEFORE_PLACE = 36;
const WIDEST = 72;

/** The query around the place, and a line of carets under it; nothing for a query that is not there. */
function sketchOf({ query: written, at, end }: QueryPlace): string[] {
  if (written.trim() === '') return [];
  // A long query is easily typed over several lines; the sketch has one.
  const query = written.replaceAll(/\s/g, ' ');
  const from = at > BEFORE_PLACE && query.length > WIDEST ? at - BEFORE_PLACE : 0;
  const until = Math.min(from + WIDEST, query.length);
  const before = `${from > 0 ? '…' : ''}${terminalSafe(query.slice(from, at))}`;
  const marked = terminalSafe(query.slice(at, Math.min(end, until)));
  const after = `${terminalSafe(query.slice(Math.min(end, until), until))}${until < query.length ? '…' : ''}`;
  const carets = '^'.repeat(Math.max(1, displayWidth(marked)));
  return [`${INDENT}${before}${marked}${after}`, `${INDENT}${' '.repeat(displayWidth(before))}${carets}`];
}
