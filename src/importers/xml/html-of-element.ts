/** XHTML that stands in a document as elements, as the text of HTML, which the reader of pages reads. */
import { localName, type XmlElement } from './xml-element.ts';

/** What is in these is no HTML to a browser, so nothing of it is written. */
const raw: ReadonlySet<string> = new Set(
  'script style textarea title xmp iframe noembed noframes noscript template'.split(' '),
);
const empty: ReadonlySet<string> = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const NAME = /^[A-Za-z][A-Za-z0-9-]{0,60}$/;

/** The inside of an element as HTML. No deeper than the reader of XML allows. */
export function htmlInside(element: XmlElement): string {
  const pieces: string[] = [];
  writeInside(element, pieces);
  return pieces.join('');
}

function writeInside({ children }: XmlElement, pieces: string[]): void {
  for (const child of children) {
    if (typeof child === 'string') pieces.push(escaped(child));
    else write(child, pieces);
  }
}

function write(element: XmlElement, pieces: string[]): void {
  const name = tagName(element);
  if (!NAME.test(name)) return writeInside(element, pieces);
  const attributes = [...element.attributes].filter(([key]) => NAME.test(key));
  const written = attributes.map(([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`).join('');
  pieces.push(`<${name}${written}>`);
  if (empty.has(name)) return;
  if (!raw.has(name)) writeInside(element, pieces);
  pieces.push(`</${name}>`);
}

/** An element whose end no browser knows becomes one that it knows. */
function tagName(element: XmlElement): string {
  const name = localName(element).toLowerCase();
  return name === 'plaintext' ? 'pre' : name;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
