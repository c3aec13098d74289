/** Ways through a page's tree. None of them recurses: pages may nest a hundred thousand elements. */
import type { HtmlDocument, HtmlElement, HtmlNode } from './parse-html.ts';

/** What happens at a node; `'skip'` leaves out what is inside, and the call at its end. */
export interface Visitor {
  enter(node: HtmlNode): 'skip' | undefined;
  leave(node: HtmlNode): void;
}

/** Visits a node and everything inside it in the order of the page. */
export function visit(root: HtmlNode, visitor: Visitor): void {
  if (visitor.enter(root) === 'skip') return;
  const open = [{ node: root, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = childrenOf(top.node)[top.next];
    top.next += 1;
    if (child === undefined) {
      visitor.leave(top.node);
      open.pop();
    } else if (visitor.enter(child) !== 'skip') open.push({ node: child, next: 0 });
  }
}

/** All elements inside a node, in the order of the page. */
export function elementsIn(root: HtmlNode): HtmlElement[] {
  const found: HtmlElement[] = [];
  visit(root, {
    enter: (node) => {
      if (isElement(node)) found.push(node);
      return undefined;
    },
    leave: () => undefined,
  });
  return found;
}

/** The first elements inside a node and itself, at most so many: what is large costs no more than what is small. */
export function firstElementsIn(root: HtmlElement, most: number): HtmlElement[] {
  const found: HtmlElement[] = [];
  const open: HtmlNode[] = [root];
  for (let seen = 0, node = open.pop(); node !== undefined && seen < most * 4 && found.length < most; seen += 1) {
    if (isElement(node)) found.push(node);
    // Backwards, because the last one put there is the next one taken.
    for (const child of childrenOf(node)
      .slice(0, most * 4)
      .reverse())
      open.push(child);
    node = open.pop();
  }
  return found;
}

/** The first words inside a node, as many as fit, blanks collapsed. */
export function wordsIn(root: HtmlNode, longest: number): string {
  let text = '';
  visit(root, {
    enter(node) {
      if (text.length > longest * 2 || (isElement(node) && (node.tagName === 'script' || node.tagName === 'style')))
        return 'skip';
      if (node.nodeName === '#text' && 'value' in node) text += node.value.slice(0, longest * 4);
      else text += ' ';
      return undefined;
    },
    leave: () => undefined,
  });
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}

/** All text inside an element, as it stands, without elements that are left out. */
export function textOf(root: HtmlElement, isLeftOut: (element: HtmlElement) => boolean): string {
  const texts: string[] = [];
  visit(root, {
    enter(node) {
      if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
      if (isElement(node) && node.tagName === 'br') texts.push('\n');
      return isElement(node) && node !== root && isLeftOut(node) ? 'skip' : undefined;
    },
    leave: () => undefined,
  });
  return texts.join('');
}

function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** The element around an element. */
export function parentOf(element: HtmlElement): HtmlElement | undefined {
  const parent: HtmlElement['parentNode'] | HtmlDocument = element.parentNode;
  return parent !== null && 'tagName' in parent ? parent : undefined;
}

/** The value of an attribute; undefined when it is not there. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
