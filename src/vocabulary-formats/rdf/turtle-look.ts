const LOOKED_AT = 20_000;

/** How sure it is that a text is Turtle: nearly certain when it speaks of SKOS, less when it only begins like Turtle. */
export function looksLikeTurtle(text: string): number {
  const start = text.slice(0, LOOKED_AT);
  if (!/^(?:\s|#.*\n)*(?:@?(?:prefix|base)\s|<[a-z][a-z0-9+.-]*:|_:)/i.test(start)) return 0;
  return start.includes('http://www.w3.org/2004/02/skos/core#') ? 0.95 : 0.6;
}
