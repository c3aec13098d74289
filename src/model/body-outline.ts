/** The outline of a release's body, at its places in the file. Comments are notes of the house and count as if they were not there. */
import type { HtmlTag } from '../text/html-tag.ts';
import type { MarkdownBlock } from '../text/markdown-block.ts';
import { PiecedText } from '../text/pieced-text.ts';
import type { MarkdownLink } from '../text/markdown-inline.ts';
import { outlineMarkdown, type MarkdownOutline } from '../text/markdown-outline.ts';
import type { Manuscript, Span } from './manuscript.ts';
import { commentSeam, piecesBetweenComments } from '../text/html-comments.ts';
import { plainParagraphs } from '../text/markdown-plain.ts';
import { ofLast } from './of-last.ts';

/** Offsets are into the manuscript's text. */
export interface BodyOutline extends MarkdownOutline {
  /**
   * As long as the manuscript's text, with blanks for everything that no reader reads as words: the front matter, comments, code,
   * tags and addresses.
   */
  readonly prose: string;
  /** As long as the manuscript's text, with blanks for the front matter and comments alone. */
  readonly visible: string;
  /** A stretch of `prose`, which need not be made for that where the body is nothing but paragraphs. */
  proseAt(span: Span): string;
}

/** The outline of a body; of a file that could not be read it is empty. A dozen rules ask for it, one after the other. */
export const outlineOf: (manuscript: Manuscript) => BodyOutline = ofLast(
  (manuscript) => plainOutlineOf(manuscript) ?? makeOutline(manuscript),
);

/** The outline of a body that is nothing but paragraphs, which is made at a glance; undefined for any other. */
export const plainOutlineOf: (manuscript: Manuscript) => BodyOutline | undefined = ofLast(plainOutline);

/** The look before any work: whether the body may hold a link, an image or an address. */
export function mayHoldLink({ text, bodyStart }: Manuscript): boolean {
  return ['](', ']:', '<'].some((sign) => text.includes(sign, bodyStart));
}

function plainOutline({ text, bodyStart }: Manuscript): BodyOutline | undefined {
  const blocks = plainParagraphs(text, bodyStart);
  if (blocks === undefined) return undefined;
  const body = (): string => withBlanks(text, [{ start: 0, end: bodyStart }]);
  return {
    blocks,
    links: [],
    code: [],
    tags: [],
    proseAt: ({ start, end }) => (start < bodyStart ? body() : text).slice(start, end),
    get prose() {
      return body();
    },
    get visible() {
      return body();
    },
  };
}

function makeOutline({ text, bodyStart }: Manuscript): BodyOutline {
  const pieces = piecesBetweenComments(text, bodyStart);
  const body = new PiecedText(text, pieces, commentSeam);
  const { blocks, links, code, tags } = outlineMarkdown(body.text);
  const span = (shape: Span): Span => body.originOf(shape);
  const placed: MarkdownOutline = {
    blocks: blocks.map((block) => placedBlock(block, span)),
    links: links.map((link) => placedLink(link, span)),
    code: code.map(span),
    tags: tags.map((tag) => placedTag(tag, span)),
  };
  let prose: string | undefined;
  const proseOf = (): string => (prose ??= withBlanks(text, [...unread(placed), ...between(pieces, text.length)]));
  return {
    ...placed,
    proseAt: ({ start, end }) => proseOf().slice(start, end),
    get prose() {
      return proseOf();
    },
    get visible() {
      return withBlanks(text, between(pieces, text.length));
    },
  };
}

/** Every property by name: of hundreds of thousands of blocks, copies by `...` take several times as long. */
function placedBlock(block: MarkdownBlock, span: (shape: Span) => Span): MarkdownBlock {
  const { kind, depth, level } = block;
  const { start, end } = span(block);
  const placed: MarkdownBlock = { kind, start, end, depth, content: block.content.map(span) };
  if (level !== undefined) placed.level = level;
  return placed;
}

function placedLink(link: MarkdownLink, span: (shape: Span) => Span): MarkdownLink {
  const { start, end } = span(link);
  return { kind: link.kind, target: link.target, start, end, text: span(link.text), whole: span(link.whole) };
}

function placedTag(tag: HtmlTag, span: (shape: Span) => Span): HtmlTag {
  const { start, end } = span(tag);
  return { name: tag.name, isClosing: tag.isClosing, start, end };
}

/** What no reader reads as words. */
function unread({ blocks, links, code, tags }: MarkdownOutline): Span[] {
  const blockSpans = blocks.filter(({ kind }) => kind === 'code' || kind === 'definition');
  return [...code, ...tags, ...links, ...blockSpans];
}

/** What the pieces leave out. */
function between(pieces: readonly Span[], length: number): Span[] {
  const starts = [...pieces.map(({ start }) => start), length];
  return starts.map((end, index) => ({ start: pieces[index - 1]?.end ?? 0, end }));
}

function withBlanks(text: string, hidden: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...hidden].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    if (start > at) parts.push(text.slice(at, start));
    parts.push(text.slice(Math.max(at, start), end).replace(/[^\r\n]/g, ' '));
    at = end;
  }
  return `${parts.join('')}${text.slice(at)}`;
}
