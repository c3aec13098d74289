import { resolveLink, type LinkBase } from '../../../model/links.ts';
import { element, type XmlChild, type XmlElement } from '../../../text/xml.ts';

/** A footnote that the text refers to; whoever makes the text fills it. */
export interface Footnote {
  readonly label: string;
  /** From 1, in the order in which the text refers to them. */
  readonly number: number;
  children: readonly XmlChild[];
}

interface CountedFootnote extends Footnote {
  references: number;
}

// The second sign asks for the arrow as text: some telephones would show a picture.
const BACK = '\u21A9\uFE0E';

/**
 * The footnotes of one text. Their anchors hold the text's own address, so that several texts can stand on one page; links to them
 * are absolute, because feeds may hold no others. Without an address of its own a text has numbers only.
 */
export class FootnoteList implements Iterable<Footnote> {
  /** The text's own address with `#` at its end. */
  readonly #page: string | undefined;
  readonly #anchor: string;
  readonly #footnotes = new Map<string, CountedFootnote>();

  constructor(base: LinkBase) {
    this.#page = resolveLink('#', base);
    this.#anchor = anchorOf(base.address);
  }

  /** The mark in the text. */
  reference(label: string): XmlElement {
    const footnote = this.#footnotes.get(label) ?? this.#added(label);
    footnote.references += 1;
    const caption = `[${footnote.number}]`;
    if (this.#page === undefined) return element('sup', { class: 'footnote-ref' }, caption);
    const id = this.#referenceId(footnote, footnote.references);
    const href = this.#page + this.#id(footnote);
    return element('sup', { class: 'footnote-ref', id }, element('a', { href }, caption));
  }

  /** The footnotes in order, also those that are added meanwhile. */
  [Symbol.iterator](): Iterator<Footnote> {
    return this.#footnotes.values();
  }

  /** The section that ends the text; nothing when there are no footnotes. */
  elements(): readonly XmlChild[] {
    if (this.#footnotes.size === 0) return [];
    const items = [...this.#footnotes.values()].flatMap((footnote) => [this.#item(footnote), '\n']);
    const list: XmlElement = { name: 'ol', attributes: { class: 'footnotes-list' }, children: ['\n', ...items] };
    const section = element('section', { class: 'footnotes' }, '\n', list, '\n');
    return [element('hr', { class: 'footnotes-sep' }), '\n', section, '\n'];
  }

  #added(label: string): CountedFootnote {
    const footnote = { label, number: this.#footnotes.size + 1, children: [], references: 0 };
    this.#footnotes.set(label, footnote);
    return footnote;
  }

  #item(footnote: CountedFootnote): XmlElement {
    const id = this.#page === undefined ? undefined : this.#id(footnote);
    const children = withLinksBack(footnote.children, this.#linksBack(footnote));
    return { name: 'li', attributes: { class: 'footnote-item', id }, children };
  }

  #linksBack(footnote: CountedFootnote): XmlChild[] {
    const links: XmlChild[] = [];
    for (let reference = 1; this.#page !== undefined && reference <= footnote.references; reference += 1) {
      const href = this.#page + this.#referenceId(footnote, reference);
      links.push(' ', element('a', { href, class: 'footnote-backref' }, BACK));
    }
    return links;
  }

  #id({ number }: Footnote): string {
    return `fn-${this.#anchor}-${number}`;
  }

  #referenceId({ number }: Footnote, reference: number): string {
    return `fnref-${this.#anchor}-${number}${reference === 1 ? '' : `-${reference}`}`;
  }
}

/** Links back stand at the end of the last paragraph, or else at the end of all. */
function withLinksBack(children: readonly XmlChild[], links: readonly XmlChild[]): XmlChild[] {
  const at = children.findLastIndex((child) => typeof child === 'object');
  const last = children[at];
  if (typeof last !== 'object' || last.name !== 'p') return [...children, ...links];
  return children.with(at, { ...last, children: [...last.children, ...links] });
}

/** The path of an address as part of an anchor: `/2009/baku/` is `2009.baku`, other characters are hexadecimal. */
function anchorOf(address: string): string {
  const parts = URL.canParse(address) ? new URL(address).pathname.split('/') : [];
  return parts
    .filter((part) => part !== '')
    .map((part) => part.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}`))
    .join('.');
}
