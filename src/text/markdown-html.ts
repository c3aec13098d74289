/** Lines with which a block of HTML begins (CommonMark §4.6), and what ends it. */
import { HtmlTagReader } from './html-tag.ts';

/** A sign in small letters that ends the block in its line, or `blank`: the next blank line does. */
export interface HtmlStart {
  readonly ends: readonly string[] | 'blank';
  /** Only some blocks may follow a paragraph without a blank line. */
  readonly endsParagraph: boolean;
}

const RAW = /(?:script|pre|style|textarea)(?=[\s>]|$)/iy;
const DECLARATION = /[A-Za-z]/;
const BLOCK =
  /\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=\s|\/?>|$)/iy;

/** The block of HTML that begins with the `<` at an offset; `end` is the line's. */
export function htmlStartAt(text: string, start: number, end: number): HtmlStart | undefined {
  const after = text.slice(start + 1, Math.min(end, start + 16));
  if (matches(RAW, after)) return { ends: ['</script>', '</pre>', '</style>', '</textarea>'], endsParagraph: true };
  if (after.startsWith('?')) return { ends: ['?>'], endsParagraph: true };
  if (after.startsWith('![CDATA[')) return { ends: [']]>'], endsParagraph: true };
  if (after.startsWith('!') && DECLARATION.test(after.charAt(1))) return { ends: ['>'], endsParagraph: true };
  if (matches(BLOCK, after)) return { ends: 'blank', endsParagraph: true };
  return isLoneTag(text, start, end) ? { ends: 'blank', endsParagraph: false } : undefined;
}

function matches(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

function isLoneTag(text: string, start: number, end: number): boolean {
  const line = text.slice(start, end);
  if (!/[A-Za-z/]/.test(line.charAt(1)) || !line.includes('>')) return false;
  const tag = new HtmlTagReader(line).at(0, line.length);
  return tag !== undefined && line.slice(tag.end).trim() === '';
}

/** Whether a line holds what ends the block. */
export function endsHtml(line: string, { ends }: HtmlStart): boolean {
  if (ends === 'blank') return false;
  const small = line.toLowerCase();
  return ends.some((sign) => small.includes(sign));
}
