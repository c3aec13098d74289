import type { RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { inertMarkdown, unsafeSigns } from './inert-markdown.ts';

const writer = unified()
  // Columns that are not lined up cost nothing when one cell is long.
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', listItemIndent: 'one', resourceLink: true, unsafe: unsafeSigns })
  .freeze();

/** Markdown of blocks, with a line end after the last line; empty for none. */
export function markdownOf(blocks: readonly RootContent[]): string {
  return inertMarkdown(writer.stringify({ type: 'root', children: [...blocks] }));
}
