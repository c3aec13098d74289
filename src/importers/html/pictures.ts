/** What the pictures of a page are: some are shown, some are letters, some watch who reads. */
import { isTracker } from './trackers.ts';
import { classesOf } from './element-kinds.ts';
import type { HtmlElement } from './parse-html.ts';
import { safeAddress } from './safe-address.ts';
import { attributeOf } from './tree.ts';

export type ShownPicture =
  | { readonly kind: 'tracker'; readonly host: string }
  /** A sign of writing that the site draws as a picture. */
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'picture'; readonly href: string; readonly alt: string }
  /** It has no address that a release may have. */
  | { readonly kind: 'lost'; readonly alt: string };

const LONGEST_ALT = 500;
const LONGEST_SIGN = 12;

/** Reads an `img`. `page` is the address that relative ones start from. */
export function pictureOf(element: HtmlElement, page: string | undefined): ShownPicture {
  const alt = (attributeOf(element, 'alt') ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_ALT);
  const written = addressOf(element);
  // What a browser saves beside a page lies beside the file, and nowhere on the site.
  const href = safeAddress(written, SAVED.test(written) ? undefined : page);
  if (isTracker(element, href)) return { kind: 'tracker', host: hostOf(href) };
  if (isSign(alt, element)) return { kind: 'sign', text: alt };
  if (href === undefined || href.startsWith('mailto:'))
    return { kind: 'lost', alt: alt === '' ? (attributeOf(element, 'title') ?? '') : alt };
  return { kind: 'picture', href, alt };
}

const SAVED = /^(?:\.\/)?[^:/?#]{1,300}_files\//;

function isSign(alt: string, element: HtmlElement): boolean {
  if (alt === '' || alt.length > LONGEST_SIGN) return false;
  return classesOf(element).some((name) => name === 'emoji' || name === 'wp-smiley');
}

/** Pages that load pictures late have a placeholder as `src`. */
function addressOf(element: HtmlElement): string {
  const src = attributeOf(element, 'src') ?? '';
  const late = ['data-src', 'data-lazy-src', 'data-original'].map((name) => attributeOf(element, name) ?? '');
  const first = late.find((address) => address !== '') ?? '';
  return first !== '' && (src === '' || src.trimStart().toLowerCase().startsWith('data:')) ? first : src;
}

function hostOf(href: string | undefined): string {
  return href !== undefined && URL.canParse(href) ? new URL(href).hostname : '';
}
