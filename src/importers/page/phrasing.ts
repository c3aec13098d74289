/** From running text with marks to Markdown's nested form: links around strong around emphasis, each only where it must be. */
import type { PhrasingContent } from 'mdast';
import type { Marks, Piece, Words } from './passage.ts';

/** The nesting order of marks, outermost first; so nothing nests deeper than this, whatever the page did. */
const layers = ['href', 'deleted', 'strong', 'emphasis'] as const;
type Layer = (typeof layers)[number];

/** Markdown's tree of running text. Blanks at the edges of marked text move out of it: `** so **` would be no mark. */
export function phrasingOf(pieces: readonly Piece[]): PhrasingContent[] {
  return nest(tidy(pieces), 0);
}

function nest(pieces: readonly Piece[], depth: number): PhrasingContent[] {
  const layer = layers[depth];
  if (layer === undefined) return pieces.flatMap(leafOf);
  return runsOf(pieces, layer).flatMap(({ value, run }) => {
    const children = nest(run, depth + 1);
    return value === undefined || children.length === 0 ? children : [wrapped(layer, value, children)];
  });
}

function leafOf(piece: Piece): PhrasingContent[] {
  if (piece === 'break') return [{ type: 'break' }];
  return piece.text === '' ? [] : [{ type: 'text', value: piece.text }];
}

function wrapped(layer: Layer, value: true | string, children: PhrasingContent[]): PhrasingContent {
  if (layer === 'href') return { type: 'link', url: String(value), children: children as never };
  return { type: layer === 'deleted' ? 'delete' : layer, children };
}

interface Run {
  readonly value: true | string | undefined;
  readonly run: Piece[];
}

/** Neighbours with the same value of a mark, together. */
function runsOf(pieces: readonly Piece[], layer: Layer): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const value = piece === 'break' ? undefined : piece.marks[layer];
    const last = runs.at(-1);
    if (last !== undefined && last.value === value) last.run.push(piece);
    else runs.push({ value, run: [piece] });
  }
  return runs;
}

/** Moves blanks to where no mark is, and joins neighbours that are marked alike. */
function tidy(pieces: readonly Piece[]): Piece[] {
  const split = pieces.flatMap((piece) => (piece === 'break' ? [piece] : blanksOutside(piece)));
  const joined: Piece[] = [];
  for (const piece of trimmed(split)) {
    const last = joined.at(-1);
    if (piece === 'break' || last === undefined || last === 'break' || !sameMarks(last.marks, piece.marks)) joined.push(piece);
    else joined[joined.length - 1] = { text: last.text + piece.text, marks: last.marks };
  }
  return joined;
}

function blanksOutside({ text, marks }: Words): Piece[] {
  const core = text.trim();
  if (core === text || Object.keys(marks).length === 0) return [{ text, marks }];
  const start = text.length - text.trimStart().length;
  if (core === '') return [{ text, marks: {} }];
  const parts = [
    { text: text.slice(0, start), marks: {} },
    { text: core, marks },
    { text: text.slice(start + core.length), marks: {} },
  ];
  return parts.filter((part) => part.text !== '');
}

function sameMarks(a: Marks, b: Marks): boolean {
  return layers.every((layer) => a[layer] === b[layer]);
}

/** Without blanks and breaks at either end, where Markdown would drop or misread them. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  let from = 0;
  let to = pieces.length;
  while (from < to && isBlank(pieces[from])) from += 1;
  while (to > from && isBlank(pieces[to - 1])) to -= 1;
  return pieces.slice(from, to).map((piece, at, all) => trimmedEdge(piece, at === 0, at === all.length - 1));
}

function isBlank(piece: Piece | undefined): boolean {
  return piece === undefined || piece === 'break' || piece.text.trim() === '';
}

function trimmedEdge(piece: Piece, isFirst: boolean, isLast: boolean): Piece {
  if (piece === 'break') return piece;
  const left = isFirst ? piece.text.trimStart() : piece.text;
  return { text: isLast ? left.trimEnd() : left, marks: piece.marks };
}
