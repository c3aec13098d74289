/**
 * Markdown to HTML that may be shown anywhere: raw HTML is text, links and pictures are absolute and of harmless schemes.
 *
 * The one place that knows markdown-it.
 */
import markdownIt, { type Token } from 'markdown-it';
import { resolveFile, resolveLink, type LinkBase } from '../../model/links.ts';

const parser = markdownIt({ html: false, linkify: false, typographer: false });
// Links are judged after parsing, by address and not by spelling; refused here, their source would stay as text.
parser.validateLink = () => true;

/** A text that was parsed once and can be shown in several ways. */
export interface ParsedText {
  /** HTML without script, style, raw HTML or `data:`; every address absolute. Empty for an empty text. */
  html(base: LinkBase): string;
  /** The first paragraph that says something, as plain text on one line; empty when there is none. */
  firstParagraph(): string;
}

/** Parses Markdown: CommonMark with tables and strikethrough. */
export function parseMarkdown(markdown: string): ParsedText {
  const tokens = parser.parse(markdown, {});
  return {
    html: (base) =>
      parser.renderer.render(
        tokens.map((token) => harmless(token, base)),
        parser.options,
        {},
      ),
    firstParagraph: () => firstParagraphOf(tokens),
  };
}

function firstParagraphOf(tokens: readonly Token[]): string {
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'inline' || tokens[at - 1]?.type !== 'paragraph_open') continue;
    const text = parser.renderer.renderInlineAsText(token.children ?? [], parser.options, {});
    if (text.trim() !== '') return text.replace(/\s+/g, ' ').trim();
  }
  return '';
}

function harmless(token: Token, base: LinkBase): Token {
  if (token.children === null && token.attrs === null) return token;
  const copy = copyOf(token);
  if (token.children !== null) copy.children = withJudgedLinks(token.children, base);
  // A cell's alignment comes as a style, which pages with a content security policy refuse.
  const [, alignment] = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? '')) ?? [];
  copy.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null;
  if (alignment !== undefined) copy.attrSet('align', alignment);
  return copy;
}

/** A link or picture that readers must not follow or fetch leaves its text behind. */
function withJudgedLinks(tokens: readonly Token[], base: LinkBase): Token[] {
  const judged: Token[] = [];
  let insideRefused = false;
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const link = readdressed(token, 'href', resolveLink(String(token.attrGet('href')), base));
      insideRefused = link === undefined;
      if (link !== undefined) judged.push(link);
    } else if (token.type === 'link_close') {
      if (!insideRefused) judged.push(token);
      insideRefused = false;
    } else if (token.type === 'image') {
      judged.push(readdressed(token, 'src', resolveFile(String(token.attrGet('src')), base)) ?? alternative(token));
    } else judged.push(token);
  }
  return judged;
}

function readdressed(token: Token, attribute: string, address: string | undefined): Token | undefined {
  if (address === undefined) return undefined;
  const copy = copyOf(token);
  copy.attrSet(attribute, address);
  return copy;
}

function alternative(image: Token): Token {
  const text = copyOf(image);
  text.type = 'text';
  text.content = parser.renderer.renderInlineAsText(image.children ?? [], parser.options, {});
  return text;
}

/** Tokens are copied before they are changed, so that a text can be shown again with other addresses. */
function copyOf(token: Token): Token {
  const copy: Token = Object.assign(Object.create(Object.getPrototypeOf(token)), token);
  copy.attrs = token.attrs?.map(([name, value]) => [name, value]) ?? null;
  return copy;
}
