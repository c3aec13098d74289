/**
 * Texts that are paragraphs of words and nothing else, made without the parser: most releases are such texts. What comes out is the same.
 */
import { withoutControls } from '../../../text/control-characters.ts';
import { plainParagraphs } from '../../../text/markdown-plain.ts';
import type { XmlChild, XmlElement } from '../../../text/xml.ts';

// References, escapes and emphasis; and blanks before a line end, which may be a line break.
const MARKS = /[&\\*_~]|[ \t]\n/;

/** The paragraphs of a text, each as its words; undefined for a text that takes the parser. */
export function plainMarkdown(markdown: string): readonly string[] | undefined {
  if (MARKS.test(markdown) || withoutControls(markdown) !== markdown) return undefined;
  return plainParagraphs(markdown, 0)?.map(({ start, end }) => markdown.slice(start, end));
}

/** The elements that the parser makes of such paragraphs. */
export function plainElements(paragraphs: readonly string[]): readonly XmlChild[] {
  return paragraphs.flatMap((words) => [paragraph(words), '\n']);
}

/** Lines and line ends by themselves. */
function paragraph(words: string): XmlElement {
  return { name: 'p', attributes: {}, children: words.split(/(\n)/) };
}
