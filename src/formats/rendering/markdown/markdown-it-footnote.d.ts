declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';

  /** Reads `[^label]` and `[^label]: text`; the package has no types of its own. */
  const footnotes: (parser: MarkdownIt) => void;
  export default footnotes;
}
