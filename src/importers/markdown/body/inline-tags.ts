/** Tags of HTML in running text, as the signs of Markdown that mean the same; a tag without such a sign goes, its words stay. */
import { isHtmlName } from '../../../text/html-names.ts';
import type { HtmlTag } from '../../../text/html-tag.ts';
import type { MarkdownBlock } from '../../../text/markdown-block.ts';
import type { OffsetEdit } from '../../../text/spliced.ts';
import type { HtmlParts } from './html-parts.ts';
import { attributeIn, embeddedFile, linkAddress, pictureOf } from './pictures.ts';
import { glimpse, type Tally } from './remarks.ts';

const signs: ReadonlyMap<string, string> = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['i', '*'],
  ['em', '*'],
  ['cite', '*'],
  ['dfn', '*'],
  ['del', '~~'],
  ['s', '~~'],
  ['strike', '~~'],
  ['code', '`'],
  ['kbd', '`'],
  ['tt', '`'],
  ['samp', '`'],
]);

/** Nobody sets off more; and what stands in a thousand tags is not read a thousand times. */
const LONGEST = 5000;

/** The edits that make Markdown of the tags in running text. */
export function inlineEdits(text: string, { inline, closings }: HtmlParts, tally: Tally): OffsetEdit[] {
  const editor = new InlineEditor(text, tally);
  const closed = new Set<HtmlTag>();
  const blockOf = new Map(inline.map(({ tag, block }) => [tag, block]));
  for (const { tag, block } of inline) {
    const closing = closings.get(tag);
    const isPair = closing !== undefined && blockOf.get(closing) === block;
    if (isPair) closed.add(closing);
    if (!closed.has(tag)) editor.add(tag, isPair ? closing : undefined, block);
  }
  return editor.edits;
}

class InlineEditor {
  readonly edits: OffsetEdit[] = [];
  readonly #text: string;
  readonly #tally: Tally;

  constructor(text: string, tally: Tally) {
    this.#text = text;
    this.#tally = tally;
  }

  add(tag: HtmlTag, closing: HtmlTag | undefined, block: MarkdownBlock): void {
    const written = this.#text.slice(tag.start, tag.end);
    if (tag.name === '') return this.#lose(tag, `«${glimpse(written)}»`);
    if (!isHtmlName(tag.name)) return this.#addUnknown(tag, closing, written);
    if (tag.name === 'br') return this.#break(tag, block);
    if (tag.name === 'a' && closing !== undefined) return this.#link(tag, closing, written);
    const markdown = tag.name === 'img' ? pictureOf(written) : embeddedFile(written);
    if (markdown !== undefined) {
      this.#tally.change(`«${tag.name}» of HTML is written in Markdown`);
      this.#put(tag, markdown);
      if (closing !== undefined) this.#put(closing, '');
      return;
    }
    const sign = signs.get(tag.name);
    const isMarked = sign !== undefined && closing !== undefined && this.#mark(tag, closing, sign);
    if (!isMarked) this.#drop(tag, closing);
  }

  #put({ start, end }: Pick<HtmlTag, 'start' | 'end'>, text: string): void {
    this.edits.push({ start, end, text });
  }

  #lose(tag: HtmlTag, what: string): void {
    this.#tally.lose(what);
    this.#put(tag, '');
  }

  #drop(tag: HtmlTag, closing: HtmlTag | undefined): void {
    const uncarried = ['img', 'embed', 'input', 'source', 'track'].includes(tag.name);
    if (uncarried) return this.#lose(tag, `«${glimpse(this.#text.slice(tag.start, tag.end))}»`);
    this.#tally.change(`The tag «${tag.name}» of HTML was left out, its words stayed`);
    this.#put(tag, '');
    if (closing !== undefined) this.#put(closing, '');
  }

  /** `<Figure …>` is a component; `<name>` is what somebody wrote, and other programs would hide it. */
  #addUnknown(tag: HtmlTag, closing: HtmlTag | undefined, written: string): void {
    if (/^<\/?[A-Z]/.test(written) && /[A-Z].*[a-z]|=|\/>$/.test(written)) {
      this.#lose(tag, `«${glimpse(written)}» (a component of the site builder)`);
      if (closing !== undefined) this.#put(closing, '');
      return;
    }
    this.#tally.change(`«${glimpse(written)}» is no tag of HTML, and was kept as words`);
    this.#put({ start: tag.start, end: tag.start }, '\\');
    if (closing !== undefined) this.#put({ start: closing.start, end: closing.start }, '\\');
  }

  /** A break of the line; two of them begin a paragraph. */
  #break(tag: HtmlTag, block: MarkdownBlock): void {
    this.#tally.change('A line break of HTML is written in Markdown');
    const before = this.#text.slice(Math.max(block.start, tag.start - 200), tag.start);
    const after = this.#text.slice(tag.end, tag.end + 200);
    const isFirst = before.replace(/<br\s*\/?>/gi, '').trim() === '';
    const isLast = tag.end >= block.end;
    const isAtEnd = /^[ \t]*\n/.test(after);
    const wantsWords = /^[ \t]*[\p{L}("“‘«[*_]/u.test(after) && !/^[ \t]*(?:\*|_)[ \t]/.test(after);
    if (isFirst || isLast) return this.#put(tag, '');
    if (block.kind !== 'paragraph') return this.#put(tag, ' ');
    if (isAtEnd) return this.#put(tag, /\\$| {2}$/.test(before) ? '' : '\\');
    this.#put(tag, block.depth === 0 && wantsWords ? '\\\n' : ' ');
  }

  #link(tag: HtmlTag, closing: HtmlTag, written: string): void {
    const address = linkAddress(attributeIn(written, 'href') ?? '');
    const words = this.#text.slice(tag.end, closing.start);
    if (
      address === undefined ||
      words.length > LONGEST ||
      words.trim() === '' ||
      /(?<!\\)[[\]]|\n[ \t]*\n/.test(words.replace(/!\[[^[\]]{0,300}\]/g, ''))
    )
      return this.#drop(tag, closing);
    this.#tally.change('A link of HTML is written in Markdown');
    this.#put(tag, '[');
    this.#put(closing, `](${address})`);
  }

  /** Blanks at the edges move out of the mark, and a mark that Markdown would not see as one is not set. */
  #mark(tag: HtmlTag, closing: HtmlTag, sign: string): boolean {
    const words = this.#text.slice(tag.end, closing.start);
    const inner = words.trim();
    if (words.length > LONGEST) return false;
    if (inner === '' || /\n[ \t]*\n|[*`~]|<\//.test(words) || (sign !== '`' && /[_]/.test(words))) return false;
    const before = this.#text.slice(0, tag.start).slice(-1) + words.slice(0, words.length - words.trimStart().length);
    const after = words.slice(words.trimEnd().length) + this.#text.slice(closing.end, closing.end + 1);
    if (sign !== '`' && !(canStand(before, inner.charAt(0)) && canStand(after, inner.slice(-1)))) return false;
    this.#tally.change(`«${tag.name}» of HTML is written in Markdown`);
    const lead = words.length - words.trimStart().length;
    const tail = words.length - words.trimEnd().length;
    this.#put({ start: tag.start, end: tag.end + lead }, `${words.slice(0, lead)}${sign}`);
    this.#put(
      { start: closing.start - tail, end: closing.end },
      `${sign}${words.slice(words.length - tail, words.length)}`,
    );
    return true;
  }
}

/** Whether a sign between these two is one of emphasis (CommonMark, 6.2): not between a letter and a sign of punctuation. */
function canStand(outside: string, inside: string): boolean {
  const next = outside.slice(-1);
  return !/[\p{P}\p{S}]/u.test(inside) || next === '' || /[\s\p{P}\p{S}]/u.test(next);
}
