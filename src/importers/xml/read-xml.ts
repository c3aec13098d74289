/**
 * Reads XML 1.0 with namespaces into elements, in one pass and in time that grows with the text alone.
 *
 * Feeds hold thousands of items: whoever reads takes each when it is closed, and it is forgotten. A document type declaration is
 * refused, so no entity can grow; nothing is fetched; nothing recurses.
 */
import { resolved, withoutForbidden, type Remark } from './character-data.ts';
import { keyIn } from './namespaces.ts';
import type { XmlElement } from './xml-element.ts';
import { xmlFault, type XmlText } from './xml-fault.ts';
import { doctypeEnd, endTagAt, startTagAt, type StartTag } from './xml-tags.ts';

/** What is done with an element when it is complete. */
export interface Taking {
  /** Whether the reader of the document takes it: then it is no child of `parent`. `mended` is what was wrong in it. */
  take?(element: XmlElement, parent: XmlElement | undefined, mended: readonly string[]): boolean;
}

export interface ReadXml {
  readonly root: XmlElement;
  /** What was wrong outside of the elements that were taken, as sentences. */
  readonly mended: readonly string[];
}

/** Reads a document. Throws PressError for one that is not well-formed, nests too deep or has a DTD. */
export function readXml(source: XmlText, taking: Taking = {}): ReadXml {
  const { text, dropped } = withoutForbidden(source.text);
  const reader = new Reader({ name: source.name, text }, taking);
  const root = reader.read();
  return { root, mended: [...reader.mended, ...droppedRemark(dropped)] };
}

function droppedRemark(dropped: number): string[] {
  if (dropped === 0) return [];
  return [`${dropped} control character${dropped === 1 ? ' was' : 's were'} dropped from the source.`];
}

const DEEPEST = 100;
/** Elements and pieces of text that are held at once: an item has a few thousand at most, and so has what is around items. */
const MOST_HELD = 200_000;
/** What is wrong in one element is said, but not without end. */
const MOST_REMARKS = 20;
const MOST_MENDED = 100_000;

interface Open {
  readonly element: XmlElement;
  readonly tag: string;
  readonly namespaces: Scope;
  readonly mended: Set<string>;
}

/** What prefixes mean inside an element; what it does not say itself, those around it do. Copies of maps would cost without end. */
interface Scope {
  readonly own: ReadonlyMap<string, string>;
  readonly outer: Scope | undefined;
}

class Reader {
  readonly #source: XmlText;
  readonly #taking: Taking;
  readonly #open: Open[] = [];
  readonly #outside = new Set<string>();
  #held = 0;
  #mendedCount = 0;
  #root: XmlElement | undefined;

  constructor(source: XmlText, taking: Taking) {
    this.#source = source;
    this.#taking = taking;
  }

  get mended(): readonly string[] {
    return [...this.#outside];
  }

  read(): XmlElement {
    const { text } = this.#source;
    let at = text.startsWith('\uFEFF') ? 1 : 0;
    while (at < text.length) {
      const next = text.indexOf('<', at);
      const end = next === -1 ? text.length : next;
      if (end > at) this.#addText(at, end);
      at = next === -1 ? text.length : this.#markupAt(next);
    }
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined) throw this.#fault(text.length, `it ends before «${unclosed.tag}» does`);
    if (this.#root === undefined) throw this.#fault(0, 'it has no element');
    return this.#root;
  }

  #markupAt(at: number): number {
    const { text } = this.#source;
    if (text.startsWith('</', at)) return this.#close(at);
    if (text.startsWith('<!--', at)) return this.#behind('-->', at, 'a comment');
    if (text.startsWith('<![CDATA[', at)) return this.#literal(at);
    if (text.startsWith('<?', at)) return this.#behind('?>', at, 'a processing instruction');
    if (!text.startsWith('<!', at)) return this.#start(at);
    if (this.#root !== undefined) throw this.#fault(at, '«<!» begins nothing that may stand there');
    return doctypeEnd(this.#source, at);
  }

  #behind(end: string, from: number, what: string): number {
    const at = this.#source.text.indexOf(end, from + 2);
    if (at === -1) throw this.#fault(from, `${what} is not closed`);
    return at + end.length;
  }

  #literal(at: number): number {
    const end = this.#behind(']]>', at, 'a CDATA section');
    const top = this.#open.at(-1);
    if (top === undefined) throw this.#fault(at, 'there is text outside of all elements');
    this.#hold(at);
    top.element.children.push(lineEnds(this.#source.text.slice(at + '<![CDATA['.length, end - ']]>'.length)));
    return end;
  }

  #addText(at: number, end: number): void {
    const written = this.#source.text.slice(at, end);
    const top = this.#open.at(-1);
    if (top === undefined) {
      if (written.trim() !== '') throw this.#fault(at, 'there is text outside of all elements');
      return;
    }
    this.#hold(at);
    top.element.children.push(resolved(lineEnds(written), this.#remark));
  }

  #hold(at: number): void {
    this.#held += 1;
    if (this.#held > MOST_HELD) throw this.#fault(at, `one item has more than ${MOST_HELD} parts`);
  }

  #start(at: number): number {
    const tag = startTagAt(this.#source, at, this.#remark);
    if (this.#open.length === 0 && this.#root !== undefined) throw this.#fault(at, 'it has a second outermost element');
    if (this.#open.length === DEEPEST) throw this.#fault(at, `its elements nest more than ${DEEPEST} deep`);
    this.#hold(at);
    const opened = openedBy(tag, this.#open.at(-1), this.#remark);
    this.#root ??= opened.element;
    this.#open.push(opened);
    if (tag.isEmpty) this.#finish();
    return tag.end;
  }

  #close(at: number): number {
    const { name, end } = endTagAt(this.#source, at);
    const top = this.#open.at(-1);
    if (top?.tag !== name) {
      const open = top === undefined ? 'nothing is open' : `«${top.tag}» is open`;
      throw this.#fault(at, `«</${name}>» closes what is not open: ${open}`);
    }
    this.#finish();
    return end;
  }

  #finish(): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    const parent = this.#open.at(-1);
    if (this.#taking.take?.(closed.element, parent?.element, [...closed.mended]) === true) {
      this.#held = this.#open.length;
      return;
    }
    parent?.element.children.push(closed.element);
    const outer = parent?.mended ?? this.#outside;
    for (const sentence of closed.mended) if (outer.size < MOST_REMARKS) outer.add(sentence);
  }

  readonly #remark: Remark = (sentence) => {
    this.#mendedCount += 1;
    if (this.#mendedCount > MOST_MENDED) throw this.#fault(0, `${MOST_MENDED} signs in it are not in order, and more`);
    const mended = this.#open.at(-1)?.mended ?? this.#outside;
    if (mended.size < MOST_REMARKS) mended.add(sentence);
  };

  #fault(at: number, what: string): Error {
    return xmlFault(this.#source, at, what);
  }
}

/** XML 1.0, 2.11. */
function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function openedBy(tag: StartTag, parent: Open | undefined, remark: Remark): Open {
  const namespaces = scopeOf(tag, parent?.namespaces ?? implicit);
  const attributes = new Map<string, string>();
  for (const [name, value] of tag.attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) attributes.set(attributeKey(name, namespaces), value);
  }
  const element: XmlElement = {
    key: keyOf(tag.name, namespaces, remark),
    name: tag.name,
    attributes,
    children: [],
    lang: attributes.get('xml:lang')?.trim() ?? parent?.element.lang,
    base: resolvedBase(attributes.get('xml:base'), parent?.element.base),
  };
  return { element, tag: tag.name, namespaces, mended: new Set() };
}

const implicit: Scope = { own: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]), outer: undefined };

function scopeOf({ attributes }: StartTag, outer: Scope): Scope {
  const own = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) own.set(name.slice('xmlns:'.length), value);
  }
  return own.size === 0 ? outer : { own, outer };
}

function namespaceOf(prefix: string, scope: Scope): string | undefined {
  for (let each: Scope | undefined = scope; each !== undefined; each = each.outer) {
    const namespace = each.own.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return undefined;
}

/** An element without prefix is of the namespace that is declared for such, or of none. */
function keyOf(name: string, scope: Scope, remark: Remark): string {
  const { prefix, local } = partsOf(name);
  const namespace = namespaceOf(prefix, scope);
  if (prefix === '') return namespace === undefined || namespace === '' ? local : keyIn(namespace, { prefix, local });
  if (namespace === undefined) remark(`«${prefix}:» is declared nowhere; it was read as it is usually meant.`);
  return keyIn(namespace, { prefix, local });
}

function attributeKey(name: string, scope: Scope): string {
  const { prefix, local } = partsOf(name);
  return prefix === '' ? local : keyIn(namespaceOf(prefix, scope), { prefix, local });
}

function partsOf(name: string): { readonly prefix: string; readonly local: string } {
  const colon = name.indexOf(':');
  return colon === -1 ? { prefix: '', local: name } : { prefix: name.slice(0, colon), local: name.slice(colon + 1) };
}

function resolvedBase(own: string | undefined, outer: string | undefined): string | undefined {
  if (own === undefined || own.length > 2048 || !URL.canParse(own.trim(), outer)) return outer;
  return new URL(own.trim(), outer).href;
}
