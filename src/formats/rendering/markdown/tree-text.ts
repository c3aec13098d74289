/** The elements of a text as plain text that reads well. */
import type { XmlChild, XmlElement } from '../../../text/xml.ts';
import { withoutTags } from '../plain-text.ts';

const BLOCKS: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 pre ul ol blockquote table hr section'.split(' '));

/** Plain text: a blank line between blocks, no markup, and nothing that a careless reader could take for a tag. */
export function textOf(nodes: readonly XmlChild[]): string {
  return blocksOf(nodes)
    .map((block) => withoutBlanksAtEnds(withoutAnyTag(block)))
    .filter((block) => block !== '')
    .join('\n\n');
}

/** Texts of the blocks in order; running text between two blocks counts as one. */
function blocksOf(nodes: readonly XmlChild[]): string[] {
  const blocks: string[] = [];
  let running: XmlChild[] = [];
  const endRunning = (): void => {
    blocks.push(paragraphOf(running));
    running = [];
  };
  for (const node of nodes) {
    if (typeof node !== 'object' || !BLOCKS.has(node.name)) running.push(node);
    else {
      endRunning();
      for (const each of blocksOfElement(node)) blocks.push(each);
    }
  }
  endRunning();
  return blocks.filter((block) => block !== '');
}

function blocksOfElement(node: XmlElement): string[] {
  switch (node.name) {
    case 'pre':
      return [wordsOf(node).trimEnd()];
    case 'ul':
    case 'ol':
      return [listOf(node)];
    case 'table':
      return [rowsOf(node).join('\n')];
    case 'blockquote':
    case 'section':
      return blocksOf(node.children);
    default:
      return [paragraphOf(node.children)];
  }
}

/** Words on one line, except where the text breaks it. */
function paragraphOf(nodes: readonly XmlChild[]): string {
  const lines = nodes.map(runningWords).join('').split('\n');
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .trim();
}

function runningWords(node: XmlChild): string {
  if (typeof node !== 'object') return (node ?? '').replace(/\s+/g, ' ');
  if (node.name === 'img') return String(node.attributes['alt'] ?? '');
  return node.name === 'br' ? '\n' : node.children.map(runningWords).join('');
}

/** An item a line; what an item holds besides stands under it, indented. */
function listOf(list: XmlElement): string {
  const first = Number(list.attributes['start'] ?? 1);
  return elementsIn(list, 'li')
    .map((item, at) => {
      const marker = markerOf(list, first + at);
      return `${marker}${blocksOf(item.children)
        .join('\n')
        .replaceAll('\n', `\n${' '.repeat(marker.length)}`)}`;
    })
    .join('\n');
}

function markerOf(list: XmlElement, number: number): string {
  if (list.name === 'ul') return '- ';
  return list.attributes['class'] === undefined ? `${number}. ` : `[${number}] `;
}

function rowsOf(table: XmlElement): string[] {
  const rows = table.children.flatMap((part) => (typeof part === 'object' ? elementsIn(part, 'tr') : []));
  return rows.map((row) =>
    [...elementsIn(row, 'th'), ...elementsIn(row, 'td')].map((cell) => paragraphOf(cell.children)).join(' | '),
  );
}

function elementsIn(node: XmlElement, name: string): XmlElement[] {
  return node.children.filter((child) => typeof child === 'object').filter((child) => child.name === name);
}

function wordsOf(node: XmlChild): string {
  return typeof node === 'object' ? node.children.map(wordsOf).join('') : (node ?? '');
}

/** What looks like a tag goes; where it has no end in its block, a blank makes it none. */
function withoutAnyTag(block: string): string {
  return withoutTags(block).replace(/<(?=[A-Za-z/!?])/g, '< ');
}

function withoutBlanksAtEnds(block: string): string {
  return block
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
