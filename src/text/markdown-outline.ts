/**
 * What a Markdown text is made of: its blocks, and in their words the links, the code and the tags of HTML.
 *
 * CommonMark 0.31 with GitHub's tables; linear in the length of the text. It differs from a full parser where the difference
 * does no harm: links that name a definition (`[words][label]`) are not listed, the definition is; Markdown inside a block of
 * HTML is listed, because every output shows HTML as text and makes links of it; quotes and lists are 40 deep at most; a
 * table's head cannot be the first words of a list's item or of a quote that its rows leave; of the names of characters
 * (`&amp;`) only those are known that addresses are made of.
 */
import type { MarkdownBlock } from './markdown-block.ts';
import { BlockScanner } from './markdown-blocks.ts';
import { plainDestination } from './markdown-destination.ts';
import { InlineScanner, type InlineFindings } from './markdown-inline.ts';
import { PiecedText, type Stretch } from './pieced-text.ts';

export interface MarkdownOutline extends InlineFindings {
  /** In the order in which they begin; a quote or list stands before what it holds. */
  readonly blocks: readonly MarkdownBlock[];
}

/** The outline of a whole text. Offsets are into it. */
export function outlineMarkdown(text: string): MarkdownOutline {
  const { blocks, shelf } = new BlockScanner(text).list;
  const { definitions, labels } = shelf;
  const found: InlineFindings = { links: [], code: [], tags: [] };
  const scanner = new InlineScanner(text, labels, found);
  for (const block of blocks) for (const words of wordsOf(block)) scan(words);
  for (const { label, target, whole } of definitions)
    found.links.push({
      kind: 'definition',
      target: plainDestination(text.slice(target.start, target.end)),
      ...target,
      text: label,
      whole,
    });
  found.links.sort((a, b) => a.start - b.start);
  return { blocks, ...found };

  function scan(words: readonly Stretch[]): void {
    const [first] = words;
    if (first === undefined) return;
    if (words.length === 1) scanner.scan(first);
    else scanPieces(text, words, { labels, found });
  }
}

/** A paragraph is read as a whole, a table cell by cell. */
function wordsOf({ kind, content }: MarkdownBlock): (readonly Stretch[])[] {
  return kind === 'table' ? content.map((cell) => [cell]) : [content];
}

/** Words of several lines are read without what stands before each line: signs of quotes, blanks. */
function scanPieces(
  text: string,
  words: readonly Stretch[],
  { labels, found }: { readonly labels: ReadonlySet<string>; readonly found: InlineFindings },
): void {
  const pieced = new PiecedText(text, words, () => '\n');
  const inPieces: InlineFindings = { links: [], code: [], tags: [] };
  new InlineScanner(pieced.text, labels, inPieces).scan({ start: 0, end: pieced.text.length });
  for (const code of inPieces.code) found.code.push(pieced.originOf(code));
  for (const tag of inPieces.tags) found.tags.push({ ...tag, ...pieced.originOf(tag) });
  for (const link of inPieces.links)
    found.links.push({
      ...link,
      ...pieced.originOf(link),
      text: pieced.originOf(link.text),
      whole: pieced.originOf(link.whole),
    });
}
