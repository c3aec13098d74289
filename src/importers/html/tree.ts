/** Ways through a page's tree. None of them recurses: pages may nest a hundred thousand elements. */
import type { HtmlElement, HtmlNode } from './parse-html.ts';

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

function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** The value of an attribute; undefined when it is not there. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
