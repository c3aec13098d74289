/** A piece of HTML, as feeds and Markdown files hold it, as Markdown that renders to the same words. */
import type { Passage } from '../page/passage.ts';
import { droppedRemarks, lostIn } from '../page/remarks.ts';
import { toMarkdown } from '../page/to-markdown.ts';
import { parseHtml } from './parse-html.ts';
import { passagesOfHtml } from './passages-of-html.ts';
import { elementsIn } from './tree.ts';

export interface HtmlBodyOptions {
  /** The address that relative links start from: the page's own, or the site's. */
  readonly base: string | undefined;
  /** The source's name, for a refusal. */
  readonly name: string;
}

/** A picture that the text shows. */
export interface HtmlPicture {
  /** Absolute where a base was given, else as written; only http and https, or relative. */
  readonly href: string;
  readonly alt: string;
}

export interface MarkdownOfHtml {
  /** Markdown, without a final line break; empty for a text without words. */
  readonly body: string;
  /** What is not written as the source has it, as sentences. */
  readonly changed: readonly string[];
  /** What was shown and has no place in a release, in words. */
  readonly notCarried: readonly string[];
  /** The addresses that the body links to, each once, in order. */
  readonly links: readonly string[];
  readonly images: readonly HtmlPicture[];
}

const nothing: MarkdownOfHtml = { body: '', changed: [], notCarried: [], links: [], images: [] };

/**
 * Reads a piece of HTML as a browser would show it without running anything: no script, handler, style, or address of another
 * scheme than http, https and mailto comes through. Throws PressError for HTML that grows without end.
 */
export function markdownOfHtml(html: string, { base, name }: HtmlBodyOptions): MarkdownOfHtml {
  const root = elementsIn(parseHtml(html, name)).find(({ tagName }) => tagName === 'body');
  if (root === undefined) return nothing;
  const options = { url: base, isMain: true, withHeadline: new Set<never>() };
  const { passages, droppedControls, droppedLinks } = passagesOfHtml(root, options);
  return {
    body: toMarkdown(passages),
    changed: droppedRemarks({ controls: droppedControls, links: droppedLinks }),
    notCarried: lostIn(passages),
    links: linksIn(passages),
    images: [],
  };
}

function linksIn(passages: readonly Passage[]): string[] {
  return [...new Set(passages.flatMap(addressesOf))];
}

function addressesOf(passage: Passage): string[] {
  switch (passage.kind) {
    case 'paragraph':
    case 'heading':
      return passage.pieces.flatMap((piece) => (piece === 'break' ? [] : (piece.marks.href ?? [])));
    case 'list':
      return passage.items.flat().flatMap(addressesOf);
    case 'quote':
      return passage.passages.flatMap(addressesOf);
    case 'definitions':
      return passage.items.flatMap(({ passages }) => passages.flatMap(addressesOf));
    case 'table':
      return passage.rows.flat().flatMap(({ pieces }) => addressesOf({ kind: 'paragraph', pieces, where: '' }));
    default:
      return [];
  }
}
