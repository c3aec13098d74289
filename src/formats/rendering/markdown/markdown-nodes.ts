/** The elements of a text as nodes of Markdown (mdast), to be written again: every text in them is text and nothing else. */
import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent, Table } from 'mdast';
import { fitForPage } from '../../../text/html.ts';
import type { XmlChild, XmlElement } from '../../../text/xml.ts';
import { HeadingLevels } from '../pages/heading-levels.ts';
import { inertAddress, inertCode } from './inert-markdown.ts';

type Block = BlockContent | DefinitionContent;

export interface NodePlace {
  /** Level of the heading that the text stands under; 0 for none. */
  readonly level: number;
  /** In front of every footnote's number, so that several texts can stand in one document. */
  readonly footnotes: string;
}

/** Blocks of a text (`ParsedText.elements`). */
export function markdownBlocks(nodes: readonly XmlChild[], place: NodePlace): Block[] {
  return new NodeMaker(place).blocks(nodes);
}

/** A text as nodes of running text. */
export function markdownText(text: string): PhrasingContent[] {
  return text === '' ? [] : [{ type: 'text', value: fitForPage(text) }];
}

class NodeMaker {
  readonly #levels: HeadingLevels;
  readonly #footnotes: string;

  constructor({ level, footnotes }: NodePlace) {
    this.#levels = new HeadingLevels(level);
    this.#footnotes = footnotes;
  }

  /** What stands between blocks without being one, as in the items of a dense list, becomes a paragraph. */
  blocks(nodes: readonly XmlChild[]): Block[] {
    const blocks: Block[] = [];
    let words: XmlChild[] = [];
    const endParagraph = (): void => {
      const children = this.phrasing(trimmed(words));
      if (children.length > 0) blocks.push({ type: 'paragraph', children });
      words = [];
    };
    for (const node of nodes) {
      const found = typeof node === 'object' ? this.#block(node) : undefined;
      if (found === undefined) words.push(node);
      else {
        endParagraph();
        for (const block of found) blocks.push(block);
      }
    }
    endParagraph();
    return blocks;
  }

  #block(node: XmlElement): Block[] | undefined {
    switch (node.name) {
      case 'p':
        return this.#paragraph(node);
      case 'blockquote':
        return [{ type: 'blockquote', children: this.blocks(node.children).filter(isBlockContent) }];
      case 'ul':
      case 'ol':
        return [this.#list(node)];
      case 'pre':
        return [codeOf(node)];
      case 'hr':
        return node.attributes['class'] === undefined ? [{ type: 'thematicBreak' }] : [];
      case 'table':
        return [this.#table(node)];
      case 'section':
        return this.#footnoteDefinitions(node);
      default:
        return /^h[1-6]$/.test(node.name) ? this.#heading(node) : undefined;
    }
  }

  #paragraph(node: XmlElement): Block[] {
    const children = this.phrasing(node.children);
    return children.length === 0 ? [] : [{ type: 'paragraph', children }];
  }

  #heading(node: XmlElement): Block[] {
    const depths = [1, 2, 3, 4, 5, 6] as const;
    const depth = depths[this.#levels.levelOf(Number(node.name.slice(1))) - 1] ?? 6;
    return [{ type: 'heading', depth, children: this.phrasing(node.children) }];
  }

  #list({ name, attributes, children }: XmlElement): List {
    const items = elementsIn(children, 'li').map((item): ListItem => {
      const spread = item.children.some((child) => typeof child === 'object' && child.name === 'p');
      return { type: 'listItem', spread, children: this.blocks(item.children).filter(isBlockContent) };
    });
    const start = name === 'ol' ? Number(attributes['start'] ?? 1) : null;
    return { type: 'list', ordered: name === 'ol', start, spread: items.some(({ spread }) => spread), children: items };
  }

  #table({ children }: XmlElement): Table {
    const parts = children.filter((child) => typeof child === 'object');
    const rows = parts.flatMap((part) => elementsIn(part.children, 'tr')).map((row) => cellsOf(row));
    return {
      type: 'table',
      align: (rows[0] ?? []).map(alignmentOf),
      children: rows.map((cells) => ({
        type: 'tableRow',
        children: cells.map((cell) => ({ type: 'tableCell', children: this.phrasing(cell.children) })),
      })),
    };
  }

  #footnoteDefinitions(section: XmlElement): Block[] {
    const items = elementsIn(section.children, 'ol').flatMap((list) => elementsIn(list.children, 'li'));
    return items.map((item, at) => ({
      type: 'footnoteDefinition',
      identifier: `${this.#footnotes}${at + 1}`,
      children: this.blocks(item.children).filter(isBlockContent),
    }));
  }

  phrasing(nodes: readonly XmlChild[]): PhrasingContent[] {
    const found: PhrasingContent[] = [];
    for (const [at, node] of nodes.entries()) {
      for (const each of this.#inlineOrText(node, nodes[at - 1], nodes[at + 1])) {
        const before = found.at(-1);
        if (each.type === 'text' && before?.type === 'text') before.value += each.value;
        else found.push(each);
      }
    }
    return found;
  }

  #inlineOrText(node: XmlChild, before: XmlChild, after: XmlChild): PhrasingContent[] {
    if (typeof node === 'object') return this.#inline(node);
    // A hard break is a line end already; links back are not written, and the blank before them neither.
    const text = isElement(before, 'br') && node?.startsWith('\n') ? node.slice(1) : (node ?? '');
    return isLinkBack(after) && text === ' ' ? [] : markdownText(text);
  }

  #inline({ name, attributes, children }: XmlElement): PhrasingContent[] {
    switch (name) {
      case 'em':
        return marked('emphasis', this.phrasing(children));
      case 'strong':
        return marked('strong', this.phrasing(children));
      case 's':
        return marked('delete', this.phrasing(children));
      case 'br':
        return [{ type: 'break' }];
      case 'code':
        return [{ type: 'inlineCode', value: inertCode(wordsIn(children)) }];
      case 'img':
        return [
          { type: 'image', url: inertAddress(attributes['src']), alt: fitForPage(String(attributes['alt'] ?? '')) },
        ];
      case 'sup':
        return [
          { type: 'footnoteReference', identifier: `${this.#footnotes}${wordsIn(children).replace(/[^0-9]/g, '')}` },
        ];
      default:
        return attributes['class'] === 'footnote-backref' ? [] : this.#link(attributes, children);
    }
  }

  #link(attributes: XmlElement['attributes'], children: readonly XmlChild[]): PhrasingContent[] {
    return [{ type: 'link', url: inertAddress(attributes['href']), children: this.phrasing(children) }];
  }
}

function marked(type: 'emphasis' | 'strong' | 'delete', children: PhrasingContent[]): PhrasingContent[] {
  return children.length === 0 ? [] : [{ type, children }];
}

function codeOf(pre: XmlElement): Block {
  const [code] = elementsIn(pre.children, 'code');
  const [language] = /(?<=^language-)[A-Za-z0-9_+#.-]+$/.exec(String(code?.attributes['class'] ?? '')) ?? [];
  const value = inertCode(wordsIn(code?.children ?? []));
  return { type: 'code', lang: language ?? null, value: value.endsWith('\n') ? value.slice(0, -1) : value };
}

function isElement(node: XmlChild, name: string): node is XmlElement {
  return typeof node === 'object' && node.name === name;
}

function isLinkBack(node: XmlChild): boolean {
  return isElement(node, 'a') && node.attributes['class'] === 'footnote-backref';
}

function trimmed(nodes: readonly XmlChild[]): XmlChild[] {
  const isWord = (node: XmlChild): boolean => typeof node === 'object' || /[^ \t\n]/.test(node ?? '');
  const first = nodes.findIndex(isWord);
  return first === -1 ? [] : nodes.slice(first, nodes.findLastIndex(isWord) + 1);
}

function elementsIn(nodes: readonly XmlChild[], name: string): XmlElement[] {
  return nodes.filter((node) => typeof node === 'object').filter((node) => node.name === name);
}

function cellsOf({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child === 'object');
}

function alignmentOf({ attributes: { align } }: XmlElement): 'left' | 'center' | 'right' | null {
  return align === 'left' || align === 'center' || align === 'right' ? align : null;
}

function wordsIn(nodes: readonly XmlChild[]): string {
  return nodes.map((node) => (typeof node === 'object' ? wordsIn(node.children) : (node ?? ''))).join('');
}

function isBlockContent(block: Block): block is BlockContent {
  return block.type !== 'footnoteDefinition' && block.type !== 'definition';
}
