/** Names and addresses of sources as they are compared. */

/** An address without what does not tell releases apart: the protocol, capitals of the host, a last slash, a place on the page. */
export function addressKey(url: string): string {
  if (!URL.canParse(url)) return url;
  const { protocol, host, pathname, search } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return url;
  return `//${host}${pathname.endsWith('/') ? pathname.slice(0, -1) : pathname}${search}`;
}

/** A URI is the same name to everybody; a number is one of its kind of source alone. */
export function sourceIdKey(id: string, importer: string): string {
  return id.includes(':') ? id : `${importer} ${id}`;
}
