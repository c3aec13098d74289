/** Tags and declarations of XML, read at a place of the text. Every expression is tied to its place, and none goes back over what it read. */
import { resolved, type Remark } from './character-data.ts';
import { xmlFault, type XmlText } from './xml-fault.ts';

export interface StartTag {
  readonly name: string;
  /** As written, with prefixes. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly isEmpty: boolean;
  readonly end: number;
}

const NAME = /[^\s<>/=&"'!?]{1,200}/y;
const ATTRIBUTE = /\s+([^\s<>/=&"']{1,200})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;
const END_TAG = /<\/([^\s<>/=&"']{1,200})\s*>/y;
const MOST_ATTRIBUTES = 200;

/** The tag that begins at `at`. Throws PressError where there is none that is in order. */
export function startTagAt(source: XmlText, at: number, remark: Remark): StartTag {
  const { text } = source;
  const name = matchAt(NAME, text, at + 1)?.[0];
  if (name === undefined) throw xmlFault(source, at, '«<» begins no tag');
  const attributes = new Map<string, string>();
  let end = at + 1 + name.length;
  for (let found = matchAt(ATTRIBUTE, text, end); found !== undefined; found = matchAt(ATTRIBUTE, text, end)) {
    const [whole, key = '', inDouble, inSingle] = found;
    if (attributes.has(key)) throw xmlFault(source, end, `the tag «${name}» has «${key}» twice`);
    if (attributes.size === MOST_ATTRIBUTES)
      throw xmlFault(source, end, `the tag «${name}» has attributes without end`);
    attributes.set(key, resolved(inDouble ?? inSingle ?? '', remark).replace(/[\t\n\r]/g, ' '));
    end += whole.length;
  }
  const close = matchAt(TAG_END, text, end);
  if (close === undefined) throw xmlFault(source, at, `the tag «${name}» is not in order`);
  return { name, attributes, isEmpty: close[1] === '/', end: end + close[0].length };
}

/** The name and the end of the closing tag at `at`. */
export function endTagAt(source: XmlText, at: number): { readonly name: string; readonly end: number } {
  const found = matchAt(END_TAG, source.text, at);
  if (found === undefined) throw xmlFault(source, at, '«</» begins no tag that is in order');
  return { name: found[1] ?? '', end: at + found[0].length };
}

/** RSS 0.91 was published with this declaration. Nothing is fetched for it. */
const NETSCAPE =
  /<!DOCTYPE\s+rss\s+PUBLIC\s+["']-\/\/Netscape Communications\/\/DTD RSS 0\.91\/\/EN["']\s*(?:["'][^"'<>[\]]{0,200}["']\s*)?>/iy;

/** The end of a document type declaration, which no feed needs. Throws PressError for every one but that of RSS 0.91. */
export function doctypeEnd(source: XmlText, at: number): number {
  const found = matchAt(NETSCAPE, source.text, at);
  if (found !== undefined) return at + found[0].length;
  throw xmlFault(source, at, {
    what: 'it has a document type declaration, which can make a text grow without end',
    hint: 'No feed needs one. Take it out of a copy, from «<!DOCTYPE» to its last sign, and import that.',
  });
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
