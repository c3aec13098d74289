/** A piece of HTML, as feeds and Markdown files hold it, as Markdown that renders to the same words. */
import { isText, passagesIn, type Passage, type Piece } from '../page/passage.ts';
import { changedIn, droppedRemarks, lostIn } from '../page/remarks.ts';
import { withoutDebris } from './debris.ts';
import { toMarkdown } from '../page/to-markdown.ts';
import { parseHtml, type HtmlElement } from './parse-html.ts';
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

/** A piece of HTML as passages, for those who look at its words before it is written. */
export interface PassagesOfPiece extends Pick<MarkdownOfHtml, 'changed' | 'notCarried'> {
  readonly passages: readonly Passage[];
}

/**
 * Reads a piece of HTML as a browser would show it without running anything: no script, handler, style, or address of another
 * scheme than http, https and mailto comes through. Throws PressError for HTML that grows without end.
 */
export function markdownOfHtml(html: string, { base, name }: HtmlBodyOptions): MarkdownOfHtml {
  const { passages, changed, notCarried } = passagesOfElements(elementsIn(parseHtml(html, name)), base);
  return {
    body: toMarkdown(passages),
    changed,
    notCarried,
    links: [...new Set(passages.flatMap(addressesIn))],
    images: passages.flatMap(picturesIn),
  };
}

/** The same for the elements of a piece that was parsed already. */
export function passagesOfElements(elements: readonly HtmlElement[], base: string | undefined): PassagesOfPiece {
  const root = elements.find(({ tagName }) => tagName === 'body');
  if (root === undefined) return { passages: [], changed: [], notCarried: [] };
  const options = { url: base, isMain: true, isText: true, withHeadline: new Set<never>() };
  const { passages: all, ...dropped } = passagesOfHtml(root, options);
  const { text, debris } = withoutDebris(all);
  return {
    passages: text,
    changed: [...droppedRemarks(dropped), ...changedIn([...text, ...debris])],
    notCarried: lostIn(text),
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
