/** From passages to Markdown: what the page's words say stays words, whatever Markdown would read into them. */
import type { BlockContent, DefinitionContent, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { phrasingOf } from './phrasing.ts';
import { wordsOf, type Passage, type Picture, type Piece, type TableCell } from './passage.ts';

const writer = unified()
  // Columns that are not lined up cost nothing when one cell is long.
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', listItemIndent: 'one' })
  .freeze();

/** Markdown of passages, without a final line break; empty for none. */
export function toMarkdown(passages: readonly Passage[]): string {
  const root: Root = { type: 'root', children: withoutRulesAtEdges(passages.flatMap(blocksOf)) };
  return readable(writer.stringify(root)).trimEnd();
}

/** A line that divided the text from the site's own parts divides nothing any more. */
function withoutRulesAtEdges<Block extends RootContent>(blocks: readonly Block[]): Block[] {
  const isContent = ({ type }: Block): boolean => type !== 'thematicBreak';
  const first = blocks.findIndex(isContent);
  return first === -1 ? [] : blocks.slice(first, blocks.findLastIndex(isContent) + 1);
}

type Block = (BlockContent | DefinitionContent) & RootContent;

function blocksOf(passage: Passage): Block[] {
  switch (passage.kind) {
    case 'paragraph':
      return unlessEmpty(phrasingOf(passage.pieces), (children) => ({ type: 'paragraph', children }));
    case 'heading':
      return unlessEmpty(phrasingOf(passage.pieces), (children) => ({
        type: 'heading',
        depth: depthOf(passage.level),
        children,
      }));
    case 'list':
      return listOf(passage);
    case 'quote':
      return unlessEmpty(passage.passages.flatMap(blocksOf), (children) => ({ type: 'blockquote', children }));
    case 'footnote':
      return unlessEmpty(passage.passages.flatMap(blocksOf), (children) => ({
        type: 'footnoteDefinition',
        identifier: passage.label,
        label: passage.label,
        children,
      }));
    case 'definitions':
      return passage.items.flatMap(({ isTerm, passages }) =>
        (isTerm ? passages.map(asTerm) : passages).flatMap(blocksOf),
      );
    case 'code':
      return codeOf(passage.text);
    case 'picture':
      return [{ type: 'paragraph', children: [pictureOf(passage.picture)] }];
    case 'table':
      return tableOf(passage.rows);
    case 'rule':
      return [{ type: 'thematicBreak' }];
    case 'empty-item':
    case 'lost':
    case 'changed':
      return [];
  }
}

/** Code with what would begin a comment of the house, which every output takes out, is written as lines of text. */
function codeOf(text: string): Block[] {
  if (text.trim() === '') return [];
  if (!text.includes('<!--')) return [{ type: 'code', value: text }];
  const pieces = text.split('\n').flatMap((line): Piece[] => [{ text: line, marks: {} }, 'break']);
  return blocksOf({ kind: 'paragraph', pieces, where: '' });
}

/** Markdown has no definitions: what is defined stands in bold above what is said about it. */
function asTerm(passage: Passage): Passage {
  if (passage.kind !== 'paragraph') return passage;
  const strong = (piece: Piece): Piece =>
    piece === 'break' ? piece : { text: piece.text, marks: { ...piece.marks, strong: true } };
  return { ...passage, pieces: passage.pieces.map(strong) };
}

function pictureOf({ href, alt, link }: Picture): PhrasingContent {
  const image = { type: 'image' as const, url: href, alt };
  return link === undefined ? image : { type: 'link', url: link, children: [image] };
}

function unlessEmpty<Child, Block>(children: Child[], make: (children: Child[]) => Block): Block[] {
  return children.length === 0 ? [] : [make(children)];
}

/** The headline is the release's title, so headings in the text begin at the second level. */
function depthOf(level: number): 2 | 3 | 4 | 5 | 6 {
  const depths = [2, 2, 3, 4, 5, 6] as const;
  return depths[Math.min(Math.max(level, 1), 6) - 1] ?? 6;
}

function listOf({ ordered, start, items }: Extract<Passage, { kind: 'list' }>): Block[] {
  const filled = items.map((item) => item.flatMap(blocksOf)).filter((blocks) => blocks.length > 0);
  return unlessEmpty(filled, (all) => ({
    type: 'list',
    ordered,
    ...(start !== undefined && { start }),
    spread: false,
    children: all.map((children) => ({
      type: 'listItem',
      spread: children.filter(({ type }) => type === 'paragraph').length > 1,
      children,
    })),
  }));
}

const WIDEST_TABLE = 40;

/** Markdown tables begin with a row of headings; a table without one gets an empty row there. */
function tableOf(rows: readonly (readonly TableCell[])[]): Block[] {
  const filled = rows.filter((row) => row.some(({ pieces }) => wordsOf(pieces).trim() !== ''));
  const width = filled.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width === 0) return [];
  if (width > WIDEST_TABLE)
    return filled.flat().flatMap(({ pieces }) => blocksOf({ kind: 'paragraph', pieces, where: '' }));
  const hasHead = filled[0]?.every(({ isHeading }) => isHeading) === true;
  return [
    { type: 'table', children: [...(hasHead ? [] : [rowOf([], width)]), ...filled.map((row) => rowOf(row, width))] },
  ];
}

function rowOf(row: readonly TableCell[], width: number): TableRow {
  const cells = Array.from({ length: width }, (_, at) => row[at]?.pieces ?? []);
  return {
    type: 'tableRow',
    children: cells.map((pieces) => ({ type: 'tableCell', children: inOneLine(phrasingOf(pieces)) })),
  };
}

/** A table's cell has no room for a line break. */
function inOneLine(children: PhrasingContent[]): PhrasingContent[] {
  return children.map((child) => (child.type === 'break' ? { type: 'text', value: ' ' } : child));
}

const DOUBTFUL_AUTOLINK = /(\\+)(?=[@:.])/g;

/**
 * Takes back two escapes and sharpens one.
 *
 * `press\@example.org` and `https\://…` are escaped for readers that make links of bare addresses: no harm, and nobody wants to
 * edit them. But `\<!--` still holds what every output takes out as a comment of the house, so there the sign itself goes.
 */
function readable(markdown: string): string {
  return markdown
    .replace(DOUBTFUL_AUTOLINK, (escape, _, at: number) =>
      isForAutolink(markdown, at, escape.length) ? escape.slice(1) : escape,
    )
    .replaceAll('\\<!--', '&lt;!--');
}

function isForAutolink(markdown: string, at: number, length: number): boolean {
  if (length % 2 === 0) return false;
  const sign = markdown.charAt(at + length);
  if (sign === '@') return true;
  if (sign === ':') return markdown.startsWith('//', at + length + 1);
  return /^[Ww]$/.test(markdown.charAt(at - 1));
}
