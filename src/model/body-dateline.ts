/** The dateline of a release's body, at its place in the file. */
import { parseDateline, type Dateline } from './dateline.ts';
import type { Manuscript, Span } from './manuscript.ts';
import { ofLast } from './of-last.ts';

export interface BodyDateline {
  readonly dateline: Dateline;
  /** The place in the file of a place in the dateline. */
  inFile(span: Span): Span;
}

// A dateline begins within the first lines; what is handed over may as well be short.
const WINDOW = 2000;

/**
 * The dateline with which the body begins, after notes to the house (HTML comments); undefined when there is none. Half a dozen rules
 * ask for it, one after the other.
 */
export const bodyDateline: (manuscript: Manuscript) => BodyDateline | undefined = ofLast(findDateline);

function findDateline({ text, bodyStart }: Manuscript): BodyDateline | undefined {
  const start = afterComments(text, bodyStart);
  const dateline = parseDateline(text.slice(start, start + WINDOW));
  if (dateline === undefined) return undefined;
  return { dateline, inFile: (span) => ({ start: span.start + start, end: span.end + start }) };
}

function afterComments(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && text.charAt(at).trim() === '') at += 1;
    if (!text.startsWith('<!--', at)) return at;
    const end = text.indexOf('-->', at);
    if (end === -1) return text.length;
    at = end + '-->'.length;
  }
}
