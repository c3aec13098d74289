/**
 * Texts of which every Markdown reader says the same at a glance: words in paragraphs, with blank lines between, and nothing else. Most
 * releases are such texts, and `markdown-outline.ts` need not be asked about them.
 */
import type { MarkdownBlock } from './markdown-block.ts';
import type { Stretch } from './pieced-text.ts';

const SPACE = 0x20;
const TAB = 0x09;

// What begins a tag, an address, code or a link; and line ends of another kind.
const INLINE = ['<', '[', '`', '\r'];
// What begins a line that may be more than words: quotes, headings, lists, rules, fences, tables and what underlines; and indentation.
const BEGINNINGS: ReadonlySet<number> = new Set(Array.from(' \t>#~*+-_=|:', (sign) => sign.charCodeAt(0)));

/** The paragraphs from an offset on, which must be the beginning of a line; undefined for a text that takes a closer look. */
export function plainParagraphs(text: string, from: number): MarkdownBlock[] | undefined {
  if (INLINE.some((sign) => text.includes(sign, from))) return undefined;
  const paragraphs: MarkdownBlock[] = [];
  let content: Stretch[] = [];
  for (let start = from; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const lineEnd = feed === -1 ? text.length : feed;
    if (lineEnd === start) content = [];
    else {
      if (mayBeMore(text, start)) return undefined;
      const end = withoutBlanks(text, start, lineEnd);
      if (content.length === 0) paragraphs.push({ kind: 'paragraph', start, end, depth: 0, content });
      content.push({ start, end });
      const paragraph = paragraphs.at(-1);
      if (paragraph !== undefined) paragraph.end = end;
    }
    start = lineEnd + 1;
  }
  return paragraphs;
}

function mayBeMore(text: string, start: number): boolean {
  const first = text.charCodeAt(start);
  if (!isDigit(first)) return BEGINNINGS.has(first);
  let at = start + 1;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return text.charAt(at) === '.' || text.charAt(at) === ')';
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function withoutBlanks(text: string, start: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > start && (text.charCodeAt(end - 1) === SPACE || text.charCodeAt(end - 1) === TAB)) end -= 1;
  return end;
}
