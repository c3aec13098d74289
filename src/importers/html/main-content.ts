/** Which part of a web page may hold its release. */
import type { HtmlElement } from './parse-html.ts';
import { attributeOf, parentOf } from './tree.ts';

export interface Candidate {
  readonly root: HtmlElement;
  /** Whether the page itself says that this is its main part. */
  readonly isMain: boolean;
}

const MOST_ARTICLES = 3;

/** The parts to try, the narrowest first: articles with a main heading, the main part, the whole page. */
export function candidatesOf(elements: readonly HtmlElement[], withHeadline: ReadonlySet<HtmlElement>): Candidate[] {
  const articles = elements
    .filter((element) => element.tagName === 'article' && withHeadline.has(element))
    .slice(0, MOST_ARTICLES);
  const main = elements
    .filter((element) => element.tagName === 'main' || attributeOf(element, 'role') === 'main')
    .slice(0, 1);
  const body = elements.filter(({ tagName }) => tagName === 'body').slice(0, 1);
  return [...articles, ...main]
    .map((root) => ({ root, isMain: true }))
    .concat(body.map((root) => ({ root, isMain: false })));
}

/** All elements around a main heading. */
export function elementsWithHeadline(elements: readonly HtmlElement[]): ReadonlySet<HtmlElement> {
  const found = new Set<HtmlElement>();
  for (const element of elements) {
    if (element.tagName !== 'h1') continue;
    // What is above an element that is known already, is known too: the whole costs no more than the page is long.
    for (
      let above: HtmlElement | undefined = element;
      above !== undefined && !found.has(above);
      above = parentOf(above)
    )
      found.add(above);
  }
  return found;
}
