/** A piece of HTML, as feeds and Markdown files hold it, as Markdown that renders to the same words. */
import { isText, passagesIn, type Passage, type Piece } from '../page/passage.ts';
import { changedIn, droppedRemarks, lostIn } from '../page/remarks.ts';
import { withoutDebris } from './debris.ts';
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
  /** Absolute where a base was given, else as written; http, https or relative. What a browser saved beside a page stays relative. */
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
  const options = { url: base, isMain: true, isText: true, withHeadline: new Set<never>() };
  const { passages, ...dropped } = passagesOfHtml(root, options);
  const { text, debris } = withoutDebris(passages);
  return {
    body: toMarkdown(text),
    changed: [...droppedRemarks(dropped), ...changedIn([...text, ...debris])],
    notCarried: lostIn(text),
    links: [...new Set(text.flatMap(addressesIn))],
    images: text.flatMap(picturesIn),
  };
}

function addressesIn(passage: Passage): string[] {
  return [
    ...piecesIn(passage).flatMap((piece) => (piece === 'break' ? [] : (piece.marks.href ?? []))),
    ...passagesIn(passage).flatMap(addressesIn),
  ];
}

function piecesIn(passage: Passage): readonly Piece[] {
  if (isText(passage)) return passage.pieces;
  return passage.kind === 'table' ? passage.rows.flat().flatMap(({ pieces }) => pieces) : [];
}

function picturesIn(passage: Passage): HtmlPicture[] {
  return passage.kind === 'picture'
    ? [{ href: passage.picture.href, alt: passage.picture.alt }]
    : passagesIn(passage).flatMap(picturesIn);
}
