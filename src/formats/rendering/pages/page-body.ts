/** The text of a release as a part of a page: headings below its own, nothing that is fetched, anchors that no other text has. */
import type { XmlChild, XmlElement } from '../../../text/xml.ts';
import { element } from '../../../text/xml.ts';
import { HeadingLevels } from './heading-levels.ts';
import type { PageWords } from './page-words.ts';

export interface PagePlace {
  /** Level of the heading that the text stands under, 1 or 2. */
  readonly level: number;
  /** In front of every anchor; ends with a hyphen. */
  readonly anchor: string;
  /** The release's own address: links to it with an anchor of this text stay on the page. */
  readonly address: string;
  readonly words: PageWords;
}

/** The elements of a text (`ParsedText.elements`) as they may stand on the page. */
export function pageBody(nodes: readonly XmlChild[], place: PagePlace): readonly XmlChild[] {
  return new PageBody(nodes, place).nodes();
}

class PageBody {
  readonly #nodes: readonly XmlChild[];
  readonly #place: PagePlace;
  readonly #levels: HeadingLevels;
  readonly #anchors: ReadonlySet<string>;

  constructor(nodes: readonly XmlChild[], place: PagePlace) {
    this.#nodes = nodes;
    this.#place = place;
    this.#levels = new HeadingLevels(place.level);
    this.#anchors = anchorsIn(nodes);
  }

  nodes(): XmlChild[] {
    return this.#placed(this.#nodes, false);
  }

  #placed(nodes: readonly XmlChild[], isInLink: boolean): XmlChild[] {
    return nodes.map((node) => (typeof node === 'object' ? this.#element(node, isInLink) : node));
  }

  #element(node: XmlElement, isInLink: boolean): XmlChild {
    if (node.name === 'img') return this.#picture(node, isInLink);
    const placed: XmlElement = {
      name: this.#levels.nameOf(node.name),
      attributes: this.#attributes(node),
      children: this.#placed(node.children, isInLink || node.name === 'a'),
    };
    if (node.name !== 'table') return placed;
    // A table that is wider than the window scrolls by itself, with the keyboard, too.
    const frame = { class: 'table', role: 'group', 'aria-label': this.#place.words.table, tabindex: 0 };
    return element('div', frame, placed);
  }

  /** A picture would be fetched by whoever opens the page: it becomes a link, which nobody has to follow. */
  #picture({ attributes }: XmlElement, isInLink: boolean): XmlChild {
    const alt = String(attributes['alt'] ?? '').trim() || this.#place.words.picture;
    return isInLink ? alt : element('a', { href: attributes['src'], class: 'picture' }, `[${alt}]`);
  }

  #attributes({ name, attributes }: XmlElement): XmlElement['attributes'] {
    const { align, id, href, class: className, start, title } = attributes;
    return {
      id: id === undefined ? undefined : this.#anchorOf(String(id)),
      // A language of code comes from whoever wrote the text, and colours nothing here.
      class: align ?? (name === 'code' ? undefined : className),
      href: href === undefined ? undefined : this.#onPage(String(href)),
      start: name === 'ol' && Number(start) > 2_147_483_647 ? undefined : start,
      title: title === '' ? undefined : title,
    };
  }

  #onPage(href: string): string {
    const { address } = this.#place;
    const target = href.startsWith(`${address}#`) ? href.slice(address.length + 1) : '';
    return this.#anchors.has(target) ? `#${this.#anchorOf(target)}` : href;
  }

  #anchorOf(id: string): string {
    return `${this.#place.anchor}${id.replace(/[^A-Za-z0-9-]/g, '_')}`;
  }
}

function anchorsIn(nodes: readonly XmlChild[]): Set<string> {
  const anchors = new Set<string>();
  const work = [...nodes];
  for (let node = work.pop(); node !== undefined || work.length > 0; node = work.pop()) {
    if (typeof node !== 'object') continue;
    if (node.attributes['id'] !== undefined) anchors.add(String(node.attributes['id']));
    for (const child of node.children) work.push(child);
  }
  return anchors;
}
