/** The elements that a parsed Markdown text is made of: the same for HTML and for XML, every address judged. */
import type { Token } from 'markdown-it';
import { resolveFile, resolveLink, type LinkBase } from '../../../model/links.ts';
import { withoutControls } from '../../../text/control-characters.ts';
import type { XmlAttributes, XmlChild } from '../../../text/xml.ts';
import { FootnoteList } from './footnote-list.ts';
import { labelOf, type FootnotedTokens } from './markdown-footnotes.ts';

// Emphasis can be nested without end. Browsers give up at 512 elements, XML parsers at 256; blocks end at 100 by themselves.
const DEEPEST_INLINE = 120;

/** An element that is still being filled. */
interface Branch {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: XmlChild[];
}

/** The elements of a text, line ends between them; its footnotes follow at the end. */
export function treeOf({ text, footnotes }: FootnotedTokens, base: LinkBase): readonly XmlChild[] {
  const list = new FootnoteList(base);
  const children = new TreeMaker(base, list).childrenOf(text);
  // Footnotes may refer to more of them, which then join the end of the list.
  for (const footnote of list) {
    const tokens = footnotes.get(footnote.label) ?? [];
    footnote.children = new TreeMaker(base, list).childrenOf(tokens);
  }
  return [...children, ...list.elements()];
}

/** The words of running text, without what marks them up and without control characters. */
export function wordsOf(tokens: readonly Token[]): string {
  return withoutControls(tokens.map(wordsOfToken).join(''));
}

function wordsOfToken(token: Token): string {
  switch (token.type) {
    case 'text':
    case 'code_inline':
      return token.content;
    case 'softbreak':
    case 'hardbreak':
      return '\n';
    case 'image':
      return wordsOf(token.children ?? []);
    default:
      return '';
  }
}

class TreeMaker {
  readonly #base: LinkBase;
  readonly #footnotes: FootnoteList;
  /** Open elements, innermost last. What has a token but no element stands there as what it is in. */
  readonly #open: Branch[] = [{ name: '', attributes: {}, children: [] }];
  #linkDepth = 0;

  constructor(base: LinkBase, footnotes: FootnoteList) {
    this.#base = base;
    this.#footnotes = footnotes;
  }

  childrenOf(tokens: readonly Token[]): readonly XmlChild[] {
    for (const [at, token] of tokens.entries()) {
      if (token.type === 'inline') for (const inner of token.children ?? []) this.#addInline(inner);
      else this.#addBlock(token, tokens[at - 1], tokens[at + 1]);
    }
    return this.#current().children;
  }

  #current(): Branch {
    const innermost = this.#open.at(-1);
    if (innermost === undefined) throw new RangeError('more elements were closed than opened');
    return innermost;
  }

  #addBlock(token: Token, before: Token | undefined, after: Token | undefined): void {
    if (token.hidden) return;
    if (token.nesting !== -1 && before?.hidden === true) this.#add('\n');
    if (token.nesting === 1) {
      this.#openElement(token.tag, blockAttributes(token));
      if (isBlockInside(token, after)) this.#add('\n');
      return;
    }
    if (token.nesting === -1) this.#open.pop();
    else this.#add(wholeBlock(token));
    this.#add('\n');
  }

  #addInline(token: Token): void {
    switch (token.type) {
      case 'link_open':
        return this.#openLink(token);
      case 'link_close':
        this.#linkDepth -= 1;
        this.#open.pop();
        return undefined;
      case 'image':
        return this.#add(this.#picture(token));
      case 'footnote_ref':
        return this.#add(this.#footnotes.reference(labelOf(token)));
      case 'hardbreak':
        this.#add(elementOf('br', {}, []));
        return this.#add('\n');
      case 'softbreak':
        return this.#add('\n');
      case 'code_inline':
        return this.#add(elementOf('code', {}, [contentOf(token)]));
      default:
        return this.#addMark(token);
    }
  }

  /** Emphasis and the like, or plain text. */
  #addMark(token: Token): void {
    if (token.nesting === -1) this.#open.pop();
    else if (token.nesting === 0) this.#add(contentOf(token));
    else if (this.#open.length < DEEPEST_INLINE) this.#openElement(token.tag, {});
    else this.#open.push(this.#current());
  }

  /** A link that readers must not follow leaves its text behind; so does one inside another. */
  #openLink(token: Token): void {
    const href = this.#linkDepth > 0 ? undefined : resolveLink(attribute(token, 'href') ?? '', this.#base);
    this.#linkDepth += 1;
    if (href === undefined || this.#open.length >= DEEPEST_INLINE) this.#open.push(this.#current());
    else this.#openElement('a', { href, title: attribute(token, 'title') });
  }

  /** A picture that must not be fetched leaves its description behind. */
  #picture(token: Token): XmlChild {
    const alt = wordsOf(token.children ?? []);
    const src = resolveFile(attribute(token, 'src') ?? '', this.#base);
    return src === undefined ? alt : elementOf('img', { src, alt, title: attribute(token, 'title') }, []);
  }

  #openElement(name: string, attributes: XmlAttributes): void {
    const branch = elementOf(name, attributes, []);
    this.#add(branch);
    this.#open.push(branch);
  }

  #add(child: XmlChild): void {
    this.#current().children.push(child);
  }
}

function elementOf(name: string, attributes: XmlAttributes, children: XmlChild[]): Branch {
  return { name, attributes, children };
}

/** Whether a block begins with another one, on a line of its own. */
function isBlockInside(token: Token, after: Token | undefined): boolean {
  if (after === undefined || after.type === 'inline' || after.hidden) return false;
  return after.nesting !== -1 || after.tag !== token.tag;
}

function blockAttributes(token: Token): XmlAttributes {
  // A cell's alignment comes as a style, which pages with a content security policy refuse.
  const [, align] = /^text-align:(left|center|right)$/.exec(attribute(token, 'style') ?? '') ?? [];
  return { start: attribute(token, 'start'), align };
}

/** A block that is one token: code or a line. */
function wholeBlock(token: Token): Branch {
  if (token.type !== 'fence' && token.type !== 'code_block') return elementOf(token.tag, {}, []);
  const [language = ''] = withoutControls(token.info).trim().split(/\s+/);
  const attributes = language === '' ? {} : { class: `language-${language}` };
  return elementOf('pre', {}, [elementOf('code', attributes, [contentOf(token)])]);
}

function contentOf({ content }: Token): string {
  return withoutControls(content);
}

function attribute(token: Token, name: string): string | undefined {
  const value = token.attrGet(name);
  return value === null ? undefined : withoutControls(String(value));
}
