// What an address may hold behind its host (RFC 3986 §2): anything else is percent-encoded. Browsers leave brackets, bars, carets
// and a few more as they are, and a percent sign without a code behind it, and checkers of feeds refuse them.
const UNFIT = /[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;

/** A web address as browsers write it (`URL.href`), with everything percent-encoded that the standard has no room for. */
export function strictAddress(href: string): string {
  const path = href.indexOf('/', href.indexOf('//') + 2);
  // The host stays: there, brackets hold an IPv6 address.
  if (path === -1) return href;
  const [rest = '', ...fragments] = href.slice(path).replace(UNFIT, encodeURIComponent).split('#');
  // Browsers leave a second sign in the fragment, too.
  return href.slice(0, path) + rest + (fragments.length === 0 ? '' : `#${fragments.join('%23')}`);
}
