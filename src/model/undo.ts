/** A change that can be taken back: what brings each file's old text back. */
import { inTextOrder, type OffsetEdit } from '../text/spliced.ts';

/** The edits that turn the new text of a file into the old one. */
export interface ReverseEdits {
  /** From the repository's root. */
  readonly path: string;
  readonly edits: readonly OffsetEdit[];
}

/** What is remembered of a file that was changed. */
export interface UndoneFile extends ReverseEdits {
  /** Digest of its bytes after the change: only such a file can be taken back. */
  readonly changed: string;
  /** Digest of its bytes before the change. */
  readonly original: string;
}

export interface UndoRecord {
  /** Names it while it is there. */
  readonly id: string;
  /** As the command said that made the change. */
  readonly purpose: string;
  /** RFC 3339, UTC. */
  readonly since: string;
  readonly files: readonly UndoneFile[];
}

/** The edits that take edits of a text back; offsets count in the text that the edits make. */
export function reversed(text: string, edits: readonly OffsetEdit[]): OffsetEdit[] {
  let shift = 0;
  return inTextOrder(edits).map(({ start, end, text: fresh }) => {
    const at = start + shift;
    shift += fresh.length - (end - start);
    return { start: at, end: at + fresh.length, text: text.slice(start, end) };
  });
}
