/** Texts put in the place of stretches of another text. */
import type { Span } from '../model/manuscript.ts';

/** `text` takes the place of the stretch; an empty stretch is an insertion. */
export type Put = Span & { readonly text: string };

/** A text after puts, with the way back to the offsets of the text before them. */
export interface PutText {
  readonly text: string;
  before(offset: number): number;
}

/** Applies puts in the order of their places; undefined when two of them want the same stretch. */
export function applyPuts(text: string, puts: readonly Put[]): PutText | undefined {
  const ordered = [...puts].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let at = 0;
  for (const put of ordered) {
    if (put.start < at) return undefined;
    pieces.push(text.slice(at, put.start), put.text);
    at = put.end;
  }
  pieces.push(text.slice(at));
  return { text: pieces.join(''), before: (offset) => offsetBefore(ordered, offset) };
}

/** What lies in a put text comes from where its stretch began. */
function offsetBefore(ordered: readonly Put[], offset: number): number {
  let shift = 0;
  for (const { start, end, text } of ordered) {
    const from = start + shift;
    if (offset <= from) break;
    if (offset < from + text.length) return start;
    shift += text.length - (end - start);
  }
  return offset - shift;
}
