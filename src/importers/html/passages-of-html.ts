/** From a page's tree to its passages, read in one walk without recursion. */
import { withoutControls } from '../../text/control-characters.ts';
import type { Passage, Piece } from '../page/passage.ts';
import { kindOf } from './element-kinds.ts';
import { Outline, type Close } from './outline.ts';
import type { HtmlElement, HtmlNode } from './parse-html.ts';
import { markOf, RunningText } from './running-text.ts';
import { isHarmfulAddress, safeAddress } from './safe-address.ts';
import { attributeOf, isElement, visit, wordsIn } from './tree.ts';

export interface ReadOptions {
  /** The page's own address, for its links. */
  readonly url: string | undefined;
  /** Whether the root is the page's main part, so that headers and footers inside are its own. */
  readonly isMain: boolean;
  /** Elements with the page's main heading inside. */
  readonly withHeadline: ReadonlySet<HtmlElement>;
}

export interface ReadPassages {
  readonly passages: readonly Passage[];
  /** `datetime` of the `time` elements met. */
  readonly times: readonly string[];
  readonly droppedControls: number;
  /** Links with an address that a release must not have; their words stay. */
  readonly droppedLinks: number;
}

/** The passages inside an element. */
export function passagesOfHtml(root: HtmlElement, options: ReadOptions): ReadPassages {
  const reader = new PageReader(root, options);
  visit(root, reader);
  return reader.result();
}

class PageReader {
  readonly #root: HtmlElement;
  readonly #options: ReadOptions;
  readonly #text = new RunningText();
  readonly #outline = new Outline(() => this.#flush());
  readonly #closers: (Close | undefined)[] = [];
  readonly #times: string[] = [];
  #lost: Passage[] = [];
  #headingLevel: number | undefined;
  #droppedControls = 0;
  #droppedLinks = 0;

  constructor(root: HtmlElement, options: ReadOptions) {
    this.#root = root;
    this.#options = options;
  }

  enter(node: HtmlNode): 'skip' | undefined {
    if (node.nodeName === '#text' && 'value' in node) this.#addText(node.value);
    if (!isElement(node) || this.#isLeftOut(node)) return 'skip';
    this.#closers.push(this.#open(node));
    return undefined;
  }

  leave(): void {
    this.#closers.pop()?.();
  }

  result(): ReadPassages {
    this.#flush();
    const dropped = { droppedControls: this.#droppedControls, droppedLinks: this.#droppedLinks };
    return { passages: this.#outline.passages, times: this.#times, ...dropped };
  }

  #isLeftOut(element: HtmlElement): boolean {
    const kind = kindOf(element);
    if (kind.kind === 'silent') return true;
    if (kind.kind !== 'uncarried') return element !== this.#root && this.#isOfTheSite(element);
    this.#lose(kind.what, attributeOf(element, 'alt') ?? attributeOf(element, 'title') ?? wordsIn(element, 80));
    return true;
  }

  #isOfTheSite(element: HtmlElement): boolean {
    const role = attributeOf(element, 'role');
    if (element.tagName === 'footer' || role === 'contentinfo') {
      const words = this.#options.isMain ? wordsIn(element, 60) : '';
      if (words !== '') this.#lose('footer of the text', words);
      return true;
    }
    return (
      (element.tagName === 'header' || role === 'banner') &&
      !this.#options.isMain &&
      !this.#options.withHeadline.has(element)
    );
  }

  #open(element: HtmlElement): Close | undefined {
    const { tagName } = element;
    const heading = /^h([1-6])$/.exec(tagName)?.[1];
    if (heading !== undefined) return this.#openHeading(Number(heading));
    const isBlock = kindOf(element).kind === 'block';
    return this.#outline.open(tagName) ?? (isBlock ? this.#openBlock(tagName) : this.#openInline(element));
  }

  #openInline(element: HtmlElement): Close | undefined {
    const { tagName } = element;
    const mark = markOf(tagName);
    if (mark !== undefined) return this.#text.mark(mark);
    if (tagName === 'a') return this.#openLink(attributeOf(element, 'href') ?? '');
    if (tagName === 'br') this.#text.break();
    if (tagName === 'time') this.#times.push(attributeOf(element, 'datetime') ?? '');
    if (tagName !== 'q') return undefined;
    this.#text.add('“');
    return () => this.#text.add('”');
  }

  #openLink(href: string): Close {
    if (isHarmfulAddress(href)) this.#droppedLinks += 1;
    return this.#text.link(safeAddress(href, this.#options.url));
  }

  #openBlock(tagName: string): Close {
    this.#flush();
    if (tagName === 'hr') this.#outline.add({ kind: 'rule', where: tagName });
    const release = tagName === 'pre' ? this.#text.preserve() : undefined;
    return () => {
      this.#flush();
      release?.();
    };
  }

  #openHeading(level: number): Close {
    this.#flush();
    const outer = this.#headingLevel;
    this.#headingLevel = level;
    return () => {
      this.#flush();
      this.#headingLevel = outer;
    };
  }

  #addText(text: string): void {
    const clean = withoutControls(text.replace(/[\u2028\u2029\uFEFF]/g, ' '));
    this.#droppedControls += text.length - clean.length;
    this.#text.add(clean);
  }

  #lose(what: string, words: string): void {
    const shown = withoutControls(words.replace(/\s+/g, ' ')).trim().slice(0, 80);
    this.#lost.push({ kind: 'lost', what: shown === '' ? what : `${what} «${shown}»`, where: what });
  }

  #flush(): void {
    const level = this.#headingLevel;
    for (const pieces of this.#text.take()) {
      if (level === undefined) this.#outline.add({ kind: 'paragraph', pieces, where: 'text of the page' });
      else
        this.#outline.add({
          kind: 'heading',
          level,
          pieces: inOneLine(pieces),
          where: level === 1 ? 'main heading' : 'heading',
        });
    }
    for (const lost of this.#lost) this.#outline.add(lost);
    this.#lost = [];
  }
}

function inOneLine(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => (piece === 'break' ? { text: ' ', marks: {} } : piece));
}
