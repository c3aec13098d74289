/** Edits of a text. */
export interface OffsetEdit {
  /** Offsets in UTF-16 units; `end` lies just after the last character that goes. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits in the order of the text; of two at one place the shorter comes first, and equal ones stay in their order. */
export function inTextOrder<Edit extends Pick<OffsetEdit, 'start' | 'end'>>(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A text with edits made that do not overlap. */
export function spliced(text: string, edits: readonly OffsetEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of inTextOrder(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
