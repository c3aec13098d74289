/**
 * Writing XML 1.0 (fifth edition): a character that the standard forbids cannot get out, and neither can a CDATA section.
 *
 * Elements are data until `serialise` turns them into text; `openTag` and `closeTag` frame documents that are too long to
 * be held as one element.
 */

/** What an element holds: other elements, texts, and nothing where something optional is missing. */
export type XmlChild = XmlElement | string | undefined;

/** Attributes in the order in which they are written; one without a value is left out. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** An element that is not text yet. Names come from code, never from data. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly XmlChild[];
}

/** The first line of a document. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

// Everything but Char of section 2.2: most C0 controls, halves of surrogate pairs, U+FFFE and U+FFFF.
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Surrogate}\uFFFE\uFFFF]/gu;
// The same and whole pairs of surrogates: nearly every text has neither, which is found in much less time.
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const SUSPECT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
const SPECIAL_IN_TEXT = /[&<>\r]/g;
const SPECIAL_IN_ATTRIBUTE = /[&<>"\t\n\r]/g;
// Without an end to it, a document nested n levels deep would hold n × n blanks.
const DEEPEST_INDENTATION = 20;

const NAME = /^[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?$/;

const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

/** Text between tags. Forbidden characters are removed; a carriage return survives, which readers would make a line feed. */
export function escapeText(text: string): string {
  return allowed(text).replace(SPECIAL_IN_TEXT, reference);
}

/** The value of an attribute in double quotes. Forbidden characters are removed; tabs and line ends survive. */
export function escapeAttribute(text: string): string {
  return allowed(text).replace(SPECIAL_IN_ATTRIBUTE, reference);
}

function allowed(text: string): string {
  return SUSPECT.test(text) ? text.replace(FORBIDDEN, '') : text;
}

/** An element to be written by `serialise`. */
export function element(name: string, attributes: XmlAttributes, ...children: XmlChild[]): XmlElement {
  return { name, attributes, children };
}

/**
 * An element as text, two blanks of indentation per level from `depth` on, with a line feed at its end.
 *
 * Nothing is added inside an element that holds text, at any level below it, because blanks would be content there.
 *
 * @throws RangeError when the name of an element or an attribute is not an XML name.
 */
export function serialise(root: XmlElement, depth = 0): string {
  const written: string[] = [];
  // A list of work instead of recursion: a converted page may be nested more deeply than the call stack.
  const work: (string | Placed)[] = [{ node: root, depth }];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (typeof next === 'string') written.push(next);
    else for (const part of expand(next).reverse()) work.push(part);
  }
  return written.join('');
}

/** The opening tag of an element whose content follows piece by piece, on a line of its own. Errors as `serialise`. */
export function openTag(name: string, attributes: XmlAttributes, depth = 0): string {
  return `${indentation(depth)}<${start(name, attributes)}>\n`;
}

/** The closing tag to `openTag`. Errors as `serialise`. */
export function closeTag(name: string, depth = 0): string {
  return `${indentation(depth)}</${checkedName(name)}>\n`;
}

/** An element and its level; none inside running text, where nothing may be added. */
interface Placed {
  readonly node: XmlElement;
  readonly depth: number | undefined;
}

function expand({ node, depth }: Placed): (string | Placed)[] {
  const tag = `${indentation(depth)}<${start(node.name, node.attributes)}`;
  const lineEnd = depth === undefined ? '' : '\n';
  const children = node.children.filter((child) => child !== undefined);
  if (children.length === 0) return [`${tag}/>${lineEnd}`];
  const isBlock = depth !== undefined && children.every((child) => typeof child !== 'string');
  const inner = isBlock ? depth + 1 : undefined;
  const content = children.map((child) =>
    typeof child === 'string' ? escapeText(child) : { node: child, depth: inner },
  );
  return [tag + (isBlock ? '>\n' : '>'), ...content, `${isBlock ? indentation(depth) : ''}</${node.name}>${lineEnd}`];
}

function start(name: string, attributes: XmlAttributes): string {
  let text = checkedName(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${checkedName(key)}="${escapeAttribute(String(value))}"`;
  }
  return text;
}

function checkedName(name: string): string {
  if (!NAME.test(name)) throw new RangeError(`«${name}» is not an XML name`);
  return name;
}

function indentation(depth: number | undefined): string {
  return '  '.repeat(Math.min(depth ?? 0, DEEPEST_INDENTATION));
}

function reference(character: string): string {
  return REFERENCES.get(character) ?? character;
}
