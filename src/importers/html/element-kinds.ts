/** What the elements of HTML mean to somebody who reads the page for its text. */
import { attributeOf } from './tree.ts';
import type { HtmlElement } from './parse-html.ts';

/** Never part of a text: code, menus, forms. */
const silent: ReadonlySet<string> = new Set(
  (
    'head title script style template noscript nav button input select textarea datalist dialog svg canvas map area ' +
    'progress meter link meta base param source track'
  ).split(' '),
);

/** Shown on the page, with no place in a release; what they are, in words. */
const uncarried: ReadonlyMap<string, string> = new Map([
  ['video', 'video'],
  ['audio', 'sound'],
  ['iframe', 'embedded page'],
  ['object', 'embedded file'],
  ['embed', 'embedded file'],
  ['applet', 'embedded program'],
  ['math', 'formula'],
]);

const blocks: ReadonlySet<string> = new Set(
  (
    'address article aside body center details div fieldset figure footer form header hgroup hr html legend main ' +
    'p pre section summary search caption figcaption thead tbody tfoot ul ol menu dir li blockquote dl dt dd table tr td th'
  ).split(' '),
);

const menuRoles: ReadonlySet<string> = new Set(['navigation', 'menu', 'menubar', 'search', 'dialog', 'alertdialog']);

/** Classes under which the usual systems put what is read out and not shown. */
const unseen: ReadonlySet<string> = new Set(
  'sr-only visually-hidden visuallyhidden element-invisible screen-reader-text skip-link screenreader'.split(' '),
);

/** Classes under which the usual systems put their own parts into a text: bars to share, notices of cookies, trails. */
const ofTheSite: ReadonlySet<string> = new Set(
  (
    'sharedaddy jp-relatedposts addtoany_share_save_container addtoany_content a2a_kit addthis_toolbox social-share share-buttons ' +
    'share-links sharebar social-links wp-block-social-links breadcrumb breadcrumbs cookie-notice cookie-banner cookie-consent ' +
    'cookieconsent cookie-bar print-link print-page related-posts post-navigation'
  ).split(' '),
);

export type ElementKind =
  | { readonly kind: 'silent' | 'hidden' | 'site' | 'block' | 'inline' }
  | { readonly kind: 'uncarried'; readonly what: string };

/** How an element is to be read. */
export function kindOf(element: HtmlElement): ElementKind {
  if (silent.has(element.tagName) || menuRoles.has(attributeOf(element, 'role') ?? '')) return { kind: 'silent' };
  if (isHidden(element)) return { kind: 'hidden' };
  const what = uncarried.get(element.tagName);
  if (what !== undefined) return { kind: 'uncarried', what };
  const isBlock = blocks.has(element.tagName);
  if (isBlock && classesOf(element).some((name) => ofTheSite.has(name))) return { kind: 'site' };
  return { kind: isBlock ? 'block' : 'inline' };
}

/**
 * Nobody saw it on the page, so it is not part of what was published. What is hidden from screen readers alone (`aria-hidden`) was
 * seen, and stays.
 */
function isHidden(element: HtmlElement): boolean {
  if (attributeOf(element, 'hidden') !== undefined) return true;
  if (classesOf(element).some((name) => unseen.has(name))) return true;
  const style = attributeOf(element, 'style');
  return (
    style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(style.slice(0, 1000))
  );
}

const LONGEST_CLASS = 2000;

/** The classes of an element, in small letters. */
export function classesOf(element: HtmlElement): string[] {
  const names = attributeOf(element, 'class');
  return names === undefined ? [] : names.slice(0, LONGEST_CLASS).toLowerCase().split(/\s+/);
}
