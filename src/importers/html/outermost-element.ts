/** The first element of a marked-up text, by which XML of other kinds is told from web pages. */

export interface OutermostElement {
  /** As written, with its prefix. */
  readonly name: string;
  /** Its namespace, where it states one. */
  readonly namespace: string | undefined;
  /** The name in the document type declaration, in small letters. */
  readonly doctype: string | undefined;
}

const LONGEST_TAG = 5000;

/** The outermost element, behind a byte-order mark, declarations and comments; undefined where the text begins with none. */
export function outermostElement(text: string): OutermostElement | undefined {
  let doctype: string | undefined;
  let at = afterBlanks(text, text.startsWith('\uFEFF') ? 1 : 0);
  for (;;) {
    if (text.startsWith('<!--', at)) at = behind(text, '-->', at);
    else if (text.startsWith('<?', at)) at = behind(text, '?>', at);
    else if (text.startsWith('<!', at)) {
      doctype ??= /^<!doctype\s+([^\s>[]+)/i.exec(text.slice(at, at + LONGEST_TAG))?.[1]?.toLowerCase();
      at = behindDoctype(text, at);
    } else break;
    at = afterBlanks(text, at);
  }
  const [, name, attributes = ''] = /^<([A-Za-z_][\w.:-]*)([^>]*)/.exec(text.slice(at, at + LONGEST_TAG)) ?? [];
  return name === undefined ? undefined : { name, namespace: namespaceOf(name, attributes), doctype };
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at).trim() === '') at += 1;
  return at;
}

function behind(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? text.length : at + end.length;
}

/** A declaration of XML may hold others, in square brackets. */
function behindDoctype(text: string, from: number): number {
  const end = behind(text, '>', from);
  const hasOthers = text.slice(from, Math.min(end, from + LONGEST_TAG)).includes('[');
  return hasOthers ? behind(text, '>', behind(text, ']', from)) : end;
}

function namespaceOf(name: string, attributes: string): string | undefined {
  const colon = name.indexOf(':');
  const attribute = colon === -1 ? 'xmlns' : `xmlns:${name.slice(0, colon)}`;
  for (const [, key, , value] of attributes.matchAll(/([\w.:-]{1,100})\s{0,20}=\s{0,20}(["'])([^"']{0,500})/g))
    if (key === attribute) return value;
  return undefined;
}
