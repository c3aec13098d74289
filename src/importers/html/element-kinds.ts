/** What the elements of HTML mean to somebody who reads the page for its text. */
import { attributeOf } from './tree.ts';
import type { HtmlElement } from './parse-html.ts';

/** Never part of a text: code, menus, forms. */
const silent: ReadonlySet<string> = new Set(
  (
    'head title script style template noscript nav button input select textarea datalist dialog svg math canvas map area ' +
    'progress meter link meta base param source track'
  ).split(' '),
);

/** Shown on the page, with no place in a release; what they are, in words. */
const uncarried: ReadonlyMap<string, string> = new Map([
  ['img', 'picture'],
  ['video', 'video'],
  ['audio', 'sound'],
  ['iframe', 'embedded page'],
  ['object', 'embedded file'],
  ['embed', 'embedded file'],
  ['applet', 'embedded program'],
  ['figcaption', 'caption'],
]);

const blocks: ReadonlySet<string> = new Set(
  (
    'address article aside body center details div fieldset figure footer form header hgroup hr html legend main ' +
    'p pre section summary search caption thead tbody tfoot ul ol menu dir li blockquote dl dt dd table tr td th'
  ).split(' '),
);

const menuRoles: ReadonlySet<string> = new Set(['navigation', 'menu', 'menubar', 'search', 'dialog', 'alertdialog']);

export type ElementKind =
  | { readonly kind: 'silent' | 'block' | 'inline' }
  | { readonly kind: 'uncarried'; readonly what: string };

/** How an element is to be read. */
export function kindOf(element: HtmlElement): ElementKind {
  if (silent.has(element.tagName) || isHidden(element) || menuRoles.has(attributeOf(element, 'role') ?? ''))
    return { kind: 'silent' };
  const what = uncarried.get(element.tagName);
  if (what !== undefined) return { kind: 'uncarried', what };
  return { kind: blocks.has(element.tagName) ? 'block' : 'inline' };
}

/** Nobody saw it on the page, so it is not part of what was published. */
function isHidden(element: HtmlElement): boolean {
  if (attributeOf(element, 'hidden') !== undefined) return true;
  const style = attributeOf(element, 'style');
  return (
    style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(style.slice(0, 1000))
  );
}
