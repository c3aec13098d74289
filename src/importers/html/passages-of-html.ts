/**
 * From a page's tree to its passages, read in one walk without recursion.
 *
 * Libraries that turn HTML into Markdown were tried: they recurse, so that a few thousand nested elements stop them, keep what is
 * hidden and links of any scheme, and know nothing of what was dropped.
 */
import type { Passage, Piece } from '../page/passage.ts';
import { Asides } from './asides.ts';
import { kindOf } from './element-kinds.ts';
import { footnotesIn, type Footnotes } from './footnotes.ts';
import { Outline, type Close } from './outline.ts';
import type { HtmlElement, HtmlNode } from './parse-html.ts';
import { markOf, RunningText } from './running-text.ts';
import { isHarmfulAddress, safeAddress } from './safe-address.ts';
import { shownText } from './shown-text.ts';
import { isTracker, TRACKER } from './trackers.ts';
import { WholeElements } from './whole-elements.ts';
import { attributeOf, isElement, visit, wordsIn } from './tree.ts';

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
  readonly #asides = new Asides({ hasBegun: () => this.#text.hasWords, add: (passage) => this.#outline.add(passage) });
  readonly #whole: WholeElements;
  readonly #closers: (Close | undefined)[] = [];
  readonly #times: string[] = [];
  readonly #dropped = { droppedControls: 0, droppedInvisible: 0, droppedLinks: 0 };
  #headingLevel: number | undefined;
  #noteDepth = 0;

  constructor(root: HtmlElement, options: ReadOptions) {
    this.#root = root;
    this.#options = options;
    this.#footnotes = footnotesIn(root);
    this.#whole = new WholeElements({
      page: options.url,
      footnotes: this.#footnotes,
      text: this.#text,
      asides: this.#asides,
      flow: {
        end: () => this.#flush(),
        add: (passage) => this.#outline.add(passage),
        isInNote: () => this.#noteDepth > 0,
        dropControls: (count) => void (this.#dropped.droppedControls += count),
      },
    });
  }

  enter(node: HtmlNode): 'skip' | undefined {
    if (node.nodeName === '#text' && 'value' in node) this.#addText(node.value);
    if (!isElement(node) || this.#isLeftOut(node) || this.#whole.read(node)) return 'skip';
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
    if (words !== '') this.#asides.change(kind === 'hidden' ? 'Hidden words were left out' : SITE_PART, words);
    return true;
  }

  #loseEmbedded(element: HtmlElement, what: string): void {
    const address = safeAddress(attributeOf(element, 'src') ?? attributeOf(element, 'data') ?? '', this.#options.url);
    if (isTracker(element, address)) return this.#asides.change(TRACKER, '');
    const words = attributeOf(element, 'title') ?? wordsIn(element, 80);
    return this.#asides.lose(what, words, address);
  }

  #isOfTheSite(element: HtmlElement): boolean {
    if (this.#options.isText === true) return false;
    const role = attributeOf(element, 'role');
    if (element.tagName === 'footer' || role === 'contentinfo') {
      const words = this.#options.isMain ? wordsIn(element, 60) : '';
      if (words !== '') this.#asides.lose('footer of the text', words);
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
    if (title.trim() !== '') this.#asides.change('An explanation that shows under the pointer was left out', title);
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
    for (const code of shortcodes.droppedShortcodes)
      this.#asides.change('A shortcode around words was taken out', code);
    for (const code of shortcodes.keptShortcodes) this.#asides.change('A shortcode of the site stays as words', code);
    this.#text.add(text);
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
    this.#asides.flush();
  }
}

const SITE_PART = 'Left out as the site’s own';
/** What is longer than this is no bar of the site, whatever its class. */
const LONGEST_SITE_PART = 400;

function inOneLine(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => (piece === 'break' ? { text: ' ', marks: {} } : piece));
}
