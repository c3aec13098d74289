/** A language tag as people write it (RFC 5646 §2.1.1), without changing the language: `en-gb` becomes `en-GB`, `sr-latn` `sr-Latn`. */
export function writtenTag(tag: string): string {
  const [first = '', ...rest] = tag.toLowerCase().split('-');
  const single = rest.findIndex((part) => part.length === 1);
  const parts = rest.map((part, at) => (single !== -1 && at >= single ? part : partOf(part)));
  return [first, ...parts].join('-');
}

function partOf(part: string): string {
  if (/^[a-z]{2}$/.test(part)) return part.toUpperCase();
  return /^[a-z]{4}$/.test(part) ? part.charAt(0).toUpperCase() + part.slice(1) : part;
}
