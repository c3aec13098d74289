/** From running text with marks to Markdown's nested form: links around strong around emphasis, each only where it must be. */
import type { InlineCode, PhrasingContent, Text } from 'mdast';
import { withFittingEdges } from './mark-edges.ts';
import type { Piece, Words } from './passage.ts';

/** The nesting order of marks, outermost first; so nothing nests deeper than this, whatever the page did. */
const layers = ['href', 'deleted', 'strong', 'emphasis'] as const;
type Layer = (typeof layers)[number];

/** Markdown's tree of running text, without blanks and breaks at its ends. */
export function phrasingOf(pieces: readonly Piece[]): PhrasingContent[] {
  const split = pieces.flatMap((piece): readonly Piece[] => (piece === 'break' ? [piece] : splitBlanks(piece)));
  return nest(withFittingEdges(trimmed(split).kept), 0);
}

/** A piece as the blanks before it, its words, and the blanks behind it. */
function splitBlanks({ text, marks }: Words): Piece[] {
  const core = text.trim();
  if (core === text || core === '') return [{ text, marks }];
  const start = text.length - text.trimStart().length;
  const parts = [text.slice(0, start), core, text.slice(start + core.length)];
  return parts.filter((part) => part !== '').map((part) => ({ text: part, marks }));
}

function nest(pieces: readonly Piece[], depth: number): PhrasingContent[] {
  const layer = layers[depth];
  if (layer === undefined) return joined(pieces.map(leafOf));
  return joined(
    runsOf(pieces, layer).flatMap(({ value, run }) => {
      if (value === undefined) return nest(run, depth + 1);
      // Blanks at the edges of marked words move out of the mark: Markdown takes `** so **` for no mark at all.
      const { before, kept, after } = trimmed(run);
      const inside = nest(kept, depth + 1);
      return [
        ...before.map(leafOf),
        ...(inside.length === 0 ? [] : [wrapped(layer, value, inside)]),
        ...after.map(leafOf),
      ];
    }),
  );
}

function leafOf(piece: Piece): PhrasingContent {
  if (piece === 'break') return { type: 'break' };
  const { footnote, code } = piece.marks;
  if (footnote !== undefined) return { type: 'footnoteReference', identifier: footnote, label: footnote };
  const isCode = code === true && piece.text.trim() !== '' && !COMMENT.test(piece.text);
  return { type: isCode ? 'inlineCode' : 'text', value: piece.text };
}

/** What would begin a comment of the house, which every output takes out: in a text it can be escaped, in code it cannot. */
const COMMENT = /<!|<$/;

function wrapped(layer: Layer, value: true | string, children: PhrasingContent[]): PhrasingContent {
  if (layer !== 'href') return { type: layer === 'deleted' ? 'delete' : layer, children };
  return { type: 'link', url: String(value), children };
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

interface Trimmed {
  readonly before: readonly Piece[];
  readonly kept: readonly Piece[];
  readonly after: readonly Piece[];
}

function trimmed(pieces: readonly Piece[]): Trimmed {
  const isContent = (piece: Piece): boolean => piece !== 'break' && piece.text.trim() !== '';
  const first = pieces.findIndex(isContent);
  if (first === -1) return { before: pieces, kept: [], after: [] };
  const end = pieces.findLastIndex(isContent) + 1;
  return { before: pieces.slice(0, first), kept: pieces.slice(first, end), after: pieces.slice(end) };
}

function isLeaf(node: PhrasingContent): node is Text | InlineCode {
  return node.type === 'text' || node.type === 'inlineCode';
}

/** Texts that follow each other as one, so that escaping sees what stands beside what. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const all: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (isLeaf(node) && last !== undefined && isLeaf(last) && node.type === last.type)
      all[all.length - 1] = { type: node.type, value: last.value + node.value };
    else all.push(node);
  }
  return all;
}
