/**
 * Marks whose edges Markdown can write.
 *
 * `**Note:**text` is no bold text to Markdown, because a mark must not end in punctuation where a word follows at once (CommonMark
 * 0.31, 6.2). Bold or not, a colon is a colon: such punctuation moves out of the mark, and so does code, which has backticks around it.
 */
import type { Marks, Piece, Words } from './passage.ts';

const flanked = ['deleted', 'strong', 'emphasis'] as const;
type Flanked = (typeof flanked)[number];

/** The pieces, marked so that every mark is read as one. */
export function withFittingEdges(pieces: readonly Piece[]): readonly Piece[] {
  return flanked.reduce<readonly Piece[]>(fitted, pieces);
}

function fitted(pieces: readonly Piece[], mark: Flanked): readonly Piece[] {
  if (!pieces.some((piece) => isMarked(piece, mark))) return pieces;
  const opened = pieces.flatMap((piece, at) => {
    const before = pieces[at - 1];
    if (!isMarked(piece, mark) || isMarked(before, mark) || !isWordBeside(before, 'end')) return [piece];
    const [outside = ''] = piece.marks.code === true ? [piece.text] : (/^[\p{P}\p{S}]*/u.exec(piece.text) ?? []);
    return parts(piece, mark, { before: outside, inside: piece.text.slice(outside.length) });
  });
  return opened.flatMap((piece, at) => {
    const after = opened[at + 1];
    if (!isMarked(piece, mark) || isMarked(after, mark) || !isWordBeside(after, 'start')) return [piece];
    const end = piece.marks.code === true ? 0 : endOfWords(piece.text);
    return parts(piece, mark, { inside: piece.text.slice(0, end), after: piece.text.slice(end) });
  });
}

function isMarked(piece: Piece | undefined, mark: Flanked): piece is Words {
  return piece !== undefined && piece !== 'break' && piece.marks[mark] === true && piece.marks.footnote === undefined;
}

function isWordBeside(piece: Piece | undefined, edge: 'start' | 'end'): boolean {
  if (piece === undefined || piece === 'break' || piece.marks.footnote !== undefined) return false;
  return edge === 'start' ? /^[^\s\p{P}\p{S}]/u.test(piece.text) : /[^\s\p{P}\p{S}]$/u.test(piece.text.slice(-2));
}

/** Where the punctuation at the end of a text begins. */
function endOfWords(text: string): number {
  const characters = [...text];
  while (characters.length > 0 && /[\p{P}\p{S}]/u.test(characters.at(-1) ?? '')) characters.pop();
  return characters.join('').length;
}

function parts(
  { text, marks }: Words,
  mark: Flanked,
  { before = '', inside, after = '' }: { before?: string; inside: string; after?: string },
): Words[] {
  if (inside.length === text.length) return [{ text, marks }];
  const { [mark]: _, ...without }: Marks = marks;
  return [
    { text: before, marks: without },
    { text: inside, marks },
    { text: after, marks: without },
  ].filter((part) => part.text !== '');
}
