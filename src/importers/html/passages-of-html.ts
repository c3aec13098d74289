/**
 * From a page's tree to its passages, read in one walk without recursion.
 *
 * Libraries that turn HTML into Markdown were tried: they recurse, so that a few thousand nested elements stop them, keep what is
 * hidden and links of any scheme, and know nothing of what was dropped.
 */
import { oneLine } from '../page/one-line.ts';
import type { Passage, Piece } from '../page/passage.ts';
import { kindOf } from './element-kinds.ts';
import { footnotesIn, type Footnotes } from './footnotes.ts';
import { hiddenAddress } from './hidden-address.ts';
import { Outline, type Close } from './outline.ts';
import type { HtmlElement, HtmlNode } from './parse-html.ts';
import { pictureOf } from './pictures.ts';
import { raised } from './raised.ts';
import { markOf, RunningText } from './running-text.ts';
import { isHarmfulAddress, safeAddress } from './safe-address.ts';
import { shownText } from './shown-text.ts';
import { isTracker } from './trackers.ts';
import { attributeOf, firstElementsIn, isElement, textOf, visit, wordsIn } from './tree.ts';

export interface ReadOptions {
  /** The page's own address, for its links. */
  readonly url: string | undefined;
  /** Whether the root is the page's main part, so that headers and footers inside are its own. */
  readonly isMain: boolean;
  /** Elements with the page's main heading inside. */
  readonly withHeadline: ReadonlySet<HtmlElement>;
  /** Whether the root holds a text and nothing of a site, so that its footer is part of the text. */
  readonly isText?: boolean;
  /** Elements to leave out with all that is inside. */
  readonly skip?: ReadonlySet<HtmlElement>;
}

export interface ReadPassages {
  readonly passages: readonly Passage[];
  /** `datetime` of the `time` elements met. */
  readonly times: readonly string[];
  readonly droppedControls: number;
  readonly droppedInvisible: number;
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
  readonly #footnotes: Footnotes;
  readonly #text = new RunningText();
  readonly #outline = new Outline(() => this.#flush());
  readonly #closers: (Close | undefined)[] = [];
  readonly #times: string[] = [];
  readonly #dropped = { droppedControls: 0, droppedInvisible: 0, droppedLinks: 0 };
  #aside: Passage[] = [];
  #headingLevel: number | undefined;
  #noteDepth = 0;

  constructor(root: HtmlElement, options: ReadOptions) {
    this.#root = root;
    this.#options = options;
    this.#footnotes = footnotesIn(root);
  }

  enter(node: HtmlNode): 'skip' | undefined {
    if (node.nodeName === '#text' && 'value' in node) this.#addText(node.value);
    if (!isElement(node) || this.#isLeftOut(node) || this.#isWhole(node)) return 'skip';
    this.#closers.push(this.#open(node));
    return undefined;
  }

  leave(): void {
    this.#closers.pop()?.();
  }

  result(): ReadPassages {
    this.#flush();
    return { passages: this.#outline.passages, times: this.#times, ...this.#dropped };
  }

  #isLeftOut(element: HtmlElement): boolean {
    if (this.#options.skip?.has(element) === true) return true;
    const kind = kindOf(element);
    switch (kind.kind) {
      case 'silent':
        return true;
      case 'hidden':
      case 'site':
        return this.#leaveOut(element, kind.kind);
      case 'uncarried':
        this.#loseEmbedded(element, kind.what);
        return true;
      default:
        return element !== this.#root && this.#isOfTheSite(element);
    }
  }

  #leaveOut(element: HtmlElement, kind: 'hidden' | 'site'): boolean {
    const words = wordsIn(element, LONGEST_SITE_PART);
    if (element === this.#root || (kind === 'site' && words.endsWith('…'))) return false;
    if (words !== '') this.#change(kind === 'hidden' ? 'Hidden words were left out' : SITE_PART, words);
    return true;
  }

  #loseEmbedded(element: HtmlElement, what: string): void {
    const address = safeAddress(attributeOf(element, 'src') ?? attributeOf(element, 'data') ?? '', this.#options.url);
    if (isTracker(element, address)) return this.#change(TRACKER, '');
    const words = attributeOf(element, 'title') ?? wordsIn(element, 80);
    return this.#lose(what, words, address);
  }

  #isOfTheSite(element: HtmlElement): boolean {
    if (this.#options.isText === true) return false;
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

  /** Elements that are read as a whole: pictures, marks of footnotes and the ways back from them, hidden addresses, code. */
  #isWhole(element: HtmlElement): boolean {
    if (element.tagName === 'img') return this.#addPicture(element);
    if (element.tagName === 'pre' && isCode(element)) return this.#addCode(element);
    if (element.tagName === 'sup') return this.#addRaised(element);
    if (element.tagName === 'a' && this.#addMark(element)) return true;
    const hidden = hiddenAddress(element);
    return hidden !== undefined && this.#addHidden(hidden);
  }

  #addPicture(element: HtmlElement): true {
    const picture = pictureOf(element, this.#options.url);
    if (picture.kind === 'tracker') this.#change(TRACKER, picture.host);
    else if (picture.kind === 'sign') this.#text.add(picture.text);
    else if (picture.kind === 'lost') this.#lose('picture', picture.alt, picture.address);
    else {
      const { href, alt } = picture;
      const link = this.#text.address;
      this.#put({ kind: 'picture', picture: { href, alt, ...(link !== undefined && { link }) }, where: 'picture' });
    }
    return true;
  }

  #addCode(element: HtmlElement): true {
    this.#flush();
    const { text, ...dropped } = shownText(textOf(element, isUnseen).replace(/\r\n?/g, '\n'));
    this.#dropped.droppedControls += dropped.droppedControls;
    this.#outline.add({ kind: 'code', text: text.replace(/^\n+|\n+$/g, ''), where: 'pre' });
    return true;
  }

  /** Raised digits have characters of their own, and «10⁶» is another number than «106». */
  #addRaised(element: HtmlElement): boolean {
    if (firstElementsIn(element, 2).length > 1) return false;
    const digits = wordsIn(element, 10);
    const signs = raised(digits);
    if (signs === undefined) return false;
    if (this.#noteDepth > 0 && !this.#text.hasWords) return true;
    this.#text.add(signs);
    this.#change('Raised digits are written as such characters', signs);
    return true;
  }

  #addMark(element: HtmlElement): boolean {
    const label = this.#footnotes.marks.get(element);
    if (this.#noteDepth > 0 && this.#footnotes.backs.has(attributeOf(element, 'href') ?? '')) return true;
    if (label === undefined) return false;
    this.#text.footnote(label, wordsIn(element, 12));
    return true;
  }

  #addHidden(address: string): true {
    const close = this.#text.address === undefined ? this.#text.link(`mailto:${address}`) : undefined;
    this.#text.add(address);
    close?.();
    this.#change('A mail address that the site hides from machines was read', address);
    return true;
  }

  #open(element: HtmlElement): Close | undefined {
    const { tagName } = element;
    const heading = /^h([1-6])$/.exec(tagName)?.[1];
    if (heading !== undefined) return this.#openHeading(Number(heading));
    const note = this.#footnotes.notes.get(element);
    if (note !== undefined) return this.#openNote(note, element);
    const isBlock = kindOf(element).kind === 'block';
    return this.#outline.open(element) ?? (isBlock ? this.#openBlock(tagName) : this.#openInline(element));
  }

  #openNote(label: string, element: HtmlElement): Close {
    const close = this.#outline.openFootnote(label, element);
    this.#noteDepth += 1;
    return () => {
      close();
      this.#noteDepth -= 1;
    };
  }

  #openInline(element: HtmlElement): Close | undefined {
    const { tagName } = element;
    const mark = markOf(tagName);
    if (mark !== undefined) return this.#text.mark(mark);
    if (tagName === 'a') return this.#openLink(attributeOf(element, 'href') ?? '');
    if (tagName === 'br') this.#text.break();
    if (tagName === 'time') this.#times.push(attributeOf(element, 'datetime') ?? '');
    if (tagName === 'abbr' || tagName === 'acronym') this.#noteExplanation(element);
    if (tagName !== 'q') return undefined;
    this.#text.add('“');
    return () => this.#text.add('”');
  }

  #noteExplanation(element: HtmlElement): void {
    const title = attributeOf(element, 'title') ?? '';
    if (title.trim() !== '') this.#change('An explanation that shows under the pointer was left out', title);
  }

  #openLink(href: string): Close {
    if (isHarmfulAddress(href)) this.#dropped.droppedLinks += 1;
    return this.#text.link(safeAddress(href, this.#options.url));
  }

  #openBlock(tagName: string): Close {
    this.#flush();
    if (tagName === 'hr') this.#outline.add({ kind: 'rule', where: tagName });
    const release = tagName === 'pre' ? this.#text.preserve() : undefined;
    // Beside the running text, a caption has to be told from it.
    const unmark = tagName === 'figcaption' ? this.#text.mark('emphasis') : undefined;
    return () => {
      this.#flush();
      release?.();
      unmark?.();
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

  #addText(written: string): void {
    const { text, droppedControls, droppedInvisible, ...shortcodes } = shownText(written);
    this.#dropped.droppedControls += droppedControls;
    this.#dropped.droppedInvisible += droppedInvisible;
    for (const code of shortcodes.droppedShortcodes) this.#change('A shortcode around words was taken out', code);
    for (const code of shortcodes.keptShortcodes) this.#change('A shortcode of the site stays as words', code);
    this.#text.add(text);
  }

  #lose(what: string, words: string, address = ''): void {
    const shown = shortWords(words);
    const named = [
      what,
      ...(shown === '' ? [] : [`«${shown}»`]),
      ...(address === '' ? [] : [`(${address.slice(0, 200)})`]),
    ];
    this.#put({ kind: 'lost', what: named.join(' '), where: what });
  }

  #change(what: string, shown: string): void {
    this.#put({ kind: 'changed', what, shown: shortWords(shown), where: 'text of the page' });
  }

  /** Beside a paragraph that has begun, a passage follows it. */
  #put(passage: Passage): void {
    if (this.#text.hasWords) this.#aside.push(passage);
    else this.#outline.add(passage);
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
    for (const passage of this.#aside) this.#outline.add(passage);
    this.#aside = [];
  }
}

const SITE_PART = 'Left out as the site’s own';
const TRACKER = 'A picture or frame that counts readers was left out';
/** What is longer than this is no bar of the site, whatever its class. */
const LONGEST_SITE_PART = 400;

function shortWords(words: string): string {
  const text = oneLine(words);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function isUnseen(element: HtmlElement): boolean {
  const { kind } = kindOf(element);
  return kind === 'silent' || kind === 'hidden';
}

/** Text that somebody only lined up, as old pages do, is none. */
function isCode(element: HtmlElement): boolean {
  const [, first] = firstElementsIn(element, 2);
  return first?.tagName === 'code' || first?.tagName === 'samp';
}

function inOneLine(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => (piece === 'break' ? { text: ' ', marks: {} } : piece));
}
