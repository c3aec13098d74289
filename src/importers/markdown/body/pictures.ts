/** Pictures and embedded files of HTML, as Markdown. */
import { safeAddress } from '../../html/safe-address.ts';
import { oneLine } from '../../page/one-line.ts';
import { isDocument } from '../says/attachments.ts';

/** The value of an attribute in a tag as it is written; undefined where there is none. */
export function attributeIn(tag: string, name: string): string | undefined {
  for (const [, attribute = '', double, single, bare] of tag.matchAll(
    /([A-Za-z-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  ))
    if (attribute.toLowerCase() === name)
      return (double ?? single ?? bare ?? '').replaceAll('&amp;', '&').replaceAll('&quot;', '"');
  return undefined;
}

/** `![words](address)` of an `img` tag; undefined for one without a usable address. */
export function pictureOf(tag: string): string | undefined {
  const address = addressIn(tag, 'src');
  return address === undefined ? undefined : `![${wordsFor(attributeIn(tag, 'alt') ?? '')}](${address})`;
}

/** A link to a document that a page shows inside itself; undefined for what is no document. */
export function embeddedFile(tag: string): string | undefined {
  const address = addressIn(tag, 'src') ?? addressIn(tag, 'data');
  if (address === undefined || !isDocument(address)) return undefined;
  const name = address.slice(address.lastIndexOf('/') + 1).replace(/>$/, '');
  return `[${wordsFor(attributeIn(tag, 'title') ?? decoded(name))}](${address})`;
}

/** An address as it may stand in the brackets of a link. */
export function linkAddress(written: string): string | undefined {
  const address = safeAddress(written, undefined);
  if (address === undefined || /[\n<>]/.test(address)) return undefined;
  return /[\s()]/.test(address) ? `<${address}>` : address;
}

function addressIn(tag: string, name: string): string | undefined {
  const written = attributeIn(tag, name);
  return written === undefined ? undefined : linkAddress(written);
}

export function wordsFor(words: string): string {
  return oneLine(words).replace(/[[\]\\`*_<]/g, '\\$&');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
