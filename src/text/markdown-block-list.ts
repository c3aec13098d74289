/** The blocks of a Markdown text as they are found, and the definitions among them. */
import type { MarkdownBlock } from './markdown-block.ts';
import { DefinitionShelf } from './markdown-definitions.ts';

export class BlockList {
  readonly blocks: MarkdownBlock[] = [];
  readonly shelf: DefinitionShelf;

  constructor(text: string) {
    this.shelf = new DefinitionShelf(text);
  }

  /** A new block, which ends where it begins until somebody knows better. */
  add({ kind, start, depth }: Pick<MarkdownBlock, 'kind' | 'start' | 'depth'>): MarkdownBlock {
    const block: MarkdownBlock = { kind, start, end: start, depth, content: [] };
    this.blocks.push(block);
    return block;
  }

  dropLast(): void {
    this.blocks.pop();
  }

  /** Takes the definitions from the beginning of the last paragraph; what is left is the last block then, and may be empty. */
  takeDefinitions(block: MarkdownBlock): MarkdownBlock {
    const end = this.shelf.take(block);
    if (end === undefined) return block;
    const content = block.content.filter((line) => line.start >= end);
    const rest: MarkdownBlock = { ...block, start: content[0]?.start ?? end, content };
    Object.assign(block, { kind: 'definition', end, content: [] });
    this.blocks.push(rest);
    return rest;
  }
}
