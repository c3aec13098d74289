/** Words of HTML and of Markdown, so that a text and what became of it can be compared. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { parseMarkdown } from '../../../src/formats/rendering/markdown/markdown.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** Words in order: letters and digits, whatever their form. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/\u00AD|\u200B|\u2060|\uFEFF|\uFE0E|\uFE0F/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
}

/** The HTML that press shows of Markdown. */
export function shown(markdown: string): string {
  return parseMarkdown(markdown).html({
    baseUrl: 'https://press.example.org/',
    address: 'https://press.example.org/2009/a/',
  });
}

/** The words of rendered HTML. Only marks of footnotes are raised there. */
export function wordsOfHtml(html: string): string[] {
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
    const name = 'tagName' in node ? node.tagName : '';
    const isInline = /^(?:a|b|i|em|strong|del|s|code|sub|span|abbr|font|u|small|kbd|q|mark|ins|)$/.test(name);
    if (!isInline) texts.push(' ');
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
    if (!isInline) texts.push(' ');
  };
  walk(parse(html));
  return wordsOf(texts.join(''));
}
