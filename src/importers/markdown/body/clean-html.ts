/** A Markdown text without HTML: parts of it as Markdown, tags among words as signs, and no script or style anywhere. */
import type { OffsetEdit } from '../../../text/spliced.ts';
import { spliced } from '../../../text/spliced.ts';
import { htmlComments } from '../../../text/html-comments.ts';
import { htmlParts, withoutCommentWords, type HtmlPart, type HtmlParts } from './html-parts.ts';
import { markdownOfHtml } from './html-to-markdown.ts';
import { inlineEdits } from './inline-tags.ts';
import { glimpse, type Tally } from './remarks.ts';

export interface HtmlCleaning {
  /** The source's name, for messages. */
  readonly name: string;
  readonly tally: Tally;
}

/** The text in Markdown alone. Throws PressError for HTML that grows without end. */
export function withoutHtml(text: string, { name, tally }: HtmlCleaning): string {
  if (!text.includes('<')) return text;
  const body = withRemarksAlone(text);
  const masked = withoutCommentWords(body);
  const found = htmlParts(masked);
  if (found.outline.tags.length === 0 && found.parts.length === 0) return body;
  const parts = gathered(found.parts, tally).map((part) => partEdit(body, part, { name, tally }));
  const inline = inlineEdits(masked, found, tally);
  const emptied = emptiedBlocks(body, found, inline);
  const first = spliced(body, apart([...parts, ...emptied, ...inline]));
  return withoutRest(first, tally);
}

/** What follows a remark on its last line would be taken for a part of it. */
function withRemarksAlone(text: string): string {
  const edits: OffsetEdit[] = [];
  for (const { end, isClosed } of htmlComments(text)) {
    const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
    const isBlock = !line.includes('<!--') || /^ {0,3}<!--/.test(line);
    const gap = /^[ \t]*(?=[^\s])/.exec(text.slice(end, end + 200));
    if (isClosed && isBlock && gap !== null) edits.push({ start: end, end: end + gap[0].length, text: '\n\n' });
  }
  return spliced(text, edits);
}

/** A text of more pieces is a page, whatever it says that it is. */
const MOST_PARTS = 1000;

/** The parts; very many of them as one, with all that stands between. */
function gathered(parts: readonly HtmlPart[], tally: Tally): readonly HtmlPart[] {
  const [first] = parts;
  const last = parts.at(-1);
  if (parts.length <= MOST_PARTS || first === undefined || last === undefined) return parts;
  tally.change(`${parts.length} pieces of HTML were read as one page, with the text between them`);
  return [{ start: first.start, end: last.end, depth: 0 }];
}

/** Paragraphs of which nothing stays but the tags that go: their lines go along. */
function emptiedBlocks(body: string, { inline }: HtmlParts, edits: readonly OffsetEdit[]): OffsetEdit[] {
  const gone = new Map(edits.filter(({ text }) => text === '').map((edit) => [edit.start, edit.end]));
  const blocks = [...new Set(inline.map(({ block }) => block))].filter(({ kind }) => kind === 'paragraph');
  return blocks.flatMap(({ start, end }) => {
    let at = start;
    while (at < end) {
      const next = gone.get(at) ?? (/\s/.test(body.charAt(at)) ? at + 1 : at);
      if (next === at) return [];
      at = next;
    }
    return [{ start, end: endOfGap(body, start, end), text: '' }];
  });
}

/** Edits that do not overlap: of two at one place the longer counts. */
function apart(edits: readonly OffsetEdit[]): OffsetEdit[] {
  const kept: OffsetEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end))
    if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  return kept;
}

/** Tags that hold a text together and show nothing themselves. */
const WORDLESS = /^(?:\s|<\/?(?:a|article|aside|center|div|font|main|p|section|span)\b[^<>]*>)*$/i;

function partEdit(body: string, { start, end, depth }: HtmlPart, { name, tally }: HtmlCleaning): OffsetEdit {
  const html = body.slice(start, end);
  const markdown = WORDLESS.test(html) ? '' : markdownOfHtml(html, name, tally);
  const tag = /^<\/?([A-Za-z][A-Za-z0-9-]*)/.exec(html)?.[1]?.toLowerCase() ?? 'HTML';
  for (const comment of htmlComments(html))
    tally.change(`The remark «${glimpse(html.slice(comment.start, comment.end))}» inside HTML was left out`);
  tally.change(markdown === '' ? `The tag «${tag}» of HTML was left out` : `HTML («${tag}») is written in Markdown`);
  return {
    start,
    end: markdown === '' ? endOfGap(body, start, end) : end,
    text: placed(markdown, body, { start, end, depth }),
  };
}

/** A part of which nothing stays takes the empty lines below it along, when there are some above. */
function endOfGap(body: string, start: number, end: number): number {
  const isAlone = /(?:^|\n[ \t]*\n)[ \t]*$/.test(body.slice(Math.max(0, start - 100), start));
  return isAlone ? end + (/^(?:[ \t]*\n){1,20}/.exec(body.slice(end, end + 400))?.[0].length ?? 0) : end;
}

/** A line that begins farther back is one of words, whatever it begins with. */
const FARTHEST = 1000;

/** Markdown in the place of a part: with an empty line on either side, and as far in as the line that it begins on. */
function placed(markdown: string, body: string, { start, end }: HtmlPart): string {
  if (markdown === '') return '';
  const near = body.slice(Math.max(0, start - FARTHEST), start);
  const lead = near.slice(near.lastIndexOf('\n') + 1);
  const lineStart = start - lead.length;
  const margin = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[\s>]*$/.test(lead) ? lead.replace(/[^>\s]/g, ' ') : '';
  const isFirstOnLine = margin !== '' || lead.trim() === '';
  const lines = markdown.split('\n').map((line, at) => (at === 0 || line === '' ? line : margin + line));
  const before = isFirstOnLine ? (lead === '' ? gapBefore(body, lineStart) : '') : '\n\n';
  const after = /^[ \t]*(?:\n[ \t]*(?:\n|$)|$)/.test(body.slice(end, end + 300))
    ? ''
    : body.startsWith('\n', end)
      ? '\n'
      : '\n\n';
  return `${before}${lines.join('\n')}${after}`;
}

/** A line of words right above would run into the part. */
function gapBefore(body: string, lineStart: number): string {
  const above = body.slice(Math.max(0, lineStart - 300), Math.max(0, lineStart - 1));
  return lineStart === 0 || above.slice(above.lastIndexOf('\n') + 1).trim() === '' ? '' : '\n';
}

/** Whatever is still a tag becomes words: nothing of HTML is left in the text. */
function withoutRest(text: string, tally: Tally): string {
  if (!text.includes('<')) return text;
  const { outline } = htmlParts(withoutCommentWords(text));
  const tags = outline.tags.filter(({ start }) => text.charAt(start - 1) !== '\\' || text.charAt(start - 2) === '\\');
  const starts = [
    ...new Set([
      ...tags.map(({ start }) => start),
      ...outline.blocks.filter(({ kind }) => kind === 'html').map(({ start }) => start),
    ]),
  ].sort((a, b) => a - b);
  if (starts.length === 0) return text;
  tally.change('A sign «<» that would begin a tag of HTML stays as a sign', starts.length);
  return spliced(
    text,
    starts.map((start) => ({ start, end: start, text: '\\' })),
  );
}
