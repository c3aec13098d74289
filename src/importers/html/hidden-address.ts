/**
 * Mail addresses that Cloudflare hides in the pages that it serves: hexadecimal bytes, each combined with the first one by
 * exclusive or. The page itself carries all that it takes to read them.
 */
import { attributeOf } from './tree.ts';
import type { HtmlElement } from './parse-html.ts';

const SHAPE = /^(?:[0-9a-f]{2}){4,200}$/i;
const ADDRESS = /^[^\s@<>"()\p{Cc}]{1,100}@[^\s@<>"()\p{Cc}]{1,200}$/u;
const PATH = '/cdn-cgi/l/email-protection#';

/** The mail address that an element stands for; undefined for one that hides none. */
export function hiddenAddress(element: HtmlElement): string | undefined {
  const own = attributeOf(element, 'data-cfemail');
  if (own !== undefined) return decoded(own);
  const href = attributeOf(element, 'href') ?? '';
  const at = href.indexOf(PATH);
  return at === -1 ? undefined : decoded(href.slice(at + PATH.length));
}

function decoded(hidden: string): string | undefined {
  if (!SHAPE.test(hidden)) return undefined;
  const [key = 0, ...bytes] = Array.from({ length: hidden.length / 2 }, (_, at) =>
    Number.parseInt(hidden.slice(at * 2, at * 2 + 2), 16),
  );
  const text = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte ^ key));
  const [address = ''] = text.split('?', 1);
  return ADDRESS.test(address) ? address : undefined;
}
