/** Finds what a selector names, in one walk: what it costs grows with the page and with the selector, and with nothing else. */
import type { HtmlElement } from '../html/parse-html.ts';
import { attributeOf, isElement, visit } from '../html/tree.ts';
import type { AttributeTest, Compound, Selector, Step } from './selector.ts';

/** The elements inside an element (and itself) that a selector names, in the order of the page. */
export function select(root: HtmlElement, { alternatives }: Selector): HtmlElement[] {
  const found = new Set<HtmlElement>();
  for (const steps of alternatives) for (const element of selectSteps(root, steps)) found.add(element);
  return alternatives.length === 1 ? [...found] : inOrder(root, found);
}

/** Of elements inside one another only the outer ones, in the order of the page. */
export function outermost(root: HtmlElement, elements: readonly HtmlElement[]): HtmlElement[] {
  const wanted = new Set(elements);
  const found: HtmlElement[] = [];
  visit(root, {
    enter(node) {
      if (!isElement(node) || !wanted.has(node)) return undefined;
      found.push(node);
      return 'skip';
    },
    leave: () => undefined,
  });
  return found;
}

/** How many steps of a selector are met at an element, and by what is around it: bit n is step n. */
interface Met {
  readonly here: number;
  readonly around: number;
}

function selectSteps(root: HtmlElement, steps: readonly Step[]): HtmlElement[] {
  const found: HtmlElement[] = [];
  const open: Met[] = [{ here: 0, around: 0 }];
  const last = 1 << (steps.length - 1);
  visit(root, {
    enter(node) {
      if (!isElement(node)) return 'skip';
      const outer = open.at(-1) ?? { here: 0, around: 0 };
      const around = outer.around | outer.here;
      const here = stepsMet(node, steps, { here: outer.here, around });
      if ((here & last) !== 0) found.push(node);
      open.push({ here, around });
      return undefined;
    },
    leave: () => void open.pop(),
  });
  return found;
}

function stepsMet(element: HtmlElement, steps: readonly Step[], outer: Met): number {
  let met = 0;
  for (const [at, { compound, isChild }] of steps.entries()) {
    const isReached = at === 0 || ((isChild ? outer.here : outer.around) & (1 << (at - 1))) !== 0;
    if (isReached && fits(element, compound)) met |= 1 << at;
  }
  return met;
}

function inOrder(root: HtmlElement, wanted: ReadonlySet<HtmlElement>): HtmlElement[] {
  const found: HtmlElement[] = [];
  visit(root, {
    enter(node) {
      if (isElement(node) && wanted.has(node)) found.push(node);
      return undefined;
    },
    leave: () => undefined,
  });
  return found;
}

function fits(element: HtmlElement, { tagName, id, classes, attributes }: Compound): boolean {
  if (tagName !== undefined && element.tagName !== tagName) return false;
  if (id !== undefined && attributeOf(element, 'id') !== id) return false;
  if (classes.length > 0) {
    const own = new Set((attributeOf(element, 'class') ?? '').split(/[ \t\n\f\r]+/));
    if (!classes.every((name) => own.has(name))) return false;
  }
  return attributes.every((test) => hasAttribute(element, test));
}

function hasAttribute(element: HtmlElement, { name, operator, value }: AttributeTest): boolean {
  const own = attributeOf(element, name);
  if (own === undefined) return false;
  switch (operator) {
    case '':
      return true;
    case '=':
      return own === value;
    case '~=':
      return own.split(/[ \t\n\f\r]+/).includes(value);
    case '^=':
      return value !== '' && own.startsWith(value);
    case '$=':
      return value !== '' && own.endsWith(value);
    case '*=':
      return value !== '' && own.includes(value);
  }
}
