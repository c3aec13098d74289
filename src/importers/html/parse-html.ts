/** From the text of a web page to its tree, as browsers make it, within bounds that no honest page meets. */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { PressError } from '../../model/press-error.ts';

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlDocument = DefaultTreeAdapterTypes.Document;

/**
 * Unclosed formatting makes the standard's algorithm copy elements over and over: without a bound, 400 kB of `<p><b id=1>`
 * take all memory. Depth needs none, because nothing here recurses.
 */
const MOST_ELEMENTS = 150_000;

/** The tree of a page. Throws PressError for one that grows without end. */
export function parseHtml(text: string, name: string): HtmlDocument {
  let elements = 0;
  return parse(text, {
    // As most readers see it: what stands for those without scripts is a copy, or a tracker, and ends where it says so.
    scriptingEnabled: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tagName, namespace, attributes) {
        elements += 1;
        if (elements > MOST_ELEMENTS) throw endless(name);
        return defaultTreeAdapter.createElement(tagName, namespace, attributes);
      },
    },
  });
}

function endless(name: string): PressError {
  return new PressError('unreadable-file', `«${name}» has more than ${MOST_ELEMENTS} elements.`, {
    hint: 'A page of a release has a few thousand at most. Save the page again, or its text alone.',
  });
}
