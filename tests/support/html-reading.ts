/** HTML as outside judges read it. */
import { HtmlValidate } from 'html-validate';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap } from 'parse5';

/** An element of a page, in document order. */
export interface SeenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

type TreeNode = DefaultTreeAdapterMap['node'];

/** Codes of what the HTML standard calls parse errors. */
export function parseErrorsOf(html: string): string[] {
  const errors: string[] = [];
  parse(html, { onParseError: ({ code }) => errors.push(code) });
  return errors;
}

/** Every element that a browser would make of a document. */
export function elementsOf(html: string): SeenElement[] {
  const found: SeenElement[] = [];
  const walk = (node: TreeNode): void => {
    if (defaultTreeAdapter.isElementNode(node)) {
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      found.push({ name: node.tagName, attributes, text: textOf(node) });
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

/** Texts of the elements of a name. */
export function textsOf(html: string, name: string): string[] {
  return elementsOf(html)
    .filter((element) => element.name === name)
    .map(({ text }) => text);
}

const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] });

/** What html-validate finds in a document, with its rules for good pages and for accessible ones: rule and sentence. */
export function findingsIn(html: string): string[] {
  const { results } = validator.validateStringSync(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

function textOf(node: TreeNode): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
