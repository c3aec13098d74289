/** The text of a news item: XHTML or NITF that stands in it, or text with a media type. */
import { noText, textOfHtml, textOfPlain, type CarriedText, type TextOrigin } from '../item/carried-text.ts';
import { htmlInside } from '../xml/html-of-element.ts';
import {
  attributeAt,
  childNamed,
  childrenAt,
  elementsOf,
  localName,
  textIn,
  type XmlElement,
} from '../xml/xml-element.ts';
import { nitfText } from './nitf.ts';

export interface ItemContent {
  readonly text: CarriedText;
  /** A summary that stands with the text. */
  readonly summary: string | undefined;
}

const none: ItemContent = { text: noText, summary: undefined };

type Reader = (content: XmlElement, from: TextOrigin) => ItemContent | undefined;

/** The forms, those that keep most first. */
const readers: readonly Reader[] = [ofXhtml, ofNitf, ofHtmlData, ofPlainData];

/** The text in the form that keeps most. Throws PressError for HTML that grows without end. */
export function contentOf(set: XmlElement | undefined, from: TextOrigin): ItemContent {
  const inline = childrenAt(set, 'nar:inlineXML', 'nar:inlineData');
  for (const read of readers) {
    for (const content of inline) {
      const found = read(content, from);
      if (found !== undefined) return found;
    }
  }
  const types = [...new Set(inline.map((content) => attributeAt(content, 'contenttype') ?? content.name))].join(', ');
  return types === ''
    ? none
    : { ...none, text: { ...noText, notCarried: [`the text, which is ${types.slice(0, 200)}`] } };
}

function ofXhtml(content: XmlElement, from: TextOrigin): ItemContent | undefined {
  if (localName(content) !== 'inlineXML') return undefined;
  const html = childNamed(content, 'html');
  const body = html === undefined ? childNamed(content, 'body') : childNamed(html, 'body');
  const root = body ?? (isOfHtml(content) ? content : undefined);
  return root === undefined ? undefined : { text: textOfHtml(htmlInside(root), from), summary: undefined };
}

function isOfHtml(content: XmlElement): boolean {
  return (
    elementsOf(content).some(({ key }) => key.startsWith('xhtml:')) ||
    /html/.test(attributeAt(content, 'contenttype') ?? '')
  );
}

function ofNitf(content: XmlElement, from: TextOrigin): ItemContent | undefined {
  const nitf = elementsOf(content).find((element) => localName(element) === 'nitf');
  if (nitf === undefined) return undefined;
  const { html, summary, notCarried } = nitfText(nitf);
  const text = textOfHtml(html, from);
  return { text: { ...text, notCarried: [...text.notCarried, ...notCarried] }, summary };
}

function ofHtmlData(content: XmlElement, from: TextOrigin): ItemContent | undefined {
  const text = dataOf(content, /^text\/html\b|xhtml/);
  return text === undefined ? undefined : { text: textOfHtml(text, from), summary: undefined };
}

function ofPlainData(content: XmlElement): ItemContent | undefined {
  const text = dataOf(content, /^text\/plain\b/);
  return text === undefined ? undefined : { text: textOfPlain(text), summary: undefined };
}

/** Text of that type; what is packed in another encoding is no text here. */
function dataOf(content: XmlElement, type: RegExp): string | undefined {
  const isText = localName(content) === 'inlineData' && attributeAt(content, 'encoding') === undefined;
  return isText && type.test(attributeAt(content, 'contenttype')?.toLowerCase() ?? 'text/plain')
    ? textIn(content)
    : undefined;
}
