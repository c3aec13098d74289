/** What content management systems leave at both ends of a text: «Read more», «Print», «The post … appeared first on …». */
import { oneLine } from '../page/one-line.ts';
import { isText, passagesIn, textOfPassage, type Passage } from '../page/passage.ts';
import { isSiteLine } from '../page/site-parts.ts';

export interface Undebrised {
  readonly text: readonly Passage[];
  /** What was taken off, as changes to tell of. */
  readonly debris: readonly Passage[];
}

/** Takes off what can only be the system's own, at the beginning and at the end; inside a text the same words stay. */
export function withoutDebris(passages: readonly Passage[]): Undebrised {
  const first = passages.findIndex((passage) => !isDebris(passage));
  if (first === -1) return { text: passages, debris: [] };
  const end = passages.findLastIndex((passage) => !isDebris(passage) && !isAppended(passage)) + 1;
  const taken = [...passages.slice(0, first), ...passages.slice(Math.max(end, first))];
  return { text: passages.slice(first, Math.max(end, first)), debris: taken.flatMap(asChange) };
}

/** Words that a system has, with a link on all of them: «Print» as a word may be somebody's. */
function isDebris(passage: Passage): boolean {
  return (isText(passage) || passage.kind === 'list') && isSiteLine(passage) && isLinked(passage);
}

function isLinked(passage: Passage): boolean {
  if (!isText(passage)) return passagesIn(passage).every(isLinked);
  return passage.pieces.every(
    (piece) => piece === 'break' || piece.text.trim() === '' || piece.marks.href !== undefined,
  );
}

const APPENDED = /^The post .{1,500} (?:appeared first on|first appeared on) .{1,200}\.$/;

/** What WordPress writes below every text of a feed. */
function isAppended(passage: Passage): boolean {
  return passage.kind === 'paragraph' && APPENDED.test(oneLine(textOfPassage(passage)));
}

function asChange(passage: Passage): Passage[] {
  const shown = oneLine(textOfPassage(passage)).slice(0, 80);
  return [{ kind: 'changed', what: 'Left out as the site’s own', shown, where: passage.where }];
}
