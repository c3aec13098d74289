/** NITF, the form of text that agencies used before, as HTML: its elements are those of HTML by other names. */
import { childNamed, elementsOf, localName, textIn, type XmlElement } from '../xml/xml-element.ts';

export interface NitfText {
  readonly html: string;
  readonly summary: string | undefined;
  readonly notCarried: readonly string[];
}

/** The dateline stands above the text and leads it; the headline is the item's, and a line of thanks ends it. */
export function nitfText(nitf: XmlElement): NitfText {
  const body = childNamed(nitf, 'body');
  const head = childNamed(body, 'body.head');
  const content = childNamed(body, 'body.content');
  const pieces = [paragraph(textIn(childNamed(head, 'dateline')))];
  if (content !== undefined) writeInside(content, pieces);
  for (const each of childrenOf(childNamed(body, 'body.end'))) pieces.push(paragraph(textIn(each)));
  return {
    html: pieces.join('\n'),
    summary: textIn(childNamed(head, 'abstract')),
    notCarried: ['byline', 'distributor', 'rights', 'note'].flatMap((name) => {
      const words = textIn(childNamed(head, name))?.replace(/\s+/g, ' ');
      return words === undefined ? [] : [`«${name}: ${words.slice(0, 80)}»`];
    }),
  };
}

const MOST_ENDINGS = 20;

function childrenOf(element: XmlElement | undefined): XmlElement[] {
  return element === undefined ? [] : elementsOf(element).slice(0, MOST_ENDINGS);
}

const same: ReadonlySet<string> = new Set(
  'p em q a br hr ul ol li dl dt dd pre table caption thead tbody tfoot tr th td sub sup'.split(' '),
);
const others: ReadonlyMap<string, string> = new Map([
  ['hl1', 'h2'],
  ['hl2', 'h3'],
  ['bq', 'blockquote'],
  ['block', 'div'],
  ['fn', 'p'],
  ['nitf-table', 'div'],
  ['media', 'figure'],
  ['media-caption', 'figcaption'],
  ['credit', 'p'],
]);
const WITHOUT_END: ReadonlySet<string> = new Set(['br', 'hr']);
const silent: ReadonlySet<string> = new Set([
  'media-metadata',
  'media-reference',
  'media-object',
  'media-producer',
  'nitf-table-metadata',
  'ds',
]);

function writeInside({ children }: XmlElement, pieces: string[]): void {
  for (const child of children) {
    if (typeof child === 'string') pieces.push(escaped(child));
    else write(child, pieces);
  }
}

function write(element: XmlElement, pieces: string[]): void {
  const name = localName(element);
  if (silent.has(name)) return;
  const tag = same.has(name) ? name : others.get(name);
  // Names of people, places and bodies are marked; the words are what is read.
  if (tag === undefined) return writeInside(element, pieces);
  const href = tag === 'a' ? element.attributes.get('href') : undefined;
  pieces.push(href === undefined ? `<${tag}>` : `<a href="${escaped(href).replaceAll('"', '&quot;')}">`);
  if (WITHOUT_END.has(tag)) return;
  writeInside(element, pieces);
  pieces.push(`</${tag}>`);
}

function paragraph(text: string | undefined): string {
  return text === undefined ? '' : `<p>${escaped(text)}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
