/** The words that a reader of Markdown sees once it is HTML, whatever it is written with. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import MarkdownIt from 'markdown-it';

const withHtml = new MarkdownIt({ html: true });
const withoutHtml = new MarkdownIt({ html: false });

/** The words of a Markdown text in which HTML counts, as other site builders render it. */
export function wordsOfOriginal(text: string): string[] {
  return wordsOfPage(withHtml.render(text));
}

/** The words of a Markdown text as press renders it: a tag would be words. */
export function wordsOfRelease(text: string): string[] {
  return wordsOfPage(withoutHtml.render(text.replace(/<!--[\s\S]*?-->/g, '')));
}

const unseen = new Set(['script', 'style', 'iframe', 'template', 'noscript', '#comment']);

function wordsOfPage(html: string): string[] {
  const texts: string[] = [];
  const open: DefaultTreeAdapterTypes.Node[] = [parse(html)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (unseen.has(node.nodeName)) continue;
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
    if ('childNodes' in node) open.push(...[...node.childNodes].reverse());
  }
  return texts.join(' ').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The words of two lists that stand in one of them only, each with how often. */
export function differences(before: readonly string[], after: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of before) counts.set(word, (counts.get(word) ?? 0) - 1);
  for (const word of after) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([word, count]) => `${count > 0 ? '+' : ''}${count} ${word}`);
}
