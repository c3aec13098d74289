/** A text that an item of a feed or an agency carries, in whatever form, as the Markdown of a release. */
import { withoutControls } from '../../text/control-characters.ts';
import { parseHtml, type HtmlElement } from '../html/parse-html.ts';
import { passagesOfElements } from '../html/markdown-of-html.ts';
import { elementsIn } from '../html/tree.ts';
import { harmlessMarkdown } from '../markdown/body/harmless-markdown.ts';
import type { Passage, Piece } from '../page/passage.ts';
import { droppedRemarks, lostIn } from '../page/remarks.ts';
import { toMarkdown } from '../page/to-markdown.ts';

export interface CarriedText {
  /** As it is read for a dateline, or for its words. */
  readonly passages: readonly Passage[];
  /** Empty when there is no text that can be read. */
  readonly markdown: string;
  readonly notCarried: readonly string[];
  /** What was taken out of it, as sentences. */
  readonly changed: readonly string[];
}

export const noText: CarriedText = { passages: [], markdown: '', notCarried: [], changed: [] };

/** As much as the largest page. */
const MOST_CHARACTERS = 10 * 1024 * 1024;
const tooLong: CarriedText = { ...noText, notCarried: ['the text, which has more than ten million characters'] };

/** A text has a few hundred; each costs as much as an element of HTML. */
const MOST_LINES = 50_000;
const tooManyLines: CarriedText = { ...noText, notCarried: [`the text, which has more than ${MOST_LINES} lines`] };
/** As much of a text as a dateline may need. */
const HEAD = 5000;

/** Where a text is from: its source's name, for a refusal, and where its links start. */
export interface TextOrigin {
  readonly name: string;
  readonly url?: string | undefined;
}

/** Text in HTML, a whole page or a piece of one. Throws PressError for one that grows without end. */
export function textOfHtml(html: string, { name, url }: TextOrigin): CarriedText {
  if (html.length > MOST_CHARACTERS) return tooLong;
  const elements = elementsIn(parseHtml(html, name));
  const { passages, changed } = passagesOfElements(elements, url);
  return textOfPassages(passages, [...changed, ...programsOut(elements)]);
}

/** The same for passages that were read already. */
export function textOfPassages(passages: readonly Passage[], changed: readonly string[]): CarriedText {
  return { passages, markdown: toMarkdown(passages), notCarried: lostIn(passages), changed };
}

/** Text in Markdown goes over as it is. */
export function textOfMarkdown(text: string, { name }: Pick<TextOrigin, 'name'>): CarriedText {
  if (text.length > MOST_CHARACTERS) return tooLong;
  const { clean, changed } = cleaned(text);
  const { body, ...made } = harmlessMarkdown(clean.trimEnd(), name);
  return {
    passages: paragraphsOf(clean.slice(0, HEAD)),
    markdown: body,
    notCarried: made.notCarried,
    changed: [...changed, ...made.changed],
  };
}

/** Text without marks: paragraphs stand between empty lines, and every other line end is one that the reader is to see. */
export function textOfPlain(text: string): CarriedText {
  if (text.length > MOST_CHARACTERS) return tooLong;
  const { clean, changed } = cleaned(text);
  if (hasMoreLines(clean)) return tooManyLines;
  return textOfPassages(paragraphsOf(clean), changed);
}

function cleaned(text: string): { readonly clean: string; readonly changed: readonly string[] } {
  const written = text.replace(/\r\n?/g, '\n');
  const clean = withoutControls(written);
  return { clean, changed: droppedRemarks({ droppedControls: written.length - clean.length, droppedLinks: 0 }) };
}

function hasMoreLines(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && count <= MOST_LINES; at = text.indexOf('\n', at + 1)) count += 1;
  return count > MOST_LINES;
}

function paragraphsOf(text: string): Passage[] {
  return text.split(/\n[^\S\n]*\n/).flatMap((block): Passage[] => {
    const lines = block.split('\n').map((line) => line.trim());
    const shown = lines.filter((line) => line !== '');
    const pieces = shown.flatMap((line, at): Piece[] => [
      ...(at === 0 ? [] : ['break' as const]),
      { text: line, marks: {} },
    ]);
    return pieces.length === 0 ? [] : [{ kind: 'paragraph', pieces, where: 'text' }];
  });
}

const programs: ReadonlySet<string> = new Set(['script', 'noscript', 'template', 'form']);

/** What could run or ask, and was left behind. */
function programsOut(elements: readonly HtmlElement[]): string[] {
  const counts = new Map<string, number>();
  for (const { tagName } of elements) if (programs.has(tagName)) counts.set(tagName, (counts.get(tagName) ?? 0) + 1);
  return [...counts].map(([tag, count]) => `${count} element${count === 1 ? '' : 's'} «${tag}» left out of the text.`);
}
