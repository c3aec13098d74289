/**
 * Markdown to text and HTML that may be shown anywhere: raw HTML is text, links and pictures are absolute and of harmless schemes.
 *
 * Only the files called after Markdown know markdown-it, and only its parser: what is written is made of elements.
 */
import markdownIt, { type Token } from 'markdown-it';
import type { LinkBase } from '../../../model/links.ts';
import { inOneLine } from '../../../text/one-line.ts';
import type { XmlChild } from '../../../text/xml.ts';
import { htmlOf } from './html-text.ts';
import { nowhere } from './link-bases.ts';
import { separateFootnotes, withFootnotes } from './markdown-footnotes.ts';
import { treeOf, wordsOf } from './markdown-tree.ts';
import { plainElements, plainMarkdown } from './plain-markdown.ts';
import { textOf } from './tree-text.ts';

const parser = withFootnotes(markdownIt({ html: false, linkify: false, typographer: false }));
// Links are judged after parsing, by address and not by spelling; refused here, their source would stay as text.
parser.validateLink = () => true;

/** A text that was parsed once and can be shown in several ways. */
export interface ParsedText {
  /** HTML without script, style, raw HTML, `data:` or control characters; every address absolute. Empty for an empty text. */
  html(base: LinkBase): string;
  /**
   * What `html` says, as the children of an XHTML element, line ends between blocks: beside these texts nothing is added when they
   * are written. At most 130 elements deep. An archive may hold a text of so many blocks that they are too many arguments for a call.
   */
  elements(base: LinkBase): readonly XmlChild[];
  /**
   * The whole text without any markup: a blank line between paragraphs, a line for each item of a list and row of a table, footnotes
   * at the end. No line end after the last line; empty for an empty text.
   */
  plainText(): string;
  /** The first paragraph that says something, as plain text on one line; empty when there is none. */
  firstParagraph(): string;
}

/** Parses Markdown: CommonMark with tables, strikethrough and footnotes. */
export function parseMarkdown(markdown: string): ParsedText {
  const paragraphs = plainMarkdown(markdown);
  return paragraphs === undefined ? parsed(markdown) : plain(paragraphs);
}

function plain(paragraphs: readonly string[]): ParsedText {
  const elements = plainElements(paragraphs);
  return {
    html: () => htmlOf(elements),
    elements: () => elements,
    plainText: () => textOf(elements),
    firstParagraph: () => firstWords(paragraphs),
  };
}

function parsed(markdown: string): ParsedText {
  const tokens = separateFootnotes(parser.parse(markdown, {}));
  return {
    html: (base) => htmlOf(treeOf(tokens, base)),
    elements: (base) => treeOf(tokens, base),
    plainText: () => textOf(treeOf(tokens, nowhere)),
    firstParagraph: () => firstWords(paragraphsOf(tokens.text)),
  };
}

function* paragraphsOf(tokens: readonly Token[]): Generator<string> {
  for (const [at, token] of tokens.entries())
    if (token.type === 'inline' && tokens[at - 1]?.type === 'paragraph_open') yield wordsOf(token.children ?? []);
}

function firstWords(paragraphs: Iterable<string>): string {
  for (const paragraph of paragraphs) {
    const words = inOneLine(paragraph);
    if (words !== '') return words;
  }
  return '';
}
