/** Addresses of pages and files in a feed: absolute, of the web, and no longer than a release may have them. */
const LONGEST = 2048;

/** An address, resolved where it is relative; undefined for what leads to no place in the web. */
export function webAddress(written: string, base: string | undefined): string | undefined {
  const text = written.trim();
  if (text === '' || text.length > LONGEST || !URL.canParse(text, base)) return undefined;
  const { protocol, href } = new URL(text, base);
  return (protocol === 'http:' || protocol === 'https:') && href.length <= LONGEST ? href : undefined;
}
