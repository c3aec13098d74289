/**
 * The stretches of a Markdown text that are HTML, and have to become Markdown as a whole: a table, a list, a block that a tag opens. What
 * stands around them stays as it is.
 */
import { outlineMarkdown, type MarkdownOutline } from '../../../text/markdown-outline.ts';
import type { HtmlTag } from '../../../text/html-tag.ts';
import type { MarkdownBlock } from '../../../text/markdown-block.ts';
import { htmlComments } from '../../../text/html-comments.ts';

export interface HtmlPart {
  readonly start: number;
  readonly end: number;
  /** Quotes and lists around it. */
  readonly depth: number;
}

export interface HtmlParts {
  readonly parts: readonly HtmlPart[];
  /** Tags in running text, outside of the parts, each with the block that it stands in. */
  readonly inline: readonly { readonly tag: HtmlTag; readonly block: MarkdownBlock }[];
  /** Of an opening tag its closing one. */
  readonly closings: ReadonlyMap<HtmlTag, HtmlTag>;
  readonly outline: MarkdownOutline;
}

/** Elements whose words belong together, whatever stands between their tags. */
const whole: ReadonlySet<string> = new Set(
  (
    'table ul ol dl blockquote pre figure details p h1 h2 h3 h4 h5 h6 script style noscript template iframe object video audio svg math ' +
    'canvas form select textarea button map center address fieldset'
  ).split(' '),
);
const empty: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** A text as long as this one in which comments are blanks: what stands in them is no part of it. */
export function withoutCommentWords(text: string): string {
  if (!text.includes('<!--')) return text;
  let masked = '';
  let at = 0;
  for (const { start, end } of htmlComments(text)) {
    masked += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return masked + text.slice(at);
}

/** Finds the parts of a text without comments. */
export function htmlParts(masked: string): HtmlParts {
  const outline = outlineMarkdown(masked);
  const tags = [...outline.tags].sort((a, b) => a.start - b.start);
  const closings = closingTags(tags);
  const blocks = outline.blocks.filter(({ kind }) => kind === 'html');
  const parts = partsOf(blocks, tags, closings);
  return { parts, inline: inlineTags(outline, tags, parts), closings, outline };
}

/** Pairs each opening tag with the closing one that an element nested in itself would have. */
function closingTags(tags: readonly HtmlTag[]): Map<HtmlTag, HtmlTag> {
  const open = new Map<string, HtmlTag[]>();
  const closings = new Map<HtmlTag, HtmlTag>();
  for (const tag of tags) {
    const stack = open.get(tag.name) ?? [];
    open.set(tag.name, stack);
    if (!tag.isClosing && !empty.has(tag.name)) stack.push(tag);
    const opening = tag.isClosing ? stack.pop() : undefined;
    if (opening !== undefined) closings.set(opening, tag);
  }
  return closings;
}

function partsOf(
  blocks: readonly MarkdownBlock[],
  tags: readonly HtmlTag[],
  closings: ReadonlyMap<HtmlTag, HtmlTag>,
): HtmlPart[] {
  const parts: HtmlPart[] = [];
  let next = 0;
  let nextBlock = 0;
  const starts = [...blocks.map((block) => ({ ...block, isBlock: true })), ...wholeTags(tags)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  for (const { start, end: first, depth } of starts) {
    if (start < (parts.at(-1)?.end ?? 0)) continue;
    let end = first;
    while (next < tags.length && (tags[next]?.start ?? 0) < start) next += 1;
    for (;;) {
      const tag = tags[next];
      if (tag !== undefined && tag.start < end) {
        if (whole.has(tag.name)) end = Math.max(end, closings.get(tag)?.end ?? 0);
        next += 1;
        continue;
      }
      while ((blocks[nextBlock]?.end ?? Infinity) < end) nextBlock += 1;
      const block = blocks[nextBlock];
      if (block === undefined || block.start >= end || block.end <= end) break;
      end = block.end;
    }
    parts.push({ start, end, depth });
  }
  return parts;

  function wholeTags(all: readonly HtmlTag[]): { start: number; end: number; depth: number; isBlock: boolean }[] {
    return all
      .filter((tag) => !tag.isClosing && whole.has(tag.name) && closings.has(tag))
      .map(({ start, end }) => ({ start, end, depth: 0, isBlock: false }));
  }
}

/** Tags in the words of paragraphs, headings and cells. */
function inlineTags(
  { blocks }: MarkdownOutline,
  tags: readonly HtmlTag[],
  parts: readonly HtmlPart[],
): HtmlParts['inline'] {
  const leaves = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'heading' || kind === 'table');
  const found: { tag: HtmlTag; block: MarkdownBlock }[] = [];
  let leaf = 0;
  let part = 0;
  for (const tag of tags) {
    while ((parts[part]?.end ?? Infinity) <= tag.start) part += 1;
    while (leaf + 1 < leaves.length && (leaves[leaf]?.end ?? 0) <= tag.start) leaf += 1;
    const block = leaves[leaf];
    if ((parts[part]?.start ?? Infinity) <= tag.start || block === undefined) continue;
    found.push({ tag, block });
  }
  return found;
}
