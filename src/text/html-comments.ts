/** HTML comments in a Markdown text: notes of the house, which no output holds. What begins and ends one is said here alone. */

const OPENING = '<!--';
const CLOSING = '-->';

export interface HtmlComment {
  /** Offsets into the text, its signs included. */
  readonly start: number;
  readonly end: number;
  /** One that is never closed reaches to the end of the text. */
  readonly isClosed: boolean;
}

/** The comments from an offset on, in order. */
export function* htmlComments(text: string, from = 0): Generator<HtmlComment> {
  for (let start = text.indexOf(OPENING, from); start !== -1;) {
    const close = text.indexOf(CLOSING, start + OPENING.length);
    const end = close === -1 ? text.length : close + CLOSING.length;
    yield { start, end, isClosed: close !== -1 };
    start = text.indexOf(OPENING, end);
  }
}

/** What stands between the comments, from an offset on; nothing stands behind one that is never closed. */
export function piecesBetweenComments(text: string, from = 0): { readonly start: number; readonly end: number }[] {
  const pieces = [];
  let at = from;
  for (const { start, end, isClosed } of htmlComments(text, from)) {
    pieces.push({ start: at, end: start });
    if (!isClosed) return pieces;
    at = end;
  }
  return [...pieces, { start: at, end: text.length }];
}

/** What stands between two parts of a text whose comment is gone, so that they never make up another one. */
export function commentSeam(before: string, after: string): '' | ' ' {
  const meeting = `${before.slice(1 - OPENING.length)}${after.slice(0, OPENING.length - 1)}`;
  return meeting.includes(OPENING) ? ' ' : '';
}
