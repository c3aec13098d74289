/** A text under edit that remembers which stretches of it are the original's, so that edits upon edits become edits of the original. */
import type { Span } from '../model/manuscript.ts';
import { inTextOrder, type OffsetEdit } from '../text/spliced.ts';

export type Edit = OffsetEdit;

/** A stretch of the original, or new text. */
export type Piece = Span | { readonly text: string };

/** A text of so many characters as it is. */
export function wholeText(length: number): readonly Piece[] {
  return length === 0 ? [] : [{ start: 0, end: length }];
}

/** The pieces with edits made; these count in the text that the pieces make, and do not overlap. */
export function splicePieces(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const { start, end, text } of inTextOrder(edits)) {
    for (const each of stretch(pieces, at, start)) result.push(each);
    if (text !== '') result.push({ text });
    at = end;
  }
  return [...result, ...stretch(pieces, at, Infinity)];
}

/** The edits of the original that give the text of the pieces. */
export function editsOf(pieces: readonly Piece[], original: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let added = '';
  const close = (end: number): void => {
    if (original.slice(at, end) !== added) edits.push({ start: at, end, text: added });
    added = '';
  };
  for (const piece of pieces) {
    if ('text' in piece) {
      added += piece.text;
      continue;
    }
    close(piece.start);
    at = piece.end;
  }
  close(original.length);
  return edits;
}

/** Where the texts of edits stand once they are made, in the order of the text. */
export function insertedStretches(edits: readonly Edit[]): Span[] {
  let shift = 0;
  return inTextOrder(edits).map(({ start, end, text }) => {
    const inserted = { start: start + shift, end: start + shift + text.length };
    shift += text.length - (end - start);
    return inserted;
  });
}

/** Whether two edits touch the same characters, or put something into the same place. */
export function overlap(a: Span, b: Span): boolean {
  const isInsertion = a.start === a.end || b.start === b.end;
  return isInsertion ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}

/** The part of the pieces from one place of their text to another. */
function stretch(pieces: readonly Piece[], from: number, until: number): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = 'text' in piece ? piece.text.length : piece.end - piece.start;
    const start = Math.max(from - at, 0);
    const end = Math.min(until - at, length);
    if (start < end)
      found.push(
        'text' in piece
          ? { text: piece.text.slice(start, end) }
          : { start: piece.start + start, end: piece.start + end },
      );
    at += length;
  }
  return found;
}
