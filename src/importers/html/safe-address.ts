/** Addresses in a page that may stand in a release. */

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const NOWHERE = 'https://relative.invalid/';
const LONGEST = 2048;

/**
 * A link's address: absolute where the page says its own address, as written where it does not; undefined for one that leads
 * nowhere outside the page or has another scheme than http, https and mailto. The parser is the one that browsers have.
 */
export function safeAddress(href: string, page: string | undefined): string | undefined {
  const written = href.trim();
  if (written === '' || written.startsWith('#') || written.length > LONGEST) return undefined;
  const base = page ?? NOWHERE;
  if (!URL.canParse(written, base)) return undefined;
  const url = new URL(written, base);
  if (!SCHEMES.has(url.protocol)) return undefined;
  if (page !== undefined || url.origin !== new URL(NOWHERE).origin) return url.href;
  return relativePart(url, written);
}

/** A relative address stays relative, from the site's root when it began there, otherwise from the page. */
function relativePart(url: URL, written: string): string {
  const path = `${url.pathname}${url.search}${url.hash}`;
  return written.startsWith('/') ? path : path.slice(1);
}

/** Whether a checked address leads somewhere by itself, with a scheme and a host. */
export function isAbsolute(address: string): boolean {
  return /^https?:\/\//.test(address);
}

/** An address of a page itself, http or https; undefined for anything else. */
export function pageAddress(href: string): string | undefined {
  const written = href.trim();
  if (written.length > LONGEST || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

/** Whether a link has a scheme that no release may have, such as `javascript:`. */
export function isHarmfulAddress(href: string): boolean {
  const written = href.trim();
  return URL.canParse(written, NOWHERE) && !SCHEMES.has(new URL(written, NOWHERE).protocol);
}
