/** The addresses in a text that is to come in, at their places, and other ones put there. */
import { outlineMarkdown } from '../text/markdown-outline.ts';
import type { MarkdownLink } from '../text/markdown-inline.ts';
import { schemeOf } from '../text/address-scheme.ts';
import { spliced } from '../text/spliced.ts';

/** What an address is to become; undefined where it stays. */
export type Readdress = (target: string, isPicture: boolean) => string | undefined;

/** The text with some of its addresses changed: those of links, pictures and definitions. */
export function withAddresses(body: string, readdress: Readdress): string {
  if (!body.includes('](') && !body.includes(']:')) return body;
  const edits = outlineMarkdown(body).links.flatMap(({ kind, target, start, end }: MarkdownLink) => {
    const address = kind === 'autolink' ? undefined : readdress(target, kind === 'image');
    return address === undefined ? [] : [{ start, end, text: asDestination(address) }];
  });
  return spliced(body, edits);
}

/** Written so that nothing of it ends the link (CommonMark 0.31, «link destination»). */
function asDestination(address: string): string {
  return address.replace(/[\s<>()\\]/g, (sign) => encodeURIComponent(sign).replace(/[()]/g, percent));
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Whether an address is one of this site, from its root or from the page. */
export function isOfThisSite(target: string): boolean {
  return target !== '' && !target.startsWith('#') && !/^[\\/]{2}/.test(target) && schemeOf(target) === undefined;
}

/** The address on the web of one that starts from the site; undefined where there is none. */
export function absoluteAddress(target: string, base: string | undefined): string | undefined {
  if (base === undefined || !isOfThisSite(target) || !URL.canParse(target, base)) return undefined;
  return new URL(target, base).href;
}

const endings =
  'pdf|docx?|xlsx?|pptx?|od[tspg]|rtf|epub|zip|csv|txt|jpe?g|png|gif|webp|avif|svg|tiff?|bmp|mp3|m4a|ogg|wav|mp4|m4v|webm|mov';
const FILE = new RegExp(`\\.(?:${endings})$`, 'i');

/** Whether an address is that of a document, picture or recording, not of a page. */
export function isFileAddress(target: string): boolean {
  return FILE.test(target.replace(/[?#].*$/s, ''));
}
