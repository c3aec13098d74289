/** An element of XML as it was read, and what is asked of one. Values are looked up here alone. */

export interface XmlElement {
  /** The usual prefix of its namespace and its name, `dc:creator`, whatever the document calls them; RSS itself has no prefix. */
  readonly key: string;
  /** As written, for people. */
  readonly name: string;
  /** By name, those of other namespaces by the usual prefix and name: `href`, `xml:base`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and texts in the order of the document. */
  readonly children: (XmlElement | string)[];
  /** `xml:lang` of the element or of the nearest one around it. */
  readonly lang: string | undefined;
  /** Address that its links start from: every `xml:base` around it, one resolved by the other. */
  readonly base: string | undefined;
}

/** Its name without any prefix. */
export function localName({ key }: XmlElement): string {
  return key.slice(key.indexOf(':') + 1);
}

/** The elements directly inside. */
export function elementsOf(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child) => typeof child !== 'string');
}

/** Those with one of the names. */
export function childrenAt(parent: XmlElement | undefined, ...keys: readonly string[]): XmlElement[] {
  return parent === undefined ? [] : elementsOf(parent).filter(({ key }) => keys.includes(key));
}

/** The first with that name. */
export function childAt(parent: XmlElement | undefined, key: string): XmlElement | undefined {
  return childrenAt(parent, key)[0];
}

/** All text inside, tags left out, blanks at the ends too; undefined where there is none. */
export function textIn(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const pieces: string[] = [];
  collect(element, pieces);
  const text = pieces.join('').trim();
  return text === '' ? undefined : text;
}

/** No deeper than the reader of XML allows. */
function collect({ children }: XmlElement, pieces: string[]): void {
  for (const child of children) {
    if (typeof child === 'string') pieces.push(child);
    else collect(child, pieces);
  }
}

/** The text of the first child with that name. */
export function textAt(parent: XmlElement | undefined, key: string): string | undefined {
  return textIn(childAt(parent, key));
}

/** The texts of all children with one of the names. */
export function textsAt(parent: XmlElement | undefined, ...keys: readonly string[]): string[] {
  return childrenAt(parent, ...keys).flatMap((child) => textIn(child) ?? []);
}

/** An attribute's value without blanks at its ends; undefined for an empty one. */
export function attributeAt(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name)?.trim();
  return value === '' ? undefined : value;
}

/** The first child of that name, whatever its namespace. */
export function childNamed(parent: XmlElement | undefined, local: string): XmlElement | undefined {
  return parent === undefined ? undefined : elementsOf(parent).find((child) => localName(child) === local);
}
