/** Elements that are read as a whole: pictures, marks of footnotes and the ways back from them, hidden addresses, code. */
import type { Passage } from '../page/passage.ts';
import type { Asides } from './asides.ts';
import { kindOf } from './element-kinds.ts';
import type { Footnotes } from './footnotes.ts';
import { hiddenAddress } from './hidden-address.ts';
import type { HtmlElement } from './parse-html.ts';
import { pictureOf } from './pictures.ts';
import { raised } from './raised.ts';
import type { RunningText } from './running-text.ts';
import { shownText } from './shown-text.ts';
import { TRACKER } from './trackers.ts';
import { attributeOf, firstElementsIn, textOf, wordsIn } from './tree.ts';

/** The text around such an element. */
export interface Flow {
  /** Ends the paragraph. */
  readonly end: () => void;
  readonly add: (passage: Passage) => void;
  /** Whether it is the text of a footnote. */
  readonly isInNote: () => boolean;
  readonly dropControls: (count: number) => void;
}

export interface WholeElementsOptions {
  /** The page's own address. */
  readonly page: string | undefined;
  readonly footnotes: Footnotes;
  readonly text: RunningText;
  readonly asides: Asides;
  readonly flow: Flow;
}

export class WholeElements {
  readonly #page: string | undefined;
  readonly #footnotes: Footnotes;
  readonly #text: RunningText;
  readonly #asides: Asides;
  readonly #flow: Flow;

  constructor({ page, footnotes, text, asides, flow }: WholeElementsOptions) {
    this.#page = page;
    this.#footnotes = footnotes;
    this.#text = text;
    this.#asides = asides;
    this.#flow = flow;
  }

  /** Reads an element that has to be read as a whole; false for any other. */
  read(element: HtmlElement): boolean {
    if (element.tagName === 'img') return this.#addPicture(element);
    if (element.tagName === 'pre' && isCode(element)) return this.#addCode(element);
    if (element.tagName === 'sup') return this.#addRaised(element);
    if (element.tagName === 'a' && this.#addMark(element)) return true;
    const hidden = hiddenAddress(element);
    return hidden !== undefined && this.#addHidden(hidden);
  }

  #addPicture(element: HtmlElement): true {
    const picture = pictureOf(element, this.#page);
    if (picture.kind === 'tracker') this.#asides.change(TRACKER, picture.host);
    else if (picture.kind === 'sign') this.#text.add(picture.text);
    else if (picture.kind === 'lost') this.#asides.lose('picture', picture.alt);
    else {
      const { href, alt } = picture;
      const link = this.#text.address;
      this.#asides.put({
        kind: 'picture',
        picture: { href, alt, ...(link !== undefined && { link }) },
        where: 'picture',
      });
    }
    return true;
  }

  #addCode(element: HtmlElement): true {
    this.#flow.end();
    const { text, droppedControls } = shownText(textOf(element, isUnseen).replace(/\r\n?/g, '\n'));
    this.#flow.dropControls(droppedControls);
    this.#flow.add({ kind: 'code', text: text.replace(/^\n+|\n+$/g, ''), where: 'pre' });
    return true;
  }

  /** Raised digits have characters of their own, and «10⁶» is another number than «106». */
  #addRaised(element: HtmlElement): boolean {
    if (firstElementsIn(element, 2).length > 1) return false;
    const digits = wordsIn(element, 10);
    const signs = raised(digits);
    if (signs === undefined) return false;
    if (this.#flow.isInNote() && !this.#text.hasWords) return true;
    this.#text.add(signs);
    this.#asides.change('Raised digits are written as such characters', signs);
    return true;
  }

  #addMark(element: HtmlElement): boolean {
    const label = this.#footnotes.marks.get(element);
    if (this.#flow.isInNote() && this.#footnotes.backs.has(attributeOf(element, 'href') ?? '')) return true;
    if (label === undefined) return false;
    this.#text.footnote(label, wordsIn(element, 12));
    return true;
  }

  #addHidden(address: string): true {
    const close = this.#text.address === undefined ? this.#text.link(`mailto:${address}`) : undefined;
    this.#text.add(address);
    close?.();
    this.#asides.change('A mail address that the site hides from machines was read', address);
    return true;
  }
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
