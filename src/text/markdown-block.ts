/** One block of a Markdown text. */
import type { Stretch } from './pieced-text.ts';

export type MarkdownBlockKind =
  | 'paragraph'
  | 'heading'
  | 'code'
  | 'quote'
  | 'list'
  | 'html'
  | 'rule'
  | 'table'
  | 'definition';

export interface MarkdownBlock {
  kind: MarkdownBlockKind;
  start: number;
  /** After the last character that is no blank. */
  end: number;
  /** 1 to 6, of headings only. */
  level?: number;
  /** How many quotes and lists it stands in. */
  readonly depth: number;
  /** Of paragraphs, headings and HTML the lines, of tables the cells: words, without the signs around them. */
  content: Stretch[];
}
