import { XmlDocument, XmlElement, type XmlNode } from 'libxml2-wasm';

/** An element, its name with the prefix that it was written with. */
export interface TreeElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly TreeElement[];
  /** All text in it, also that of elements below. */
  readonly text: string;
}

/** A document as plain data; throws when it is not well-formed. */
export function xmlTree(xml: string): TreeElement {
  const document = XmlDocument.fromBuffer(new TextEncoder().encode(xml));
  try {
    return treeOf(document.root);
  } finally {
    document.dispose();
  }
}

function treeOf(element: XmlElement): TreeElement {
  const children: TreeElement[] = [];
  for (let node = element.firstChild; node !== null; node = node.next)
    if (node instanceof XmlElement) children.push(treeOf(node));
  const attributes = new Map(element.attrs.map((each) => [prefixed(each), each.value]));
  return { name: prefixed(element), attributes, children, text: textOf(element) };
}

function prefixed({ name, prefix }: { readonly name: string; readonly prefix: string }): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

function textOf({ content }: XmlNode): string {
  return content;
}
