import type { XmlAttributes, XmlChild, XmlElement } from '../../../text/xml.ts';

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

// A raw carriage return would be read as a line feed.
const SPECIAL = /[&<>"\r]/g;
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\r', '&#13;'],
]);

/** Elements and texts as HTML, in which an empty element has no end tag and everything else does. */
export function htmlOf(nodes: readonly XmlChild[]): string {
  const written: string[] = [];
  // Strings in this list are HTML already.
  const work = nodes.map(asWork).reverse();
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (typeof next === 'string') written.push(next);
    else {
      written.push(`<${next.name}${attributesOf(next.attributes)}>`);
      if (VOID.has(next.name)) continue;
      work.push(`</${next.name}>`);
      for (const child of [...next.children].reverse()) work.push(asWork(child));
    }
  }
  return written.join('');
}

function asWork(node: XmlChild): XmlElement | string {
  return typeof node === 'object' ? node : escaped(node ?? '');
}

function attributesOf(attributes: XmlAttributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

function escaped(text: string): string {
  return text.replace(SPECIAL, (character) => REFERENCES.get(character) ?? character);
}
